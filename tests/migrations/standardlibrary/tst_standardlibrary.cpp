#include "migrations/standardlibrary/catalogue.h"
#include "tests/migrations/python/pythonjudge.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Python;

namespace {

QString tableFolder(const QString &name)
{
    return QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/standardlibrary/") + name;
}

/// Nothing but the standard library.
class StandardWorld final : public ClosedWorld
{
public:
    ModuleObject *import(Interpreter &interpreter, const QString &name) override
    {
        ModuleObject *&module = m_modules[name];
        if (!module)
            module = StandardLibrary::importModule(interpreter, name);
        return module;
    }

private:
    QHash<QString, ModuleObject *> m_modules;
};

} // namespace

/// What scripts do with Python's standard modules gives what Python gives.
class TestStandardLibrary : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyModuleCanBeImported_data();
    void everyModuleCanBeImported();
    void programsDoWhatPythonDoes_data();
    void programsDoWhatPythonDoes();
};

void TestStandardLibrary::initTestCase()
{
    qputenv("TZ", "UTC"); // as the judge has it
    TestCase::initTestCase();
}

void TestStandardLibrary::everyModuleCanBeImported_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : StandardLibrary::moduleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestStandardLibrary::everyModuleCanBeImported()
{
    QFETCH(QString, name);
    StandardWorld world;
    const Result<QString> result = resultOf(QStringLiteral("import %1 as m\nresult = repr(m)\n").arg(name), world);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().toText()));
    QCOMPARE(*result, QStringLiteral("<module '%1'>").arg(name));
}

void TestStandardLibrary::programsDoWhatPythonDoes_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<QString>("expected");
    QList<Program> programs
        = programsIn(tableFolder(QStringLiteral("expressions")), tableFolder(QStringLiteral("programs")));
    for (Program &program : programs) { // an expression needs its module
        const QString topic = program.name.section(u':', 0, 0);
        if (program.source.startsWith(QStringLiteral("result = ")))
            program.source.prepend(QStringLiteral("from %1 import *\nimport %1\n").arg(topic));
    }
    const QStringList outcomes = judged(programs);
    QCOMPARE(outcomes.size(), programs.size());
    QVERIFY2(programs.size() > 500, "the tables are not where the test looks for them");
    for (qsizetype i = 0; i < programs.size(); ++i)
        QTest::newRow(qPrintable(programs[i].name)) << programs[i].source << programs[i].refusal << outcomes[i];
}

void TestStandardLibrary::programsDoWhatPythonDoes()
{
    QFETCH(QString, source);
    QFETCH(QString, refusal);
    QFETCH(QString, expected);
    QVERIFY2(!expected.startsWith(QStringLiteral("SyntaxError")), qPrintable(expected));
    StandardWorld world;
    const Result<QString> result = resultOf(source, world);
    if (!refusal.isEmpty()) {
        QVERIFY(!result);
        QCOMPARE(nameOf(result.error().code), refusal);
        return;
    }
    if (!result && result.error().code != ErrorCode::Script)
        QFAIL(qPrintable(nameOf(result.error().code) + u": " + result.error().message));
    QCOMPARE(result ? *result : result.error().message, expected);
}

QTEST_GUILESS_MAIN(TestStandardLibrary)
#include "tst_standardlibrary.moc"
