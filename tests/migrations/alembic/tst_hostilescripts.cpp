#include "migrations/alembic/script.h"
#include "tests/migrations/alembic/recordinghost.h"
#include "tests/migrations/python/programs.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Scripts that reach for the machine, or want more of it than they may, end within their budget and
/// without any effect. The table: "### name", "!Code line" of the refusal, the script; CANARY stands
/// for a file that nobody may read, MADE for one that nobody may make.
class TestHostileScripts : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theyAreRefused_data();
    void theyAreRefused();

private:
    [[nodiscard]] QStringList everythingSaid(const RecordingHost &host, const Result<void> &result) const;

    QTemporaryDir m_folder;
    QString m_canary;
    QString m_made;
};

namespace {

const QString secret = u"canary-51b7e0"_s;

QString textOf(ErrorCode code)
{
    const QString name = nameOf(code);
    return name == "another code"_L1 ? QString::number(int(code)) : name;
}

} // namespace

void TestHostileScripts::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY(m_folder.isValid());
    m_canary = m_folder.filePath(u"canary.txt"_s);
    m_made = m_folder.filePath(u"made.txt"_s);
    QFile file(m_canary);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(secret.toUtf8());
    file.close();
    qputenv("STILLROOM_SECRET", secret.toUtf8());
}

void TestHostileScripts::theyAreRefused_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("refusal");
    const QList<Program> programs
        = programsOf(QString(), QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/alembic/hostile.txt"));
    QVERIFY(programs.size() > 120);
    for (Program program : programs) {
        program.source.replace("CANARY"_L1, m_canary).replace("MADE"_L1, m_made);
        QTest::newRow(qPrintable(program.name)) << program.source << program.refusal;
    }
}

QStringList TestHostileScripts::everythingSaid(const RecordingHost &host, const Result<void> &result) const
{
    QStringList all = host.printed + host.asked + host.statements + host.queries;
    if (!result)
        all << result.error().toText();
    return all;
}

void TestHostileScripts::theyAreRefused()
{
    QFETCH(QString, source);
    QFETCH(QString, refusal);
    const bool hasFunction = source.contains("def upgrade("_L1);
    RecordingHost host;
    QElapsedTimer timer;
    timer.start();
    const Python::Budget budget {.steps = 400'000, .bytes = 48 * 1024 * 1024, .time = std::chrono::seconds(20)};
    const Result<void> result = Alembic::evaluateScript(
        (hasFunction ? source : source + "\ndef upgrade():\n    pass\n"_L1).toUtf8(), u"hostile.py"_s, u"upgrade"_s, host,
        budget, {}, {.environment = QMap<QString, QString>()});
    QVERIFY2(timer.elapsed() < 60'000, "the budget ends it, not patience");
    QVERIFY(!host.printed.contains(u"caught"_s));
    QVERIFY(host.operations.isEmpty());
    for (const QString &text : everythingSaid(host, result))
        QVERIFY2(!text.contains(secret), qPrintable(text));
    QVERIFY2(!QFile::exists(m_made), "a script made a file");
    if (refusal.isEmpty()) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().toText()));
        return;
    }
    QVERIFY(!result);
    const Error &error = result.error();
    QCOMPARE(textOf(error.code), refusal.section(u' ', 0, 0));
    if (refusal.contains(u' '))
        QCOMPARE(error.at.line, refusal.section(u' ', 1).toInt());
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(error.at.file, u"hostile.py"_s);
    QVERIFY(error.code != ErrorCode::Unsupported || !error.nextStep.isEmpty());
}

QTEST_GUILESS_MAIN(TestHostileScripts)
#include "tst_hostilescripts.moc"
