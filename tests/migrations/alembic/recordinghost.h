#pragma once

#include "migrations/alembic/host.h"

/// A host that writes down what a script does, and answers from what a test has put into it.
class RecordingHost final : public Migrations::Alembic::Host
{
public:
    explicit RecordingHost(const QString &dialect = QStringLiteral("postgresql"), bool offline = true)
        : m_dialect(dialect), m_offline(offline) {}

    QStringList statements; ///< of the operations, in the dialect's words; offline also the queries
    QList<Migrations::Operations::Operation> operations;
    QList<int> lines; ///< of the operations
    QStringList queries;
    QStringList printed;
    QStringList asked;
    QString answer;
    Migrations::Alembic::ScriptSettings scriptSettings;
    Migrations::Schema::Database database;
    Migrations::Alembic::QueryResult rows;
    std::optional<Migrations::Error> failure; ///< of every operation

    [[nodiscard]] const Migrations::Dialects::Dialect &dialect() const override;
    [[nodiscard]] bool isOffline() const override { return m_offline; }
    [[nodiscard]] Migrations::Alembic::ScriptSettings settings() const override { return scriptSettings; }
    [[nodiscard]] Migrations::Result<void> beginAutocommit(const Migrations::SourceLocation &) override;
    [[nodiscard]] Migrations::Result<void> endAutocommit(const Migrations::SourceLocation &) override;
    [[nodiscard]] Migrations::Result<void> perform(
        const Migrations::Operations::Operation &operation, const Migrations::SourceLocation &at) override;
    [[nodiscard]] Migrations::Result<Migrations::Alembic::QueryResult> query(
        const QString &sql, const QVariantMap &parameters, const Migrations::SourceLocation &at) override;
    [[nodiscard]] Migrations::Result<Migrations::Schema::Database> schema(const Migrations::SourceLocation &) override
    {
        return database;
    }
    void print(const QString &line, const Migrations::SourceLocation &) override { printed << line; }
    [[nodiscard]] Migrations::Result<QString> ask(const QString &prompt, const Migrations::SourceLocation &) override;

private:
    QString m_dialect;
    bool m_offline;
};
