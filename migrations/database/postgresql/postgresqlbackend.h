#pragma once

#include "migrations/database/backend.h"

namespace Migrations::Database {

/// QPSQL: undoes the session settings that the driver makes, and prepares statements with values in
/// SQL, since the driver's own placeholder parser takes operators and casts for placeholders.
class PostgresqlBackend final : public Backend
{
public:
    [[nodiscard]] QString driver() const override { return QStringLiteral("QPSQL"); }
    [[nodiscard]] StatementText::Syntax syntax() const override { return StatementText::Syntax::Postgresql; }

    [[nodiscard]] Result<void> configure(QSqlDatabase &target, const DatabaseUrl &url, Access access) const override;
    [[nodiscard]] std::unique_ptr<NativeSession> session(const QSqlDatabase &database) const override;
    [[nodiscard]] QStringList greeting(Access access) const override;
    [[nodiscard]] QString identityQuery() const override;

    [[nodiscard]] QString begin(Access access) const override;
    [[nodiscard]] QStringList beginReadOnly() const override;
    [[nodiscard]] QStringList endReadOnly() const override { return {}; }

    [[nodiscard]] Result<Sending> plain(const StatementText &text, const QString &sql) const override;
    [[nodiscard]] Result<Sending> withValues(
        const StatementText::Bound &bound, const QVariantList &values) const override;

    [[nodiscard]] Error connectError(const QSqlError &error, const DatabaseUrl &url) const override;
    [[nodiscard]] Error statementError(const QSqlError &error, const QString &statement) const override;

private:
    mutable int m_prepared = 0;
};

} // namespace Migrations::Database
