// Keywords that only one dialect knows: postgresql_using, sqlite_where…
#include "migrations/alembic/schemaitems.h"
#include "migrations/dialects/dialect.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

struct KnownOptions {
    Construct construct;
    QStringView className;
    QStringList names;
};

// construct_arguments of SQLAlchemy's dialects
const QList<KnownOptions> &knownOptions()
{
    static const QString conflict = QStringLiteral("sqlite_on_conflict");
    static const QList<KnownOptions> table {
        {Construct::Table, u"Table",
            {QStringLiteral("postgresql_ignore_search_path"), QStringLiteral("postgresql_tablespace"),
                QStringLiteral("postgresql_partition_by"), QStringLiteral("postgresql_with_oids"),
                QStringLiteral("postgresql_on_commit"), QStringLiteral("postgresql_inherits"),
                QStringLiteral("postgresql_using"), QStringLiteral("sqlite_autoincrement"),
                QStringLiteral("sqlite_with_rowid"), QStringLiteral("sqlite_strict")}},
        {Construct::Column, u"Column",
            {QStringLiteral("sqlite_on_conflict_primary_key"), QStringLiteral("sqlite_on_conflict_not_null"),
                QStringLiteral("sqlite_on_conflict_unique")}},
        {Construct::Index, u"Index",
            {QStringLiteral("postgresql_using"), QStringLiteral("postgresql_include"),
                QStringLiteral("postgresql_where"), QStringLiteral("postgresql_ops"),
                QStringLiteral("postgresql_concurrently"), QStringLiteral("postgresql_with"),
                QStringLiteral("postgresql_tablespace"), QStringLiteral("postgresql_nulls_not_distinct"),
                QStringLiteral("sqlite_where")}},
        {Construct::PrimaryKey, u"PrimaryKeyConstraint", {QStringLiteral("postgresql_include"), conflict}},
        {Construct::Unique, u"UniqueConstraint",
            {QStringLiteral("postgresql_include"), QStringLiteral("postgresql_nulls_not_distinct"), conflict}},
        {Construct::ForeignKey, u"ForeignKeyConstraint", {QStringLiteral("postgresql_not_valid"), conflict}},
        {Construct::Check, u"CheckConstraint", {QStringLiteral("postgresql_not_valid"), conflict}},
    };
    return table;
}

} // namespace

Schema::DialectOptions takeDialectOptions(
    Session &session, Interpreter &interpreter, ArgumentReader &reader, Construct construct)
{
    static const QStringList others {
        QStringLiteral("mysql"), QStringLiteral("mariadb"), QStringLiteral("mssql"), QStringLiteral("oracle")};
    const auto known = std::ranges::find(knownOptions(), construct, &KnownOptions::construct);
    Schema::DialectOptions options;
    for (const auto &[name, value] : reader.otherKeywords()) {
        const QString dialect = name.section(u'_', 0, 0);
        const bool isOurs = dialect == u"postgresql" || dialect == u"sqlite";
        if (!name.contains(u'_') || (!isOurs && !others.contains(dialect)))
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("Additional arguments should be named <dialectname>_<argument>, got '%1'").arg(name));
        if (isOurs && !known->names.contains(name))
            interpreter.raise(session.exceptionClass(interpreter, QStringLiteral("ArgumentError")),
                QStringLiteral("Argument '%1' is not accepted by dialect '%2' on behalf of <class "
                               "'sqlalchemy.sql.schema.%3'>")
                    .arg(name, dialect, known->className));
        if (isOurs)
            options.insert(name, toOption(interpreter, value));
    }
    return options;
}

void refuseQuote(Session &session, Interpreter &interpreter, const QString &construct, const QString &keyword,
    const Value &value, const QString &name)
{
    if (value.isNone() || name.isEmpty())
        return;
    const bool isQuoted = session.host().dialect().quoted(name) != name;
    if (interpreter.isTrue(value) != isQuoted)
        interpreter.unsupported(QStringLiteral("%1(%2=%3)").arg(construct, keyword, interpreter.repr(value)));
}

} // namespace Migrations::Alembic
