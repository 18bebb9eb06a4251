#pragma once

#include "migrations/alembic/schemaitems.h"
#include "migrations/schema/statement.h"

namespace Migrations::Alembic {

/// What stands in FROM: a table, an alias, a subquery, a CTE, a join, VALUES. The same object is
/// the same relation, and gives the same column objects.
class RelationObject : public Python::Object
{
public:
    explicit RelationObject(Schema::RelationPtr relation) : relation(std::move(relation)) {}

    const Schema::RelationPtr relation;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    /// the columns as objects, in order; made when they are first asked for
    [[nodiscard]] const QList<Python::Value> &columns(Python::Interpreter &interpreter);
    /// objects of a script that are the columns of this relation
    void setColumns(const QList<Python::Value> &columns) { m_columns = columns; }

private:
    QList<Python::Value> m_columns;
    bool m_hasColumns = false;
};

/// sa.table, sa.Table, and what op.create_table gives.
class TableObject final : public RelationObject
{
public:
    /// a light table is sa.table(): it knows no key and no defaults
    TableObject(Session &session, const Schema::Table &table, bool isLight = false);

    const Schema::Table content;
    /// its MetaData names constraints by a convention of its own
    bool hasConvention = false;

    /// what is created from it; ends the evaluation where its names are not known
    [[nodiscard]] const Schema::Table &definition(Python::Interpreter &interpreter) const;

    [[nodiscard]] QString typeName() const override
    {
        return relation->declared ? QStringLiteral("Table") : QStringLiteral("TableClause");
    }
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

private:
    Session &m_session;
};

/// relation.c: the columns by name
class ColumnsObject final : public Python::Object
{
public:
    explicit ColumnsObject(RelationObject *of) : m_relation(of) {}
    /// those of a SELECT, which stand for no relation
    ColumnsObject(RelationObject *of, QList<Python::Value> columns) : m_relation(of), m_columns(std::move(columns)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("ReadOnlyColumnCollection"); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] bool contains(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] std::optional<qint64> length(Python::Interpreter &interpreter) override;
    [[nodiscard]] Python::Iterator *iterate(Python::Interpreter &interpreter) override;

private:
    [[nodiscard]] std::optional<Python::Value> named(Python::Interpreter &interpreter, const QString &name);
    [[nodiscard]] const QList<Python::Value> &all(Python::Interpreter &interpreter);

    RelationObject *const m_relation;
    const QList<Python::Value> m_columns;
};

/// makes the columns among the objects those of the relation
void adoptColumns(RelationObject &relation, const QList<Python::Value> &items);
/// a relation that a script gives: a table, an alias… nullptr: something else
[[nodiscard]] Schema::RelationPtr toRelation(const Python::Value &value);
/// the same; ArgumentError for something else
[[nodiscard]] Schema::RelationPtr relationFrom(Python::Interpreter &interpreter, const Python::Value &value);
/// left JOIN right ON condition; without a condition by the foreign key between them
[[nodiscard]] Schema::RelationPtr joined(Python::Interpreter &interpreter, const Schema::RelationPtr &left,
    const Schema::RelationPtr &right, const Python::Value &condition, bool isOuter, bool isFull);

} // namespace Migrations::Alembic
