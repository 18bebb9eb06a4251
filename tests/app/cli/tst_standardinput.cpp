#include "app/cli/standardinput.h"
#include "tests/support/testcase.h"

#include <QTextStream>

#include <array>
#include <thread>
#include <unistd.h>

using namespace Cli;
using namespace Migrations;
using namespace Qt::StringLiterals;

class TestStandardInput : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void linesAreReadWhileTheyArrive();
    void closedInputHasEnded();
    void cancellingEndsTheWait();

private:
    void write(const QByteArray &text) const
    {
        QCOMPARE(::write(m_pipe[1], text.constData(), size_t(text.size())), text.size());
    }
    void closeWriter();

    std::array<int, 2> m_pipe = {-1, -1};
};

void TestStandardInput::init()
{
    TestCase::init();
    QCOMPARE(::pipe(m_pipe.data()), 0);
}

void TestStandardInput::cleanup()
{
    closeWriter();
    ::close(m_pipe[0]);
}

void TestStandardInput::closeWriter()
{
    if (m_pipe[1] >= 0)
        ::close(m_pipe[1]);
    m_pipe[1] = -1;
}

void TestStandardInput::linesAreReadWhileTheyArrive()
{
    StandardInput input(m_pipe[0], {});
    QVERIFY(input.open(QIODevice::ReadOnly));
    QTextStream in(&input);
    write("ja, 是\n");
    QCOMPARE(in.readLine(), u"ja, 是"_s);
    write("two\nthree\n");
    QCOMPARE(in.readLine(), u"two"_s);
    QCOMPARE(in.readLine(), u"three"_s);
    write("last");
    closeWriter();
    QCOMPARE(in.readLine(), u"last"_s);
    QVERIFY(in.readLine().isNull());
}

void TestStandardInput::closedInputHasEnded()
{
    StandardInput input(m_pipe[0], {});
    QVERIFY(input.open(QIODevice::ReadOnly));
    QTextStream in(&input);
    closeWriter();
    QVERIFY(in.readLine().isNull());
}

void TestStandardInput::cancellingEndsTheWait()
{
    CancelToken cancel;
    StandardInput input(m_pipe[0], cancel);
    QVERIFY(input.open(QIODevice::ReadOnly));
    QTextStream in(&input);
    std::jthread user([&cancel] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        cancel.cancel();
    });
    QVERIFY(in.readLine().isNull());
}

QTEST_GUILESS_MAIN(TestStandardInput)
#include "tst_standardinput.moc"
