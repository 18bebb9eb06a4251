#include "pythonjudge.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Python;

namespace {

QList<Program> allPrograms()
{
    return programsIn(testFile(QStringLiteral("expressions")), testFile(QStringLiteral("programs")));
}

Result<QString> evaluated(const QString &source)
{
    ClosedWorld world;
    return resultOf(source, world);
}

} // namespace

class TestInterpreter : public TestCase
{
    Q_OBJECT

private slots:
    void programsDoWhatPythonDoes_data();
    void programsDoWhatPythonDoes();
};

void TestInterpreter::programsDoWhatPythonDoes_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<QString>("expected");
    const QList<Program> programs = allPrograms();
    const QStringList outcomes = judged(programs);
    QCOMPARE(outcomes.size(), programs.size());
    QVERIFY2(programs.size() > 1000, "the tables are not where the test looks for them");
    for (qsizetype i = 0; i < programs.size(); ++i)
        QTest::newRow(qPrintable(programs[i].name)) << programs[i].source << programs[i].refusal << outcomes[i];
}

void TestInterpreter::programsDoWhatPythonDoes()
{
    QFETCH(QString, source);
    QFETCH(QString, refusal);
    QFETCH(QString, expected);
    QVERIFY2(refusal == u"Syntax" || !expected.startsWith(QStringLiteral("SyntaxError")), qPrintable(expected));
    const Result<QString> result = evaluated(source);
    if (!refusal.isEmpty()) {
        QVERIFY(!result);
        QCOMPARE(nameOf(result.error().code), refusal);
        return;
    }
    if (!result && result.error().code != ErrorCode::Script)
        QFAIL(qPrintable(nameOf(result.error().code) + u": " + result.error().message));
    QCOMPARE(result ? *result : result.error().message, expected);
}

QTEST_GUILESS_MAIN(TestInterpreter)
#include "tst_interpreter.moc"
