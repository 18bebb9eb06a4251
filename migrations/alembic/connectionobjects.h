#pragma once

#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

/// What op.get_bind() gives: statements go to the host, with bound parameters.
class ConnectionObject final : public Python::Object
{
public:
    explicit ConnectionObject(Session &session) : m_session(session) {}
    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

private:
    Session &m_session;
};

/// bind.dialect and op.get_context().dialect
class DialectObject final : public Python::Object
{
public:
    explicit DialectObject(QString name) : name(std::move(name)) {}
    const QString name;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Dialect"); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

/// op.get_context()
class ContextObject final : public Python::Object
{
public:
    explicit ContextObject(Session &session) : m_session(session) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("MigrationContext"); }
    /// contextobject.cpp
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

private:
    Session &m_session;
};

/// One row of a result: by position, by column name, by attribute.
class RowObject final : public Python::Object
{
public:
    RowObject(QStringList columns, QList<Python::Value> values)
        : columns(std::move(columns)), values(std::move(values)) {}
    const QStringList columns;
    const QList<Python::Value> values;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("Row"); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<qint64> length(Python::Interpreter &) override { return values.size(); }
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Iterator *iterate(Python::Interpreter &interpreter) override;
};

/// What connection.execute() gives: rows that are taken in turn.
class ResultObject final : public Python::Object
{
public:
    ResultObject(Python::Interpreter &interpreter, const QueryResult &result);

    [[nodiscard]] QString typeName() const override { return QStringLiteral("CursorResult"); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Iterator *iterate(Python::Interpreter &interpreter) override;

    [[nodiscard]] std::optional<Python::Value> takeRow();
    [[nodiscard]] QList<Python::Value> takeAll();

private:
    QStringList m_columns;
    QList<Python::Value> m_rows;
    qsizetype m_next = 0;
    qint64 m_affected = -1;
};

/// sa.inspect(bind): questions about the schema, answered by the host
class InspectorObject final : public Python::Object
{
public:
    explicit InspectorObject(Session &session) : m_session(session) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Inspector"); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

private:
    Session &m_session;
};

/// a database's value as a Python value
[[nodiscard]] Python::Value toValue(Python::Interpreter &interpreter, const QVariant &value);
/// a Python value to bind or to insert
[[nodiscard]] QVariant toVariant(Python::Interpreter &interpreter, const Python::Value &value);

/// Sends a statement that a script gave as text, an expression or an object; `op.execute` and
/// `connection.execute` alike.
[[nodiscard]] Python::Value executeStatement(Session &session, Python::Interpreter &interpreter,
    const Python::Value &statement, const QVariantMap &parameters);

} // namespace Migrations::Alembic
