#include "tests/app/cli/survivors.h"

#include "migrations/database/connection.h"

#include <QThread>

using namespace Migrations;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Database::Connection> open(const QString &url)
{
    Result<Database::DatabaseUrl> parsed = Database::DatabaseUrl::parse(url);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().toText()));
    Result<std::unique_ptr<Database::Connection>> connection = Database::Connection::open(*parsed);
    for (int attempt = 0; !connection && attempt < 50; ++attempt) { // the server may be busy with what was killed
        QThread::msleep(100);
        connection = Database::Connection::open(*parsed);
    }
    if (!connection)
        qFatal("%s", qPrintable(connection.error().toText()));
    return std::move(*connection);
}

QString text(const std::unique_ptr<Database::Connection> &connection, const QString &sql)
{
    const Result<Database::Rows> rows = connection->execute(sql);
    if (!rows)
        return u"failed: "_s + rows.error().toText();
    QStringList lines;
    for (const QVariantList &row : rows->rows) {
        QStringList values;
        for (const QVariant &value : row)
            values << value.toString();
        lines << values.join(u'|');
    }
    return lines.join(u'\n');
}

// every kind of statement that a step may be made of: tables, indexes, rows, changes of both
QStringList upgradeOf(int number)
{
    const QString own = u"t%1"_s.arg(number);
    QStringList lines {
        u"op.create_table('%1', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('n', sa.Integer()))"_s.arg(own),
        u"op.create_index('ix_%1', '%1', ['n'])"_s.arg(own),
        u"op.execute(\"INSERT INTO %1 (id, n) VALUES (1, %2), (2, 0)\")"_s.arg(own, QString::number(number))};
    if (number > 0) {
        lines << u"op.add_column('t%1', sa.Column('c%2', sa.String(10), server_default='x'))"_s.arg(
            QString::number(number - 1), QString::number(number));
        lines << u"op.execute(\"UPDATE t%1 SET n = n + 100\")"_s.arg(number - 1);
    }
    return lines;
}

QStringList downgradeOf(int number)
{
    QStringList lines;
    if (number > 0) {
        lines << u"op.execute(\"UPDATE t%1 SET n = n - 100\")"_s.arg(number - 1);
        lines << u"op.drop_column('t%1', 'c%2')"_s.arg(QString::number(number - 1), QString::number(number));
    }
    lines << u"op.drop_table('t%1')"_s.arg(number);
    return lines;
}

} // namespace

Survivors::Survivors(PostgresqlCluster &cluster, bool isSqlite, quint32 seed)
    : m_cluster(cluster)
    , m_isSqlite(isSqlite)
    , m_random(seed)
{
    for (int number = 0; number < Revisions; ++number)
        m_folder.add({.id = name(number),
            .down = number == 0 ? QStringList() : QStringList {name(number - 1)},
            .upgrade = upgradeOf(number),
            .downgrade = downgradeOf(number)});
    const QString url = makeDatabase();
    for (int number = 0; number < Revisions; ++number) {
        if (run(url, u"upgrade"_s, name(number)) != 0)
            qFatal("the project does not reach %s", qPrintable(name(number)));
        m_schemas.insert(name(number), schema(url));
    }
    if (run(url, u"downgrade"_s, u"base"_s) != 0)
        qFatal("the project does not come back");
    m_schemas.insert(QString(), schema(url));
}

QString Survivors::makeDatabase()
{
    if (!m_isSqlite)
        return m_cluster.createDatabase();
    return u"sqlite:///"_s + m_folder.path(u"survivor-%1.db"_s.arg(++m_databases));
}

void Survivors::start(QProcess &program, const QString &url, const QString &command, const QString &target) const
{
    program.setProgram(QStringLiteral(STILLROOM_BIN_DIR) + u"/stillroom-cli");
    program.setArguments({u"-c"_s, m_folder.path(u"alembic.ini"_s), u"--url"_s, url, u"--json"_s, command, target, u"--yes"_s});
    program.start();
    if (!program.waitForStarted())
        qFatal("%s", qPrintable(program.errorString()));
}

int Survivors::run(const QString &url, const QString &command, const QString &target) const
{
    QProcess program;
    start(program, url, command, target);
    if (!program.waitForFinished(120'000))
        return -1;
    if (program.exitCode() != 0)
        qInfo("%s", program.readAllStandardError().constData());
    return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
}

QString Survivors::revision(const QString &url) const
{
    const auto connection = open(url);
    const QString table = text(connection,
        m_isSqlite ? u"SELECT name FROM sqlite_master WHERE name = 'alembic_version'"_s
                   : u"SELECT relname FROM pg_class WHERE relname = 'alembic_version'"_s);
    return table.isEmpty() ? QString() : text(connection, u"SELECT version_num FROM alembic_version"_s);
}

// the version table itself is there from the first step on, also when all steps are gone again
QString Survivors::schema(const QString &url) const
{
    const auto connection = open(url);
    const QString objects = m_isSqlite
        ? text(connection,
              u"SELECT type, name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version' ORDER BY 1, 2"_s)
        : text(connection,
              u"SELECT c.relkind, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_class "
              "c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > "
              "0 AND c.relname NOT LIKE 'alembic_version%' AND NOT a.attisdropped ORDER BY 1, 2, a.attnum"_s);
    QString rows;
    for (int number = 0; number < Revisions; ++number) {
        const QString table = u"t%1"_s.arg(number);
        if (objects.contains(u'|' + table + u'|'))
            rows += table + u'\n' + text(connection, u"SELECT id, n FROM %1 ORDER BY 1"_s.arg(table)) + u'\n';
    }
    return objects + u'\n' + rows;
}

QString Survivors::problem(const QString &url) const
{
    const QString at = revision(url);
    if (!m_schemas.contains(at))
        return u"the version table says \"%1\""_s.arg(at);
    const QString found = schema(url);
    if (found != m_schemas.value(at))
        return u"at %1 there is\n%2\ninstead of\n%3"_s.arg(at, found, m_schemas.value(at));
    if (!m_isSqlite)
        return {};
    const QString check = text(open(url), u"PRAGMA integrity_check"_s);
    return check == u"ok" ? QString() : check;
}
