#include "tests/migrations/database/postgresqltestcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

/// What a URL leaves out, libpq adds from its own places: the variables PG…, ~/.pgpass and
/// pg_service.conf. Nothing of ours may stand in its way.
class TestLibpqSources : public PostgresqlTestCase
{
    Q_OBJECT

private slots:
    void cleanup();
    void whatIsMissingIsAdded_data();
    void whatIsMissingIsAdded();
    void aMissingPasswordIsAnError();

private:
    void set(const QString &name, const QString &value)
    {
        if (!m_before.contains(name))
            m_before.insert(name, qgetenv(qPrintable(name)));
        qputenv(qPrintable(name), value.toUtf8());
    }
    void write(const QString &name, const QString &text) const
    {
        QFile file(m_home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    QTemporaryDir m_home;
    QMap<QString, QByteArray> m_before;
};

void TestLibpqSources::cleanup()
{
    for (const auto &[name, value] : m_before.asKeyValueRange())
        value.isNull() ? qunsetenv(qPrintable(name)) : qputenv(qPrintable(name), value);
    m_before.clear();
    PostgresqlTestCase::cleanup();
}

void TestLibpqSources::whatIsMissingIsAdded_data()
{
    // FOLDER, DATABASE, USER, PASSWORD and HOME stand for those of the test
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("variables");
    const auto row = [](const char *name, const QString &url, const QStringList &variables) {
        QTest::newRow(name) << url << variables;
    };
    row("~/.pgpass", u"postgresql://USER@/DATABASE?host=FOLDER"_s, {});
    row("a driver's name", u"postgresql+asyncpg://USER@/DATABASE?host=FOLDER&async_fallback=true&ssl=disable"_s, {});
    row("$PGPASSFILE", u"postgresql://USER@/DATABASE?host=FOLDER"_s, {u"HOME=/nowhere"_s, u"PGPASSFILE=HOME/.pgpass"_s});
    row("passfile", u"postgresql://USER@/DATABASE?host=FOLDER&passfile=HOME/.pgpass"_s, {u"HOME=/nowhere"_s});
    row("$PGPASSWORD", u"postgresql://USER@/DATABASE?host=FOLDER"_s, {u"HOME=/nowhere"_s, u"PGPASSWORD=PASSWORD"_s});
    row("everything by variables", u"postgresql://"_s,
        {u"PGHOST=FOLDER"_s, u"PGDATABASE=DATABASE"_s, u"PGUSER=USER"_s, u"PGPORT=5432"_s});
    row("service", u"postgresql:///?service=shop"_s, {u"PGSERVICEFILE=HOME/services"_s});
    row("$PGSERVICE", u"postgresql://"_s, {u"PGSERVICEFILE=HOME/services"_s, u"PGSERVICE=shop"_s});
    row("service in ~/.pg_service.conf", u"postgresql:///?service=home&sslmode=disable"_s, {});
    row("the URL before the service", u"postgresql:///DATABASE?service=wrong"_s, {u"PGSERVICEFILE=HOME/services"_s});
}

void TestLibpqSources::whatIsMissingIsAdded()
{
    QFETCH(QString, url);
    QFETCH(QStringList, variables);
    const DatabaseUrl usual = DatabaseUrl::parse(m_url).value();
    const auto filled = [&](QString text) {
        return text.replace(u"FOLDER"_s, m_cluster.socketFolder())
            .replace(u"USER"_s, usual.user())
            .replace(u"PASSWORD"_s, usual.password())
            .replace(u"DATABASE"_s, usual.database())
            .replace(u"HOME"_s, m_home.path());
    };
    const QString service = u"host=%1\nuser=%2\npassword=%3\ndbname="_s.arg(
        m_cluster.socketFolder(), usual.user(), usual.password());
    write(u".pgpass"_s, u"*:*:%1:%2:pa\\:ss@w/rd\n"_s.arg(usual.database(), usual.user()));
    write(u"services"_s, u"[shop]\n%1%2\n[wrong]\n%1nothing\n"_s.arg(service, usual.database()));
    write(u".pg_service.conf"_s, u"[home]\n%1%2\n"_s.arg(service, usual.database()));
    set(u"HOME"_s, m_home.path());
    for (const QString &variable : variables)
        set(variable.section(u'=', 0, 0), filled(variable.section(u'=', 1)));
    const auto address = DatabaseUrl::parse(filled(url));
    QVERIFY(address);
    QCOMPARE(address->password(), QString());
    const auto connection = Connection::open(*address);
    QVERIFY2(connection.has_value(), qPrintable(connection ? QString() : connection.error().toText()));
    QCOMPARE((*connection)->execute(u"SELECT current_database(), current_user"_s)->rows,
        (QList<QVariantList> {{usual.database(), usual.user()}}));
}

void TestLibpqSources::aMissingPasswordIsAnError()
{
    set(u"HOME"_s, u"/nowhere"_s);
    const DatabaseUrl usual = DatabaseUrl::parse(m_url).value();
    const auto address = DatabaseUrl::parse(
        u"postgresql://%1@/%2?host=%3"_s.arg(usual.user(), usual.database(), m_cluster.socketFolder()));
    const auto connection = Connection::open(*address);
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::Authentication);
    QVERIFY(!connection.error().nextStep.isEmpty());
}

QTEST_GUILESS_MAIN(TestLibpqSources)
#include "tst_libpqsources.moc"
