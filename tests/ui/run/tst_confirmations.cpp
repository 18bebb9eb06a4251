#include "ui/run/confirmations.h"

#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Workbench;
using Graph::Direction;

class TestConfirmations : public TestCase
{
    Q_OBJECT

private slots:
    void anApplyThatLosesNothingIsNotAskedFor();
    void anApplyThatLosesDataNamesIt();
    void aRollBackIsAlwaysAskedFor();
    void aPreviewThatStoppedIsAskedFor();
    void aLongListIsCutShort();
    void theOutcomeSaysWhatStays_data();
    void theOutcomeSaysWhatStays();
};

namespace {

Plan::Preview previewOf(const QStringList &statements)
{
    Plan::PlannedStep step;
    step.step.revision = QStringLiteral("001_tables");
    step.doc = QStringLiteral("Add tables");
    for (const QString &sql : statements)
        step.statements << Plan::Statement {.sql = sql, .at = {}, .operation = {}};
    return {.dialect = {}, .steps = {step}, .error = {}};
}

const Goal up {.direction = Direction::Upgrade, .target = QStringLiteral("heads")};
const Goal down {.direction = Direction::Downgrade, .target = QStringLiteral("-1")};

} // namespace

void TestConfirmations::anApplyThatLosesNothingIsNotAskedFor()
{
    QVERIFY(!confirmationFor(up, previewOf({QStringLiteral("CREATE TABLE a (id INTEGER)")}), QStringLiteral("db")));
}

void TestConfirmations::anApplyThatLosesDataNamesIt()
{
    const auto asked = confirmationFor(up, previewOf({QStringLiteral("DROP TABLE a")}), QStringLiteral("app.db"));
    QVERIFY(asked.has_value());
    QVERIFY(asked->isDangerous);
    QVERIFY(asked->text.contains(QStringLiteral("app.db")));
    QVERIFY(asked->details.contains(QStringLiteral("001_tables Add tables")));
    QVERIFY(asked->details.contains(QStringLiteral("DROP TABLE a")));
}

void TestConfirmations::aRollBackIsAlwaysAskedFor()
{
    const auto asked = confirmationFor(down, previewOf({QStringLiteral("DROP INDEX ix")}), QStringLiteral("app.db"));
    QVERIFY(asked.has_value());
    QVERIFY(!asked->isDangerous);
}

void TestConfirmations::aPreviewThatStoppedIsAskedFor()
{
    Plan::Preview preview = previewOf({});
    preview.error = Error {.code = ErrorCode::NeedsConnection, .message = QStringLiteral("rows of a table that is not there yet")};
    const auto asked = confirmationFor(up, preview, QStringLiteral("app.db"));
    QVERIFY(asked.has_value());
    QVERIFY(asked->isDangerous);
    QVERIFY(asked->details.contains(preview.error->message));
}

void TestConfirmations::aLongListIsCutShort()
{
    QStringList drops;
    for (int number = 0; number < 30; ++number)
        drops << QStringLiteral("DROP TABLE t%1").arg(number);
    const auto asked = confirmationFor(up, previewOf(drops), QStringLiteral("app.db"));
    QCOMPARE(asked->details.count(QStringLiteral("DROP TABLE")), 8);
    QVERIFY(asked->details.contains(QStringLiteral("22")));
}

void TestConfirmations::theOutcomeSaysWhatStays_data()
{
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("code"); // -1: no error
    QTest::addColumn<QString>("start");
    QTest::newRow("done") << 2 << -1 << QStringLiteral("Applied 2");
    QTest::newRow("failed at once") << 0 << int(ErrorCode::Server)
                                    << QStringLiteral("Stopped by an error. The database is as it was");
    QTest::newRow("failed later") << 2 << int(ErrorCode::Server) << QStringLiteral("Stopped by an error. 2");
    QTest::newRow("cancelled at once") << 0 << int(ErrorCode::Canceled) << QStringLiteral("Cancelled. The database");
    QTest::newRow("cancelled later") << 1 << int(ErrorCode::Canceled) << QStringLiteral("Cancelled. 1");
}

void TestConfirmations::theOutcomeSaysWhatStays()
{
    QFETCH(int, done);
    QFETCH(int, code);
    QFETCH(QString, start);
    Runner::RunReport report;
    report.done = QList<Graph::Step>(done);
    if (code >= 0)
        report.error = Error {.code = ErrorCode(code), .message = QStringLiteral("x")};
    const QString text = outcomeText(report, Direction::Upgrade);
    QVERIFY2(text.startsWith(start), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestConfirmations)
#include "tst_confirmations.moc"
