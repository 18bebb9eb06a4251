#pragma once

#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

/// what stands before the dot of a table's columns
[[nodiscard]] Schema::Expression tableExpression(const Schema::Table &table);

/// table.insert(), .update(), .delete() and select(): a statement on one table, or on none that it
/// names. Each method gives a new one, as with SQLAlchemy.
class DataStatement final : public Python::Object
{
public:
    enum class Kind { Insert, Update, Delete, Select };
    using Row = QMap<QString, Schema::Expression>; ///< by column

    DataStatement(Session &session, Kind kind, Schema::Table table)
        : m_session(session), m_kind(kind), m_table(std::move(table)) {}

    /// as it is sent or printed; ends the evaluation where a dialect cannot write it
    [[nodiscard]] QString text(Python::Interpreter &interpreter) const;
    /// In parentheses, inside another statement: that on the table `around`, where that is known. Its
    /// columns may be named in here.
    [[nodiscard]] Schema::Expression subquery(
        Python::Interpreter &interpreter, const Schema::Table *around = nullptr) const;
    [[nodiscard]] bool isInsert() const { return m_kind == Kind::Insert; }

    /// select(): what is selected
    void select(Python::Interpreter &interpreter, const QList<Python::Value> &columns);

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

private:
    using Method = void (DataStatement::*)(Python::Interpreter &, const Python::Arguments &);

    void where(Python::Interpreter &interpreter, const Python::Arguments &arguments);
    void values(Python::Interpreter &interpreter, const Python::Arguments &arguments);
    void orderBy(Python::Interpreter &interpreter, const Python::Arguments &arguments);
    void limit(Python::Interpreter &interpreter, const Python::Arguments &arguments);
    void distinct(Python::Interpreter &interpreter, const Python::Arguments &arguments);
    void scalarSubquery(Python::Interpreter &interpreter, const Python::Arguments &arguments);

    [[nodiscard]] Row takeRow(Python::Interpreter &interpreter, const Python::Value &dict) const;
    [[nodiscard]] QString written(Python::Interpreter &interpreter, const Schema::Expression &expression) const;
    [[nodiscard]] QList<Schema::Expression> selectedTables() const;
    [[nodiscard]] QString tableName() const;
    [[nodiscard]] QString insertText(Python::Interpreter &interpreter) const;
    [[nodiscard]] QString updateText(Python::Interpreter &interpreter) const;
    [[nodiscard]] QString selectText(
        Python::Interpreter &interpreter, const QList<Schema::Expression> &tables) const;
    [[nodiscard]] QString conditionText(Python::Interpreter &interpreter) const;

    Session &m_session;
    const Kind m_kind;
    Schema::Table m_table;
    QList<Row> m_rows; ///< of an update: one
    QList<Schema::Expression> m_columns; ///< of a select
    QList<Schema::Expression> m_conditions;
    QStringList m_order;
    std::optional<qint64> m_limit;
    bool m_isDistinct = false;
};

} // namespace Migrations::Alembic
