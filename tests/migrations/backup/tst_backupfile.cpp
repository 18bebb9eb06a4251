#include "migrations/backup/backupfile.h"
#include "migrations/database/connection.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <functional>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Migrations;
using namespace Migrations::Backup;
using namespace Qt::StringLiterals;

/// Whole databases into files and back: what is in them, and what is left when something goes wrong.
class TestBackupFile : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void namesSayWhatTheyAre();
    void sqliteIsCopiedWhileOthersWork_data();
    void sqliteIsCopiedWhileOthersWork();
    void nothingIsOverwritten();
    void cancelLeavesNoFile_data() { databases(); }
    void cancelLeavesNoFile();
    void killLeavesNoBackup_data() { databases(); }
    void killLeavesNoBackup();
    void fullDiskLeavesNoFile_data() { databases(); }
    void fullDiskLeavesNoFile();
    void sqliteComesBackWhileOthersRead();
    void sqliteComesBackToNowhere();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void fullDiskLeavesTheOriginal();
    void killedRestoreLeavesTheOriginal();
    void cancelledRestoreLeavesTheOriginal();
    void postgresqlComesBack();
    void failedRestoreOfPostgresqlChangesNothing();
    void passwordIsInNoArgument();
    void missingProgramsAreNamed();
    void memoryIsRefused();

private:
    static void databases();
    void makeSqlite(int megabytes = 0) const;
    [[nodiscard]] QString makePostgresql();
    [[nodiscard]] Result<QString> backUp(
        const QString &url, const Progress &progress = quiet(), const CancelToken &cancel = {}) const;
    [[nodiscard]] static Database::DatabaseUrl parsed(const QString &url)
    {
        return Database::DatabaseUrl::parse(url).value();
    }
    [[nodiscard]] QString sqlite() const { return u"sqlite:///"_s + path(); }
    [[nodiscard]] QString path(const QString &name = u"app.db"_s) const { return m_folder->filePath(name); }
    [[nodiscard]] QString content(const QString &file) const { return output(u"sqlite3"_s, {file, u".dump"_s}); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] static Progress quiet()
    {
        return [](const QString &, int) {};
    }
    [[nodiscard]] QString output(const QString &program, const QStringList &arguments) const;
    /// runs it in another process, which is killed at its first progress
    void killInside(const std::function<void(const Progress &)> &work) const;

    PostgresqlCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_programs;
};

/// While it lives, no file grows beyond a size, as on a full disk.
class FullDisk final
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit {.rlim_cur = bytes, .rlim_max = m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before {};
};

void TestBackupFile::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
    m_programs = qgetenv("PATH");
}

void TestBackupFile::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestBackupFile::cleanup()
{
    qputenv("PATH", m_programs);
}

void TestBackupFile::databases()
{
    QTest::addColumn<bool>("isSqlite");
    QTest::newRow("SQLite") << true;
    QTest::newRow("PostgreSQL") << false;
}

QString TestBackupFile::output(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

void TestBackupFile::makeSqlite(int megabytes) const
{
    const auto connection = Database::Connection::open(parsed(sqlite())).value();
    for (const QString &statement : {u"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"_s,
             u"INSERT INTO alembic_version VALUES ('ae10')"_s, u"CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)"_s,
             u"CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET x = 'g' WHERE id < 0; END"_s,
             u"INSERT INTO t (x) VALUES ('one'), (NULL), ('é')"_s, u"CREATE TABLE big (data BLOB)"_s})
        QVERIFY2(connection->execute(statement), qPrintable(statement));
    if (megabytes > 0)
        QVERIFY(connection->execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                                     "INSERT INTO big SELECT randomblob(1000000) FROM n"_s.arg(megabytes)));
}

QString TestBackupFile::makePostgresql()
{
    const QString url = m_cluster.createDatabase();
    const auto connection = Database::Connection::open(parsed(url)).value();
    for (const QString &statement : {u"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"_s,
             u"INSERT INTO alembic_version VALUES ('ae10')"_s, u"CREATE TYPE mood AS ENUM ('sad', 'ok')"_s,
             u"CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood, x TEXT)"_s,
             u"INSERT INTO t (m, x) VALUES ('sad', 'one'), (NULL, 'é')"_s, u"CREATE TABLE big (data TEXT)"_s,
             u"INSERT INTO big SELECT md5(random()::text) FROM generate_series(1, 20000)"_s}) {
        if (const auto done = connection->execute(statement); !done)
            qFatal("%s", qPrintable(done.error().toText()));
    }
    return url;
}

Result<QString> TestBackupFile::backUp(const QString &url, const Progress &progress, const CancelToken &cancel) const
{
    const Database::DatabaseUrl address = parsed(url);
    return Backup::backUp({.url = address, .rows = {u"ae10"_s}, .folder = m_folder->path()}, progress, cancel);
}

void TestBackupFile::killInside(const std::function<void(const Progress &)> &work) const
{
    int pipes[2];
    QCOMPARE(pipe(pipes), 0);
    const pid_t child = fork();
    if (child == 0) {
        work([&pipes](const QString &, int) {
            (void)!write(pipes[1], "x", 1);
            pause();
        });
        _exit(0);
    }
    char one = 0;
    QCOMPARE(read(pipes[0], &one, 1), 1);
    QCOMPARE(kill(child, SIGKILL), 0);
    QCOMPARE(waitpid(child, nullptr, 0), child);
    close(pipes[0]);
    close(pipes[1]);
}

void TestBackupFile::namesSayWhatTheyAre()
{
    const QDateTime moment(QDate(2026, 3, 4), QTime(5, 6, 7), QTimeZone::UTC);
    QCOMPARE(backupName(u"app.db"_s, moment, {u"ae10"_s}), u"app.db.20260304-050607.ae10.backup"_s);
    QCOMPARE(backupName(u"app.db"_s, moment, {}), u"app.db.20260304-050607.base.backup"_s);
    QCOMPARE(backupName(u"app"_s, moment, {u"a/b"_s, u"c d"_s}), u"app.20260304-050607.a_b+c_d.backup"_s);
}

void TestBackupFile::sqliteIsCopiedWhileOthersWork_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("rollback journal") << u"DELETE"_s;
    QTest::newRow("write-ahead log") << u"WAL"_s;
}

void TestBackupFile::sqliteIsCopiedWhileOthersWork()
{
    QFETCH(const QString, mode);
    makeSqlite(3);
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const auto other = Database::Connection::open(parsed(sqlite())).value();
    QVERIFY(other->execute(u"PRAGMA journal_mode = "_s + mode));
    int changes = 0;
    const Progress writing = [&](const QString &, int percent) {
        QVERIFY(percent >= 0 && percent <= 100);
        if (changes++ < 20)
            QVERIFY(other->execute(u"INSERT INTO t (x) VALUES ('meanwhile')"_s));
    };
    const Result<QString> file = backUp(sqlite(), writing);
    QVERIFY2(file, file ? "" : qPrintable(file.error().toText()));
    QVERIFY(changes > 0);
    static const QRegularExpression name(uR"(^app\.db\.\d{8}-\d{6}\.ae10\.backup$)"_s);
    QVERIFY2(QFileInfo(*file).fileName().contains(name), qPrintable(*file));
    QCOMPARE(content(*file), content(path()));
    QCOMPARE(QFile::permissions(*file), QFile::permissions(path()));
    for (const QString &entry : files())
        QVERIFY2(!entry.endsWith(u".part"_s), qPrintable(entry));
    const Content inside = check(parsed(sqlite()), *file, u"alembic_version"_s, {}).value();
    QCOMPARE(inside.rows, QStringList {u"ae10"_s});
    QCOMPARE(inside.tables, (QStringList {u"alembic_version"_s, u"big"_s, u"t"_s}));
}

void TestBackupFile::nothingIsOverwritten()
{
    makeSqlite(3); // large enough to tell of its progress
    const QString first = backUp(sqlite()).value();
    const QString second = backUp(sqlite()).value();
    QVERIFY(first != second);
    QFile other(path(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("mine");
    other.close();
    const Database::DatabaseUrl url = parsed(sqlite());
    QCOMPARE(Backup::backUp({.url = url, .to = path(u"other"_s)}, quiet(), {}).error().code, ErrorCode::Conflict);
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), "mine");
    // somebody takes the name in between
    const auto taking = [this](const QString &, int) {
        QFile file(path(u"taken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("theirs");
    };
    QCOMPARE(Backup::backUp({.url = url, .to = path(u"taken"_s)}, taking, {}).error().code, ErrorCode::Conflict);
    QFile taken(path(u"taken"_s));
    QVERIFY(taken.open(QIODevice::ReadOnly));
    QCOMPARE(taken.readAll(), "theirs");
}

void TestBackupFile::cancelLeavesNoFile()
{
    QFETCH(const bool, isSqlite);
    if (isSqlite)
        makeSqlite(3);
    const QString url = isSqlite ? sqlite() : makePostgresql();
    CancelToken cancel;
    const Result<QString> file = backUp(url, [&cancel](const QString &, int) { cancel.cancel(); }, cancel);
    QCOMPARE(file.error().code, ErrorCode::Canceled);
    QCOMPARE(files(), isSqlite ? QStringList {u"app.db"_s} : QStringList());
}

void TestBackupFile::killLeavesNoBackup()
{
    QFETCH(const bool, isSqlite);
    if (isSqlite)
        makeSqlite(3);
    const QString url = isSqlite ? sqlite() : makePostgresql();
    killInside([&](const Progress &progress) { (void)backUp(url, progress); });
    QStringList left = files();
    left.removeAll(u"app.db"_s);
    QCOMPARE(left.size(), 1);
    QVERIFY2(left.constFirst().startsWith(u".stillroom-"_s) && left.constFirst().endsWith(u".part"_s), qPrintable(left.constFirst()));
    // a later backup takes the leftovers away, when they are surely nobody's any more
    QFile part(path(left.constFirst()));
    QVERIFY(part.open(QIODevice::ReadWrite));
    QVERIFY(part.setFileTime(QDateTime::currentDateTime().addSecs(-7200), QFileDevice::FileModificationTime));
    part.close();
    QVERIFY(backUp(url));
    QVERIFY(!part.exists());
}

void TestBackupFile::fullDiskLeavesNoFile()
{
    QFETCH(const bool, isSqlite);
    if (isSqlite)
        makeSqlite(3);
    const QString url = isSqlite ? sqlite() : makePostgresql();
    const QString before = isSqlite ? content(path()) : QString();
    {
        const FullDisk disk(100'000);
        const Result<QString> file = backUp(url);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Io);
        QVERIFY(!file.error().nextStep.isEmpty());
    }
    QCOMPARE(files(), isSqlite ? QStringList {u"app.db"_s} : QStringList());
    QCOMPARE(isSqlite ? content(path()) : QString(), before);
}

void TestBackupFile::sqliteComesBackWhileOthersRead()
{
    makeSqlite(1);
    const QString before = content(path());
    const QString file = backUp(sqlite()).value();
    const auto reader = Database::Connection::open(parsed(sqlite())).value();
    QVERIFY(reader->execute(u"DROP TABLE big"_s));
    QVERIFY(reader->execute(u"CREATE TABLE later (x)"_s));
    QCOMPARE(reader->execute(u"SELECT count(*) FROM later"_s).value().rows[0][0].toInt(), 0);
    const Result<void> done = restore(parsed(sqlite()), file, quiet(), {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().toText()));
    QCOMPARE(content(path()), before);
    // the connection that was open sees it
    QCOMPARE(reader->execute(u"SELECT count(*) FROM big"_s).value().rows[0][0].toInt(), 1);
    QVERIFY(!reader->execute(u"SELECT count(*) FROM later"_s));
}

void TestBackupFile::sqliteComesBackToNowhere()
{
    makeSqlite();
    const QString before = content(path());
    const QString file = backUp(sqlite()).value();
    QVERIFY(QFile::remove(path()));
    QVERIFY(restore(parsed(sqlite()), file, quiet(), {}));
    QCOMPARE(content(path()), before);
}

void TestBackupFile::damagedFilesAreRefused_data()
{
    QTest::addColumn<bool>("isSqlite");
    QTest::addColumn<int>("damage"); // 0: text, 1: cut, 2: zeros in the middle
    QTest::newRow("SQLite: text") << true << 0;
    QTest::newRow("SQLite: cut") << true << 1;
    QTest::newRow("SQLite: zeros") << true << 2;
    QTest::newRow("PostgreSQL: text") << false << 0;
    QTest::newRow("PostgreSQL: cut") << false << 1;
}

void TestBackupFile::damagedFilesAreRefused()
{
    QFETCH(const bool, isSqlite);
    QFETCH(const int, damage);
    makeSqlite(1);
    const QString url = isSqlite ? sqlite() : makePostgresql();
    const QString name = backUp(url).value();
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (damage == 0) {
        QVERIFY(file.resize(0));
        file.write("no backup");
    } else if (damage == 1) {
        QVERIFY(file.resize(file.size() * 2 / 3));
    } else {
        QVERIFY(file.seek(4096));
        file.write(QByteArray(8192, '\0'));
    }
    file.close();
    const Result<Content> content = check(parsed(url), name, u"alembic_version"_s, {});
    QVERIFY(!content);
    QCOMPARE(content.error().code, ErrorCode::BadInput);
    QVERIFY(content.error().nextStep.contains(u"not touched"_s));
    QCOMPARE(check(parsed(url), name + u"x"_s, u"alembic_version"_s, {}).error().code, ErrorCode::NotFound);
}

void TestBackupFile::fullDiskLeavesTheOriginal()
{
    makeSqlite(3);
    const QString file = backUp(sqlite()).value();
    QVERIFY(Database::Connection::open(parsed(sqlite())).value()->execute(u"DELETE FROM big"_s));
    QVERIFY(Database::Connection::open(parsed(sqlite())).value()->execute(u"VACUUM"_s));
    const QString before = content(path());
    {
        const FullDisk disk(500'000);
        const Result<void> done = restore(parsed(sqlite()), file, quiet(), {});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Io);
    }
    QCOMPARE(content(path()), before);
    QCOMPARE(output(u"sqlite3"_s, {path(), u"PRAGMA integrity_check"_s}), u"ok\n"_s);
    QVERIFY(restore(parsed(sqlite()), file, quiet(), {}));
}

void TestBackupFile::killedRestoreLeavesTheOriginal()
{
    makeSqlite(3);
    const QString file = backUp(sqlite()).value();
    QVERIFY(Database::Connection::open(parsed(sqlite())).value()->execute(u"UPDATE big SET data = randomblob(1000000)"_s));
    const QString before = content(path());
    killInside([&](const Progress &progress) { (void)restore(parsed(sqlite()), file, progress, {}); });
    QCOMPARE(content(path()), before);
    QVERIFY(restore(parsed(sqlite()), file, quiet(), {}));
    QCOMPARE(content(path()), content(file));
}

void TestBackupFile::cancelledRestoreLeavesTheOriginal()
{
    makeSqlite(3);
    const QString file = backUp(sqlite()).value();
    const auto other = Database::Connection::open(parsed(sqlite())).value();
    QVERIFY(other->execute(u"DELETE FROM t"_s));
    const QString before = content(path());
    CancelToken cancel;
    QCOMPARE(restore(parsed(sqlite()), file, [&cancel](const QString &, int) { cancel.cancel(); }, cancel).error().code,
        ErrorCode::Canceled);
    QCOMPARE(content(path()), before);
    QVERIFY(other->execute(u"INSERT INTO t (x) VALUES ('it is not locked')"_s));
}

void TestBackupFile::postgresqlComesBack()
{
    const QString url = makePostgresql();
    const auto dump = [&] {
        QString text = output(u"pg_dump"_s, {url});
        return text.remove(QRegularExpression(u"^\\\\(un)?restrict .*$"_s, QRegularExpression::MultilineOption));
    };
    const QString before = dump();
    QVERIFY2(before.contains(u"ae10"_s), qPrintable(before));
    int tables = 0;
    const Result<QString> file = backUp(url, [&tables](const QString &what, int) {
        tables += what.contains(u"dumping contents of table"_s) ? 1 : 0;
    });
    QVERIFY2(file, file ? "" : qPrintable(file.error().toText()));
    QCOMPARE(tables, 3);
    QCOMPARE(QFile::permissions(*file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const Content inside = check(parsed(url), *file, u"alembic_version"_s, {}).value();
    QCOMPARE(inside.rows, QStringList {u"ae10"_s});
    QCOMPARE(inside.tables, (QStringList {u"public.alembic_version"_s, u"public.big"_s, u"public.t"_s}));
    QVERIFY(!inside.made.isEmpty());
    const auto connection = Database::Connection::open(parsed(url)).value();
    for (const QString &statement : {u"DROP TABLE t"_s, u"DELETE FROM big"_s, u"UPDATE alembic_version SET version_num = 'b'"_s})
        QVERIFY(connection->execute(statement));
    const Result<void> done = restore(parsed(url), *file, quiet(), {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().toText()));
    QCOMPARE(dump(), before);
}

void TestBackupFile::failedRestoreOfPostgresqlChangesNothing()
{
    const QString url = makePostgresql();
    const QString file = backUp(url).value();
    const auto connection = Database::Connection::open(parsed(url)).value();
    // what depends on a table that is to be replaced
    QVERIFY(connection->execute(u"CREATE VIEW later AS SELECT * FROM big"_s));
    QVERIFY(connection->execute(u"DELETE FROM t"_s));
    const Result<void> done = restore(parsed(url), file, quiet(), {});
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(u"later"_s) || done.error().detail.contains(u"big"_s), qPrintable(done.error().toText()));
    QVERIFY(done.error().detail.contains(u"as it was"_s));
    QCOMPARE(connection->execute(u"SELECT count(*)::int FROM t"_s).value().rows[0][0].toInt(), 0);
    QCOMPARE(connection->execute(u"SELECT count(*)::int FROM later"_s).value().rows[0][0].toInt(), 20000);
}

void TestBackupFile::passwordIsInNoArgument()
{
    const QString url = makePostgresql();
    QStringList seen;
    const Progress looking = [&seen](const QString &, int) {
        for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile file(u"/proc/%1/cmdline"_s.arg(process));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString line = QString::fromUtf8(file.readAll().replace('\0', ' '));
            if (line.contains(u"pg_dump"_s))
                seen << line;
        }
    };
    QVERIFY(backUp(url, looking));
    QVERIFY(!seen.isEmpty());
    for (const QString &line : std::as_const(seen))
        QVERIFY2(!line.contains(PostgresqlCluster::superuserPassword()), qPrintable(line));
}

void TestBackupFile::missingProgramsAreNamed()
{
    const QString url = makePostgresql();
    qputenv("PATH", m_folder->path().toUtf8());
    const Result<QString> file = backUp(url);
    QCOMPARE(file.error().code, ErrorCode::Unsupported);
    QVERIFY2(file.error().nextStep.contains(u"postgresql-client"_s), qPrintable(file.error().nextStep));
    QCOMPARE(files(), QStringList());
}

void TestBackupFile::memoryIsRefused()
{
    QCOMPARE(backUp(u"sqlite://"_s).error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestBackupFile)
#include "tst_backupfile.moc"
