#pragma once

#include "migrations/database/backend.h"

namespace Migrations::Database {

/// QSQLITE. The driver passes a text to SQLite as it is and binds to "?" by position.
class SqliteBackend final : public Backend
{
public:
    [[nodiscard]] QString driver() const override { return QStringLiteral("QSQLITE"); }
    [[nodiscard]] StatementText::Syntax syntax() const override { return StatementText::Syntax::Sqlite; }

    [[nodiscard]] Result<void> configure(QSqlDatabase &target, const DatabaseUrl &url, Access access) const override;
    [[nodiscard]] std::unique_ptr<NativeSession> session(const QSqlDatabase &database) const override;
    [[nodiscard]] QStringList greeting(Access access) const override;
    [[nodiscard]] QString identityQuery() const override;

    [[nodiscard]] QString begin(Access access) const override;
    [[nodiscard]] QStringList beginReadOnly() const override;
    [[nodiscard]] QStringList endReadOnly() const override;

    [[nodiscard]] Result<Sending> plain(const StatementText &text, const QString &sql) const override;
    [[nodiscard]] Result<Sending> withValues(
        const StatementText::Bound &bound, const QVariantList &values) const override;

    [[nodiscard]] Error connectError(const QSqlError &error, const DatabaseUrl &url) const override;
    [[nodiscard]] Error statementError(const QSqlError &error, const QString &statement) const override;
};

} // namespace Migrations::Database
