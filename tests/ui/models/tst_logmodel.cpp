#include "ui/models/logmodel.h"

#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>

using namespace Workbench;

class TestLogModel : public TestCase
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfWhatHappened();
    void forgetsTheOldestEntriesBeyondItsLimit();
    void aBatchLargerThanTheLimitKeepsItsEnd();
    void showsSeveralLinesAsOneAndKeepsTheWholeText();
    void clearedItIsEmpty();
};

namespace {

LogEntry entry(const QString &text, LogLevel level = LogLevel::Info)
{
    return {.level = level, .text = text, .at = QDateTime(QDate(2025, 1, 30), QTime(10, 0, 0, 7))};
}

QStringList texts(const LogModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, LogModel::Text).data().toString();
    return result;
}

} // namespace

void TestLogModel::keepsTheOrderOfWhatHappened()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({entry(QStringLiteral("one")), entry(QStringLiteral("two"), LogLevel::Error)});
    model.append({});
    model.append({entry(QStringLiteral("three"))});
    QCOMPARE(texts(model), (QStringList {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
    QCOMPARE(model.index(1, 0).data(LogModel::LevelRole).value<LogLevel>(), LogLevel::Error);
    QCOMPARE(model.index(0, LogModel::Time).data().toString(), QStringLiteral("10:00:00.007"));
}

void TestLogModel::forgetsTheOldestEntriesBeyondItsLimit()
{
    LogModel model(nullptr, 3);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const QString &text : {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")})
        model.append({entry(text)});
    QCOMPARE(texts(model), (QStringList {QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
}

void TestLogModel::aBatchLargerThanTheLimitKeepsItsEnd()
{
    LogModel model(nullptr, 2);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({entry(QStringLiteral("0"))});
    model.append({entry(QStringLiteral("1")), entry(QStringLiteral("2")), entry(QStringLiteral("3"))});
    QCOMPARE(texts(model), (QStringList {QStringLiteral("2"), QStringLiteral("3")}));
}

void TestLogModel::showsSeveralLinesAsOneAndKeepsTheWholeText()
{
    LogModel model;
    model.append({entry(QStringLiteral("CREATE TABLE a (\n\tid INTEGER\n)"), LogLevel::Statement)});
    QCOMPARE(texts(model).first(), QStringLiteral("CREATE TABLE a ( id INTEGER )"));
    QVERIFY(model.toText().contains(QStringLiteral("CREATE TABLE a (\n\tid INTEGER\n)")));
    QVERIFY(model.toText().startsWith(QStringLiteral("2025-01-30 10:00:00.007")));
}

void TestLogModel::clearedItIsEmpty()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({entry(QStringLiteral("one"))});
    model.clear();
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.toText(), QString());
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
