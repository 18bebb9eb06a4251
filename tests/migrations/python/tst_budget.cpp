#include "programs.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>

#include <thread>

using namespace Migrations;
using namespace Migrations::Python;

namespace {

std::shared_ptr<const Module> parsed(const QString &source)
{
    const Result<std::shared_ptr<const Module>> module = parse(source.toUtf8(), QStringLiteral("hostile.py"));
    return module ? *module : nullptr;
}

} // namespace

class TestBudget : public TestCase
{
    Q_OBJECT

private slots:
    void hostileScriptsEnd_data();
    void hostileScriptsEnd();
    void theBudgetIsForAllCalls();
    void timeOfTheHostDoesNotCount();
    void anotherThreadCancels();
    void nothingIsPrintedAfterTheEnd();
};

void TestBudget::hostileScriptsEnd_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("refusal");
    const QList<Program> programs = programsOf(QString(), testFile(QStringLiteral("hostile.txt")));
    QVERIFY(programs.size() > 150);
    for (const Program &program : programs)
        QTest::newRow(qPrintable(program.name)) << program.source << program.refusal;
}

void TestBudget::hostileScriptsEnd()
{
    QFETCH(QString, source);
    QFETCH(QString, refusal);
    const auto module = parsed(source);
    QVERIFY(module);
    ClosedWorld world;
    Interpreter interpreter(module, world, {.steps = 1'500'000, .time = std::chrono::seconds(60)});
    const Result<void> result = interpreter.run();
    QVERIFY(!world.printed.contains(QStringLiteral("caught")));
    if (refusal.isEmpty()) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().toText()));
        return;
    }
    QVERIFY(!result);
    const Error &error = result.error();
    // where exactly a budget ends depends on its size
    const bool anyLine = !refusal.contains(u' ') || error.code == ErrorCode::Budget;
    QCOMPARE(nameOf(error.code) + (anyLine ? QString() : u' ' + QString::number(error.at.line)),
        anyLine ? refusal.section(u' ', 0, 0) : refusal);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(error.at.file, QStringLiteral("hostile.py"));
    QVERIFY(!error.excerpt.isEmpty());
}

void TestBudget::theBudgetIsForAllCalls()
{
    const auto module = parsed(QStringLiteral("def upgrade():\n    for i in range(1000): pass\n"));
    ClosedWorld world;
    Interpreter interpreter(module, world, {.steps = 20'000});
    QVERIFY(interpreter.run());
    int calls = 0;
    while (interpreter.call(QStringLiteral("upgrade")))
        ++calls;
    QVERIFY2(calls > 1 && calls < 20, qPrintable(QString::number(calls)));
    QCOMPARE(interpreter.call(QStringLiteral("upgrade")).error().code, ErrorCode::Budget);
}

void TestBudget::timeOfTheHostDoesNotCount()
{
    class Slow final : public ClosedWorld
    {
    public:
        Result<QString> input(const QString &, const SourceLocation &) override
        {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            return QStringLiteral("yes");
        }
    };
    const auto module = parsed(QStringLiteral("result = input('sure? ')\nfor i in range(10_000): pass\n"));
    Slow world;
    Interpreter interpreter(module, world, {.time = std::chrono::milliseconds(250)});
    const Result<void> result = interpreter.run();
    QVERIFY2(result, qPrintable(result ? QString() : result.error().toText()));
    QCOMPARE(interpreter.globals().value(QStringLiteral("result")).toString(), QStringLiteral("yes"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300)); // between two calls
    QVERIFY(interpreter.call(QStringLiteral("result")).error().code != ErrorCode::Budget);
}

void TestBudget::anotherThreadCancels()
{
    const auto module = parsed(QStringLiteral(
        "while True:\n    try:\n        pass\n    except BaseException:\n        pass\n"));
    ClosedWorld world;
    CancelToken token;
    Interpreter interpreter(module, world, {.steps = std::numeric_limits<qint64>::max()}, token);
    std::jthread other([token]() mutable {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        token.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const Result<void> result = interpreter.run();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Canceled);
    QVERIFY(timer.elapsed() < 5'000);
}

void TestBudget::nothingIsPrintedAfterTheEnd()
{
    const auto module = parsed(QStringLiteral("print('before', end='')\n10 ** 100000\nprint('after')\n"));
    ClosedWorld world;
    Interpreter interpreter(module, world);
    QCOMPARE(interpreter.run().error().code, ErrorCode::Unsupported);
    QCOMPARE(world.printed, QStringList {QStringLiteral("before")});
}

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
