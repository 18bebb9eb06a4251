#pragma once

#include <QString>

namespace Migrations::Dialects {

class Dialect;

/// What a project calls its version table: version_table, version_table_schema and version_table_pk
/// of Alembic's configure().
struct VersionTableName {
    QString table = QStringLiteral("alembic_version");
    QString schema = {};
    bool hasPrimaryKey = true;
};

/// The statements about the version table, in Alembic's words, for preview and run alike. Texts
/// carry no terminator. `RETURNING` as SQLAlchemy 2.0 adds it (reference §4).
class VersionTableSql final
{
public:
    /// characters of version_num, as create() makes it
    static constexpr int ColumnLength = 32;

    /// Without a primary key (`version_table_pk=False`) there is no RETURNING either.
    explicit VersionTableSql(const Dialect &dialect, const VersionTableName &name = {});

    [[nodiscard]] QString name() const; ///< quoted, with schema
    [[nodiscard]] QString create() const;
    [[nodiscard]] QString insert(const QString &revision) const;
    [[nodiscard]] QString update(const QString &from, const QString &to) const;
    [[nodiscard]] QString remove(const QString &revision) const;
    [[nodiscard]] QString clear() const; ///< all rows
    /// Makes room for ids of so many characters. Empty where the dialect does not hold a text to the
    /// length of its column (SQLite).
    [[nodiscard]] QString widen(qsizetype characters) const;

private:
    const Dialect &m_dialect;
    VersionTableName m_name;
};

} // namespace Migrations::Dialects
