#include "programs.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Migrations;
using namespace Migrations::Python;

namespace {

// one expression a line
QList<Program> expressions(const QString &topic, const QString &path)
{
    QList<Program> programs;
    for (QString line : linesOf(path)) {
        if (line.isEmpty())
            continue;
        const QString refusal = takeRefusal(line);
        programs << Program {topic + u": " + line, u"result = " + line, refusal};
    }
    return programs;
}

QList<Program> allPrograms()
{
    QList<Program> all;
    for (const QFileInfo &file : QDir(testFile(QStringLiteral("expressions"))).entryInfoList(QDir::Files))
        all += expressions(file.baseName(), file.filePath());
    for (const QFileInfo &file : QDir(testFile(QStringLiteral("programs"))).entryInfoList(QDir::Files))
        all += programsOf(file.baseName(), file.filePath());
    for (Program &program : all)
        program.source += QStringLiteral("\nresult = repr(result)\n");
    return all;
}

// what Python itself makes of them
QStringList judged(const QList<Program> &programs)
{
    QJsonArray sources;
    for (const Program &program : programs)
        sources << program.source;
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONHASHSEED"), QStringLiteral("0"));
    environment.insert(QStringLiteral("PYTHONIOENCODING"), QStringLiteral("utf-8"));
    python.setProcessEnvironment(environment);
    python.start(QStringLiteral("python3"), {testFile(QStringLiteral("oracle.py"))});
    python.write(QJsonDocument(sources).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        qFatal("python3 failed: %s", python.readAllStandardError().constData());
    QStringList outcomes;
    for (const QJsonValue &outcome : QJsonDocument::fromJson(python.readAllStandardOutput()).array())
        outcomes << outcome.toString();
    return outcomes;
}

Result<QString> evaluated(const QString &source)
{
    const Result<std::shared_ptr<const Module>> module = parse(source.toUtf8(), QStringLiteral("program.py"));
    if (!module)
        return failure(module.error());
    ClosedWorld world;
    Interpreter interpreter(*module, world);
    if (const Result<void> done = interpreter.run(); !done)
        return failure(done.error());
    return interpreter.globals().value(QStringLiteral("result")).toString();
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
