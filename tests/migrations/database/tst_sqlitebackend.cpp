#include "migrations/database/connection.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <unistd.h>

#include <atomic>
#include <thread>

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

class TestSqliteBackend : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void openingCreatesTheFile();
    void versionIsForPeople();
    void whatCannotBeOpenedIsAnError_data();
    void whatCannotBeOpenedIsAnError();
    void valuesComeBackAsTheyAreStored();
    void boundValuesAreStoredLikePythons();
    void boundValuesNeverBecomeSql();
    void affectedRowsAreToldForChangesOnly();
    void severalStatementsAreRefused();
    void trailingCommentsAreNoSecondStatement();
    void triggersAreOneStatement();
    void placeholdersWithoutValuesAreErrors();
    void failuresCarryTheStatementAndSqlitesText();
    void lockedFileIsAnErrorAfterTheTimeout();
    void lockedFileIsAnErrorWhenOpening();
    void readOnlyConnectionCannotWrite();
    void readOnlyFileCannotBeWritten();
    void readOnlyTransactionCannotWrite();
    void rollbackUndoesDdl();
    void transactionsOfTheTextAreFollowed();
    void failedCommitKeepsTheTransaction();
    void foreignKeysAreOff();
    void nulCharactersAreRefused();
    void emptyTextsAreValues();
    void statementIsStopped();

private:
    [[nodiscard]] DatabaseUrl url(const QString &name = u"shop.db"_s, const QString &options = {}) const;
    [[nodiscard]] std::unique_ptr<Connection> open(
        const QString &options = {}, Access access = Access::ReadWrite) const;
    void writeFile(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSqliteBackend::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

DatabaseUrl TestSqliteBackend::url(const QString &name, const QString &options) const
{
    return DatabaseUrl::parse(u"sqlite:///%1?%2"_s.arg(name, options), m_folder->path()).value();
}

std::unique_ptr<Connection> TestSqliteBackend::open(const QString &options, Access access) const
{
    return Connection::open(url(u"shop.db"_s, options), access).value();
}

void TestSqliteBackend::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestSqliteBackend::openingCreatesTheFile()
{
    const QString name = u"a 'b' \"数据\" %20?.db"_s.remove(u'?');
    const Result<std::unique_ptr<Connection>> connection = Connection::open(url(name));
    QVERIFY(connection);
    QVERIFY((*connection)->execute(u"CREATE TABLE t (a)"_s));
    QVERIFY(QFile::exists(m_folder->filePath(name)));
}

void TestSqliteBackend::versionIsForPeople()
{
    const QString version = open()->serverVersion();
    QVERIFY2(version.startsWith("SQLite 3."_L1), qPrintable(version));
}

void TestSqliteBackend::whatCannotBeOpenedIsAnError_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("options");
    QTest::addColumn<Access>("access");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("shown");
    QTest::newRow("not a database") << u"text.db"_s << QString() << Access::ReadWrite << ErrorCode::BadInput
                                    << u"text.db"_s;
    QTest::newRow("missing folder") << u"no/where/shop.db"_s << QString() << Access::ReadWrite << ErrorCode::Connection
                                    << u"no/where"_s;
    QTest::newRow("a folder") << u"folder"_s << QString() << Access::ReadWrite << ErrorCode::Connection << u"folder"_s;
    QTest::newRow("nothing to read") << u"missing.db"_s << QString() << Access::ReadOnly << ErrorCode::Connection
                                     << u"missing.db"_s;
    QTest::newRow("nothing to read by option")
        << u"missing.db"_s << u"mode=ro"_s << Access::ReadWrite << ErrorCode::Connection << u"missing.db"_s;
    QTest::newRow("timeout") << u"shop.db"_s << u"timeout=soon"_s << Access::ReadWrite << ErrorCode::BadInput
                             << u"timeout"_s;
}

void TestSqliteBackend::whatCannotBeOpenedIsAnError()
{
    QFETCH(QString, name);
    QFETCH(QString, options);
    QFETCH(Access, access);
    QFETCH(ErrorCode, code);
    QFETCH(QString, shown);
    writeFile(u"text.db"_s, QByteArray("This is no database.\n").repeated(100));
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    const auto connection = Connection::open(url(name, options), access);
    QVERIFY(!connection);
    const Error error = connection.error();
    QCOMPARE(error.code, code);
    QVERIFY2(error.toText().contains(shown), qPrintable(error.toText()));
    QVERIFY(!error.nextStep.isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(u"missing.db"_s)));
}

void TestSqliteBackend::valuesComeBackAsTheyAreStored()
{
    const auto connection = open();
    const Rows rows =
        connection
            ->execute(u"SELECT 1 AS i, 9007199254740993 AS big, 1.5 AS r, '数据 ''q''' AS t, x'00ff' AS b, "
                      "NULL AS n, '' AS e, '2024-01-02' AS d"_s)
            .value();
    QCOMPARE(rows.columns, (QStringList {u"i"_s, u"big"_s, u"r"_s, u"t"_s, u"b"_s, u"n"_s, u"e"_s, u"d"_s}));
    const QVariantList expected {1LL, 9007199254740993LL, 1.5, u"数据 'q'"_s, QByteArray("\0\xff", 2), QVariant(),
        QString(u""_s), u"2024-01-02"_s};
    QCOMPARE(rows.rows, QList<QVariantList> {expected});
    QVERIFY(!rows.rows[0][5].isValid());
    QVERIFY(!rows.rows[0][6].isNull());
    QCOMPARE(rows.affected, -1);
    QCOMPARE(connection->execute(u"SELECT 1 AS a WHERE 0"_s)->columns, QStringList {u"a"_s});
}

void TestSqliteBackend::boundValuesAreStoredLikePythons()
{
    const auto connection = open();
    const QVariantMap values {{u"text"_s, u"O'Neil :text ?"_s}, {u"bytes"_s, QByteArray("\0x", 2)}, {u"int"_s, 5u},
        {u"yes"_s, true}, {u"none"_s, QVariant()}, {u"day"_s, QDate(2024, 2, 29)},
        {u"at"_s, QDateTime(QDate(2024, 2, 29), QTime(1, 2, 3, 4))}, {u"unused"_s, 1}};
    const Rows rows = connection
                          ->execute(u"SELECT :text, :bytes, typeof(:int), :yes, :none, :day, :at, ':text', :text "
                                    "-- it's :missing"_s,
                              values)
                          .value();
    const QVariantList expected {u"O'Neil :text ?"_s, QByteArray("\0x", 2), u"integer"_s, 1LL, QVariant(),
        u"2024-02-29"_s, u"2024-02-29 01:02:03.004"_s, u":text"_s, u"O'Neil :text ?"_s};
    QCOMPARE(rows.rows, QList<QVariantList> {expected});
    const Rows positional = connection->executePositional(u"SELECT ?, '?', ?"_s, QVariantList {1, u"b"_s}).value();
    QCOMPARE(positional.rows, (QList<QVariantList> {{1LL, u"?"_s, u"b"_s}}));
}

void TestSqliteBackend::boundValuesNeverBecomeSql()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"CREATE TABLE \"odd \"\"t\"\" ;--\" (\"a'b\" TEXT)"_s));
    const QString evil = u"x'); DROP TABLE \"odd \"\"t\"\" ;--\"; --"_s;
    const Rows inserted =
        connection->execute(u"INSERT INTO \"odd \"\"t\"\" ;--\" VALUES (:v)"_s, {{u"v"_s, evil}}).value();
    QCOMPARE(inserted.affected, 1);
    const Rows rows = connection->execute(u"SELECT \"a'b\" FROM \"odd \"\"t\"\" ;--\""_s).value();
    QCOMPARE(rows.columns, QStringList {u"a'b"_s});
    QCOMPARE(rows.rows, QList<QVariantList> {{evil}});
}

void TestSqliteBackend::affectedRowsAreToldForChangesOnly()
{
    const auto connection = open();
    QCOMPARE(connection->execute(u"CREATE TABLE t (a)"_s)->affected, -1);
    QCOMPARE(connection->execute(u"INSERT INTO t VALUES (1), (2), (3)"_s)->affected, 3);
    QCOMPARE(connection->execute(u"CREATE TABLE u (a)"_s)->affected, -1);
    QCOMPARE(connection->execute(u"UPDATE t SET a = 0 WHERE a > 9"_s)->affected, 0);
    const Rows deleted = connection->execute(u"DELETE FROM t WHERE a > 1 RETURNING a"_s).value();
    QCOMPARE(deleted.affected, 2);
    QCOMPARE(deleted.rows.size(), 2);
    QCOMPARE(connection->execute(u"WITH x AS (SELECT 1) SELECT * FROM x"_s)->affected, -1);
}

void TestSqliteBackend::severalStatementsAreRefused()
{
    const auto connection = open();
    const auto result = connection->execute(u"CREATE TABLE a (x); CREATE TABLE b (x);"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(result.error().nextStep.contains("one by one"_L1));
    QVERIFY(connection->execute(u"SELECT name FROM sqlite_master"_s)->rows.isEmpty());
}

void TestSqliteBackend::trailingCommentsAreNoSecondStatement()
{
    const auto connection = open();
    QCOMPARE(connection->execute(u"-- one\nSELECT 1; -- done\n/* really */;"_s)->rows, QList<QVariantList> {{1LL}});
    QVERIFY(connection->execute(u"-- nothing\n ;"_s).value().columns.isEmpty());
}

void TestSqliteBackend::triggersAreOneStatement()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"CREATE TABLE t (a, b)"_s));
    QVERIFY(connection->begin());
    const auto created = connection->execute(u"CREATE TRIGGER tr AFTER INSERT ON t BEGIN "
                                             "UPDATE t SET b = ';'; DELETE FROM t WHERE a = 0; END; -- done"_s);
    QVERIFY2(created, qPrintable(created ? QString() : created.error().toText()));
    QVERIFY(connection->inTransaction());
    QVERIFY(connection->commit());
}

void TestSqliteBackend::placeholdersWithoutValuesAreErrors()
{
    const auto connection = open();
    const auto bare = connection->execute(u"SELECT :a"_s);
    QVERIFY(!bare);
    QCOMPARE(bare.error().code, ErrorCode::BadInput);
    const auto missing = connection->execute(u"SELECT :a, :b"_s, {{u"a"_s, 1}});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::BadInput);
    QVERIFY(missing.error().message.contains(":b"_L1));
    const auto short_ = connection->executePositional(u"SELECT ?, ?"_s, QVariantList {1});
    QVERIFY(!short_);
    QCOMPARE(short_.error().code, ErrorCode::BadInput);
    QVERIFY(short_.error().message.contains(u'2'));
}

void TestSqliteBackend::failuresCarryTheStatementAndSqlitesText()
{
    const auto connection = open();
    const auto missing = connection->execute(u"SELECT * FROM nowhere"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Server);
    QCOMPARE(missing.error().message, u"no such table: nowhere"_s);
    QCOMPARE(missing.error().statement, u"SELECT * FROM nowhere"_s);
    QVERIFY(!missing.error().nextStep.isEmpty());

    QVERIFY(connection->execute(u"CREATE TABLE t (a UNIQUE)"_s));
    QVERIFY(connection->execute(u"INSERT INTO t VALUES (1)"_s));
    const auto twice = connection->execute(u"INSERT INTO t VALUES (:a)"_s, {{u"a"_s, 1}});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Server);
    QCOMPARE(twice.error().message, u"UNIQUE constraint failed: t.a"_s);
    QCOMPARE(twice.error().statement, u"INSERT INTO t VALUES (:a)"_s);
}

void TestSqliteBackend::lockedFileIsAnErrorAfterTheTimeout()
{
    const auto holder = open();
    QVERIFY(holder->begin());
    const auto waiting = open(u"timeout=0.2"_s);
    QElapsedTimer timer;
    timer.start();
    const Result<void> begun = waiting->begin();
    QVERIFY(!begun);
    QVERIFY2(timer.elapsed() >= 150 && timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(begun.error().code, ErrorCode::Locked);
    QCOMPARE(begun.error().message, u"database is locked"_s);
    QCOMPARE(begun.error().statement, u"BEGIN IMMEDIATE"_s);
    QVERIFY(begun.error().nextStep.contains("Another program"_L1));
    QVERIFY(!waiting->inTransaction());
    QVERIFY(holder->commit());
    QVERIFY(waiting->begin());
}

void TestSqliteBackend::lockedFileIsAnErrorWhenOpening()
{
    const auto holder = open();
    QVERIFY(holder->execute(u"BEGIN EXCLUSIVE"_s));
    QVERIFY(holder->inTransaction());
    const auto second = Connection::open(url(u"shop.db"_s, u"timeout=0"_s));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Locked);
}

void TestSqliteBackend::readOnlyConnectionCannotWrite()
{
    QVERIFY(open()->execute(u"CREATE TABLE t (a)"_s));
    const auto reader = open({}, Access::ReadOnly);
    QCOMPARE(reader->access(), Access::ReadOnly);
    QVERIFY(reader->begin());
    QCOMPARE(reader->execute(u"SELECT count(*) FROM t"_s)->rows, QList<QVariantList> {{0LL}});
    const auto written = reader->execute(u"INSERT INTO t VALUES (1)"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Server);
    QCOMPARE(written.error().message, u"attempt to write a readonly database"_s);
    QVERIFY(!written.error().nextStep.isEmpty());
    QVERIFY(!open(u"mode=ro"_s)->execute(u"DROP TABLE t"_s));
}

void TestSqliteBackend::readOnlyFileCannotBeWritten()
{
    QVERIFY(open()->execute(u"CREATE TABLE t (a)"_s));
    const QFile::Permissions readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const QFile::Permissions enterable = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_folder->filePath(u"shop.db"_s), readable));
    QVERIFY(QFile::setPermissions(m_folder->path(), readable | enterable));
    const bool isRoot = geteuid() == 0;
    constexpr uid_t nobody = 65534;
    if (isRoot)
        QCOMPARE(seteuid(nobody), 0); // root may write everywhere
    const auto connection = Connection::open(url());
    const Result<Rows> written = connection ? (*connection)->execute(u"INSERT INTO t VALUES (1)"_s) : Rows {};
    if (isRoot)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(connection);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Server);
    QVERIFY(written.error().nextStep.contains("rights"_L1));
}

void TestSqliteBackend::readOnlyTransactionCannotWrite()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"CREATE TABLE t (a)"_s));
    QVERIFY(connection->beginReadOnly());
    QVERIFY(connection->inTransaction());
    const auto written = connection->execute(u"INSERT INTO t VALUES (1)"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Server);
    connection->rollback();
    QVERIFY(connection->execute(u"INSERT INTO t VALUES (1)"_s));
    QVERIFY(connection->beginReadOnly());
    QVERIFY(connection->commit());
    QVERIFY(connection->execute(u"INSERT INTO t VALUES (1)"_s));
}

void TestSqliteBackend::rollbackUndoesDdl()
{
    const auto connection = open();
    QVERIFY(connection->begin());
    QVERIFY(connection->execute(u"CREATE TABLE t (a)"_s));
    connection->rollback();
    QVERIFY(!connection->inTransaction());
    connection->rollback();
    QVERIFY(connection->execute(u"SELECT name FROM sqlite_master"_s)->rows.isEmpty());
}

void TestSqliteBackend::transactionsOfTheTextAreFollowed()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"begin"_s));
    QVERIFY(connection->inTransaction());
    QVERIFY(connection->execute(u"SAVEPOINT a"_s));
    QVERIFY(connection->execute(u"ROLLBACK TO a"_s));
    QVERIFY(connection->inTransaction());
    QVERIFY(connection->execute(u"END"_s));
    QVERIFY(!connection->inTransaction());
    QVERIFY(!connection->commit());
}

void TestSqliteBackend::failedCommitKeepsTheTransaction()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"PRAGMA foreign_keys = ON"_s));
    QVERIFY(connection->execute(u"CREATE TABLE p (id INTEGER PRIMARY KEY)"_s));
    QVERIFY(connection->execute(u"CREATE TABLE c (p REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)"_s));
    QVERIFY(connection->begin());
    QVERIFY(connection->execute(u"INSERT INTO c VALUES (1)"_s));
    const Result<void> committed = connection->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().message, u"FOREIGN KEY constraint failed"_s);
    QVERIFY(connection->inTransaction());
    QVERIFY(connection->execute(u"INSERT INTO p VALUES (1)"_s));
    QVERIFY(connection->commit());
    QVERIFY(!connection->inTransaction());
}

void TestSqliteBackend::foreignKeysAreOff()
{
    QCOMPARE(open()->execute(u"PRAGMA foreign_keys"_s)->rows, QList<QVariantList> {{0LL}});
}

void TestSqliteBackend::nulCharactersAreRefused()
{
    const auto result = open()->execute(u"SELECT 1\0; DROP TABLE t"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::BadInput);
}

// QtSql takes a QString that was never set for NULL
void TestSqliteBackend::emptyTextsAreValues()
{
    const auto connection = open();
    const auto result = connection->execute(u"SELECT typeof(:text), typeof(:bytes), typeof(:nothing)"_s,
        {{u"text"_s, QString()}, {u"bytes"_s, QByteArray()}, {u"nothing"_s, QVariant()}});
    QVERIFY(result);
    QCOMPARE(result->rows, (QList<QVariantList> {{u"text"_s, u"blob"_s, u"null"_s}}));
}

void TestSqliteBackend::statementIsStopped()
{
    const auto connection = open();
    QVERIFY(connection->cancel()); // nothing runs: nothing happens
    std::atomic_bool isDone = false;
    std::thread other([&] {
        while (!isDone) { // once is not enough: the statement may not have begun
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            QVERIFY(connection->cancel());
        }
    });
    const auto result = connection->execute(
        u"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 500000000) SELECT max(x) FROM c"_s);
    isDone = true;
    other.join();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Canceled);
    QCOMPARE(connection->execute(u"SELECT 1"_s)->rows, QList<QVariantList> {{1LL}});
}

QTEST_GUILESS_MAIN(TestSqliteBackend)
#include "tst_sqlitebackend.moc"
