#include "migrations/database/databaseurl.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

class TestDatabaseUrl : public TestCase
{
    Q_OBJECT

private slots:
    void serverUrlsAreTakenApart_data();
    void serverUrlsAreTakenApart();
    void optionsWinOverThePartsBeforeThem();
    void sqlitePathsAreAbsolute_data();
    void sqlitePathsAreAbsolute();
    void displayIsSqlAlchemysRendering_data();
    void displayIsSqlAlchemysRendering();
    void unusableUrlsAreErrors_data();
    void unusableUrlsAreErrors();
    void errorsAndDisplayNeverShowThePassword_data();
    void errorsAndDisplayNeverShowThePassword();
};

void TestDatabaseUrl::serverUrlsAreTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts"); // user, password, host, port, database
    const auto row = [](const char *name, const QString &text, const QStringList &parts) {
        QTest::newRow(name) << text << parts;
    };
    row("all", u"postgresql://app:secret@db.example:5433/shop"_s,
        {u"app"_s, u"secret"_s, u"db.example"_s, u"5433"_s, u"shop"_s});
    row("driver", u"postgresql+psycopg2://app@h/shop"_s, {u"app"_s, u""_s, u"h"_s, u"0"_s, u"shop"_s});
    row("asynchronous driver", u"postgresql+asyncpg://app@h/shop"_s, {u"app"_s, u""_s, u"h"_s, u"0"_s, u"shop"_s});
    row("old name", u"postgres://h/shop"_s, {u""_s, u""_s, u"h"_s, u"0"_s, u"shop"_s});
    row("nothing", u"postgresql://"_s, {u""_s, u""_s, u""_s, u"0"_s, u""_s});
    row("no database", u"postgresql://u:p:q@h"_s, {u"u"_s, u"p:q"_s, u"h"_s, u"0"_s, u""_s});
    row("percent", u"postgresql://a%40b:p%2Fw%25@h/x"_s, {u"a@b"_s, u"p/w%"_s, u"h"_s, u"0"_s, u"x"_s});
    row("slash in the password", u"postgresql://u:p/w@h/x"_s, {u"u"_s, u"p/w"_s, u"h"_s, u"0"_s, u"x"_s});
    row("plus stays", u"postgresql://u:c+d@h/x"_s, {u"u"_s, u"c+d"_s, u"h"_s, u"0"_s, u"x"_s});
    row("database is not decoded", u"postgresql://h/db%20x"_s, {u""_s, u""_s, u"h"_s, u"0"_s, u"db%20x"_s});
    row("IPv6", u"postgresql://u@[::1]:5/x"_s, {u"u"_s, u""_s, u"::1"_s, u"5"_s, u"x"_s});
    row("socket", u"postgresql:///x?host=/run/pg%20sql"_s, {u""_s, u""_s, u"/run/pg sql"_s, u"0"_s, u"x"_s});
    row("Chinese", u"postgresql://用户:密码@主机/数据库"_s, {u"用户"_s, u"密码"_s, u"主机"_s, u"0"_s, u"数据库"_s});
    row("blanks around", u"  postgresql://h/x\n"_s, {u""_s, u""_s, u"h"_s, u"0"_s, u"x"_s});
}

void TestDatabaseUrl::serverUrlsAreTakenApart()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY2(url, qPrintable(url ? QString() : url.error().toText()));
    QCOMPARE(url->dialect(), u"postgresql"_s);
    QVERIFY(!url->isSqlite());
    const QStringList found {url->user(), url->password(), url->host(), QString::number(url->port()), url->database()};
    QCOMPARE(found, parts);
}

void TestDatabaseUrl::optionsWinOverThePartsBeforeThem()
{
    const DatabaseUrl url =
        DatabaseUrl::parse(u"postgresql://a:b@c:1/d?user=e&password=f&host=g&port=2&dbname=h&sslmode=require"_s)
            .value();
    QCOMPARE(url.user(), u"e"_s);
    QCOMPARE(url.password(), u"f"_s);
    QCOMPARE(url.host(), u"g"_s);
    QCOMPARE(url.port(), 2);
    QCOMPARE(url.database(), u"h"_s);
    QCOMPARE(url.options().value(u"sslmode"_s), u"require"_s);
}

void TestDatabaseUrl::sqlitePathsAreAbsolute_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("relative") << u"sqlite:///shop.db"_s << u"/project/shop.db"_s;
    QTest::newRow("up") << u"sqlite:///../data/shop.db"_s << u"/data/shop.db"_s;
    QTest::newRow("dot") << u"sqlite:///./shop.db"_s << u"/project/shop.db"_s;
    QTest::newRow("absolute") << u"sqlite:////srv/shop.db"_s << u"/srv/shop.db"_s;
    QTest::newRow("driver") << u"sqlite+aiosqlite:////srv/shop.db"_s << u"/srv/shop.db"_s;
    QTest::newRow("memory") << u"sqlite://"_s << QString();
    QTest::newRow("memory by slash") << u"sqlite:///"_s << QString();
    QTest::newRow("memory by name") << u"sqlite:///:memory:"_s << QString();
    QTest::newRow("file URI") << u"sqlite:///file:/srv/a%20b.db?mode=ro&uri=true"_s << u"/srv/a b.db"_s;
    QTest::newRow("file URI with host") << u"sqlite:///file:///srv/shop.db?uri=true"_s << u"/srv/shop.db"_s;
    QTest::newRow("memory by URI") << u"sqlite:///file:x?mode=memory&uri=true"_s << QString();
    QTest::newRow("odd") << u"sqlite:////srv/a b%20'数据\".db"_s << u"/srv/a b%20'数据\".db"_s;
}

void TestDatabaseUrl::sqlitePathsAreAbsolute()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text, u"/project"_s);
    QVERIFY(url);
    QVERIFY(url->isSqlite());
    QCOMPARE(url->database(), path);
}

void TestDatabaseUrl::displayIsSqlAlchemysRendering_data()
{
    // what render_as_string() of SQLAlchemy 2.0.40 gave for the same URL
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("display");
    QTest::newRow("options are sorted") << u"postgresql+psycopg2://a%40b:p%2Fw@h:5432/db%20x?z=/tmp&a=b%20c+d"_s
                                        << u"postgresql+psycopg2://a%40b:***@h:5432/db%20x?a=b+c+d&z=%2Ftmp"_s;
    QTest::newRow("IPv6") << u"postgresql://u@[::1]:5/x"_s << u"postgresql://u@[::1]:5/x"_s;
    QTest::newRow("socket") << u"postgresql:///x?host=/tmp/foo"_s << u"postgresql:///x?host=%2Ftmp%2Ffoo"_s;
    QTest::newRow("no database") << u"postgresql://u:p:q@h"_s << u"postgresql://u:***@h"_s;
    QTest::newRow("blank in the user") << u"postgresql://a b:c d+e@h/x"_s << u"postgresql://a b:***@h/x"_s;
    QTest::newRow("file") << u"sqlite:////tmp/a%20b.db"_s << u"sqlite:////tmp/a%20b.db"_s;
    QTest::newRow("memory") << u"sqlite://"_s << u"sqlite://"_s;
}

void TestDatabaseUrl::displayIsSqlAlchemysRendering()
{
    QFETCH(QString, text);
    QFETCH(QString, display);
    QCOMPARE(DatabaseUrl::parse(text).value().toDisplayString(), display);
}

void TestDatabaseUrl::unusableUrlsAreErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("nextStep");
    QTest::newRow("empty") << QString() << ErrorCode::BadInput << u"postgresql://"_s;
    QTest::newRow("a path") << u"/srv/shop.db"_s << ErrorCode::BadInput << u"sqlite:///"_s;
    QTest::newRow("one slash") << u"postgresql:/shop"_s << ErrorCode::BadInput << u"postgresql://"_s;
    QTest::newRow("dialect") << u"mysql+pymysql://u@h/x"_s << ErrorCode::Unsupported << u"postgresql://"_s;
    QTest::newRow("word as port") << u"postgresql://h:abc/x"_s << ErrorCode::BadInput << u"5432"_s;
    QTest::newRow("large port") << u"postgresql://h:70000/x"_s << ErrorCode::BadInput << u"65535"_s;
    QTest::newRow("port 0") << u"postgresql://h:0/x"_s << ErrorCode::BadInput << u"65535"_s;
    QTest::newRow("port option") << u"postgresql:///x?port=z"_s << ErrorCode::BadInput << u"65535"_s;
    QTest::newRow("@ in the password") << u"postgresql://u:p@w@h/x"_s << ErrorCode::BadInput << u"%40"_s;
    QTest::newRow("two slashes") << u"sqlite://shop.db"_s << ErrorCode::BadInput << u"sqlite:///shop.db"_s;
}

void TestDatabaseUrl::unusableUrlsAreErrors()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, nextStep);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    QVERIFY(!url);
    QCOMPARE(url.error().code, code);
    QVERIFY(!url.error().message.isEmpty());
    QVERIFY2(url.error().nextStep.contains(nextStep), qPrintable(url.error().nextStep));
}

void TestDatabaseUrl::errorsAndDisplayNeverShowThePassword_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("display") << u"postgresql://u:hunter2@h/x"_s;
    QTest::newRow("option") << u"postgresql://u@h/x?password=hunter2&sslpassword=hunter2"_s;
    QTest::newRow("both") << u"postgresql://u:hunter2@h/x?password=hunter2"_s;
    QTest::newRow("@ in the password") << u"postgresql://u:a@hunter2@h/x"_s;
    QTest::newRow("@ and : in the password") << u"postgresql://u:a@b:hunter2@h/x"_s;
    QTest::newRow("bad port") << u"postgresql://u:hunter2@h:z/x"_s;
    QTest::newRow("no @") << u"postgresql://u:hunter2/x"_s;
    QTest::newRow("dialect") << u"mysql://u:hunter2@h/x"_s;
    QTest::newRow("sqlite") << u"sqlite://u:hunter2@h"_s;
}

void TestDatabaseUrl::errorsAndDisplayNeverShowThePassword()
{
    QFETCH(QString, text);
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    const QString shown = url ? url->toDisplayString() : url.error().toText();
    QVERIFY(!shown.isEmpty());
    QVERIFY2(!shown.contains("hunter2"_L1), qPrintable(shown));
}

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_databaseurl.moc"
