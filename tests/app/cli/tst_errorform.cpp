#include "app/cli/errorform.h"
#include "tests/support/testcase.h"

using namespace Cli;
using namespace Migrations;
using namespace Qt::StringLiterals;

class TestErrorForm : public TestCase
{
    Q_OBJECT

private slots:
    void failureSaysEverythingThatIsKnown();
    void failureSaysNothingThatIsNotKnown();
    void exceptionOfAScriptHasANextStep();
    void onlyErrorsAboutRevisionsPointToTheHistory();
    void warningIsNoFailure();
    void jsonHasEveryPart();
    void jsonLeavesOutWhatIsNotKnown();
    void everyCodeHasItsOwnName();

private:
    const Error m_error {.code = ErrorCode::Server,
        .message = u"relation \"x\" already exists"_s,
        .at = {u"versions/001.py"_s, 12, 5},
        .excerpt = u"op.create_table(\n^"_s,
        .statement = u"CREATE TABLE x (\n\tid INTEGER\n)"_s,
        .detail = u"DETAIL: none"_s,
        .nextStep = u"Drop it."_s};
};

void TestErrorForm::failureSaysEverythingThatIsKnown()
{
    QCOMPARE(failureText(m_error),
        u"FAILED: relation \"x\" already exists\n"
        "  at versions/001.py:12:5\n"
        "    op.create_table(\n"
        "    ^\n"
        "  statement:\n"
        "    CREATE TABLE x (\n"
        "    \tid INTEGER\n"
        "    )\n"
        "  DETAIL: none\n"
        "  next: Drop it.\n"_s);
}

void TestErrorForm::failureSaysNothingThatIsNotKnown()
{
    QCOMPARE(failureText({.message = u"Walked too far"_s}), u"FAILED: Walked too far\n"_s);
}

void TestErrorForm::exceptionOfAScriptHasANextStep()
{
    const QString nextStep = u"Correct the script, then run the command again."_s;
    const Error error {.code = ErrorCode::Script, .message = u"NameError: name 'x' is not defined"_s};
    QCOMPARE(failureText(error), u"FAILED: NameError: name 'x' is not defined\n  next: %1\n"_s.arg(nextStep));
    QCOMPARE(errorJson(error).value("nextStep"_L1).toString(), nextStep);
}

void TestErrorForm::onlyErrorsAboutRevisionsPointToTheHistory()
{
    const QString hint = u"\"stillroom-cli history\" lists the revisions."_s;
    QCOMPARE(withHistoryHint({.code = ErrorCode::NotFound}).nextStep, hint);
    QCOMPARE(withHistoryHint({.code = ErrorCode::BadInput}).nextStep, hint);
    QCOMPARE(withHistoryHint({.code = ErrorCode::Server}).nextStep, QString());
    QCOMPARE(withHistoryHint({.code = ErrorCode::NotFound, .nextStep = u"x"_s}).nextStep, u"x"_s);
}

void TestErrorForm::warningIsNoFailure()
{
    QCOMPARE(warningText({.message = u"odd"_s, .at = {u"a.py"_s, 3}}), u"Warning: odd\n  at a.py:3\n"_s);
}

void TestErrorForm::jsonHasEveryPart()
{
    QCOMPARE(errorJson(m_error),
        (QJsonObject {{u"code"_s, u"server"_s}, {u"message"_s, m_error.message}, {u"file"_s, u"versions/001.py"_s},
            {u"line"_s, 12}, {u"column"_s, 5}, {u"excerpt"_s, m_error.excerpt}, {u"statement"_s, m_error.statement},
            {u"detail"_s, m_error.detail}, {u"nextStep"_s, m_error.nextStep}}));
}

void TestErrorForm::jsonLeavesOutWhatIsNotKnown()
{
    QCOMPARE(errorJson({.code = ErrorCode::NotFound, .message = u"gone"_s}),
        (QJsonObject {{u"code"_s, u"not-found"_s}, {u"message"_s, u"gone"_s}}));
}

void TestErrorForm::everyCodeHasItsOwnName()
{
    QSet<QString> names;
    const int last = int(ErrorCode::Io);
    for (int code = 0; code <= last; ++code)
        names << errorJson({.code = ErrorCode(code)}).value("code"_L1).toString();
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.size(), last + 1);
}

QTEST_GUILESS_MAIN(TestErrorForm)
#include "tst_errorform.moc"
