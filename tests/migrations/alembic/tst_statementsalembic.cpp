#include "migrations/alembic/script.h"
#include "migrations/plan/preview.h"
#include "tests/migrations/alembic/recordinghost.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Statements of SQLAlchemy's expression language give the text that SQLAlchemy compiles on both
/// dialects, or both refuse: those of statements/, one a line, and some hundred made at random.
class TestStatementsAlembic : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statementsAreSqlalchemys_data();
    void statementsAreSqlalchemys();

private:
    QList<QJsonObject> m_cases;
};

void TestStatementsAlembic::initTestCase()
{
    TestCase::initTestCase();
    QJsonArray questions {QJsonObject {{u"file"_s, u"statements.txt"_s}}};
    for (int seed = 1; seed <= 4; ++seed)
        questions << QJsonObject {{u"seed"_s, seed}, {u"count"_s, 150}};
    const QJsonArray answers = judged(u"migrations/alembic/judge_statements.py"_s, questions);
    QCOMPARE(answers.size(), questions.size());
    for (const QJsonValue &list : answers) {
        for (const QJsonValue &each : list.toArray())
            m_cases << each.toObject();
    }
    QVERIFY(m_cases.size() > 1'000);
}

void TestStatementsAlembic::statementsAreSqlalchemys_data()
{
    QTest::addColumn<qsizetype>("number");
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        const QJsonObject &each = m_cases[i];
        QTest::newRow(qPrintable(u"%1: %2: %3"_s.arg(i).arg(
            each[u"dialect"_s].toString(), each[u"statement"_s].toString()))) << i;
    }
}

void TestStatementsAlembic::statementsAreSqlalchemys()
{
    QFETCH(qsizetype, number);
    const QJsonObject &each = m_cases[number];
    const QString answer = each[u"answer"_s].toString();
    RecordingHost host(each[u"dialect"_s].toString());
    const Result<void> done = Alembic::evaluateScript(
        each[u"source"_s].toString().toUtf8(), u"revision.py"_s, u"upgrade"_s, host);
    // what SQLAlchemy leaves as a parameter has lost its value: that must be refused, but for the
    // insert() that is to get its rows later
    static const QRegularExpression parameter(u"(?<![:\\w']):[a-z]\\w*_\\d|::[A-Z]|CONFLICT  DO"_s);
    if (answer.startsWith(u"CRASHED"_s) || parameter.match(answer).hasMatch()) {
        QVERIFY2(!done, qPrintable(answer + u'\n' + host.statements.join(u'\n')));
        return;
    }
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message + u'\n' + answer));
    QString text;
    for (const QString &statement : std::as_const(host.statements))
        text += Plan::statementText(statement) + u";\n\n"_s;
    QCOMPARE(text, answer);
}

QTEST_GUILESS_MAIN(TestStatementsAlembic)
#include "tst_statementsalembic.moc"
