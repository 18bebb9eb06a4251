#include "migrations/alembic/script.h"
#include "migrations/plan/collectinghost.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// What the current Alembic prints for every case of alembic_operations.json, byte for byte, by the
/// way of `--sql`: the script is read, its operations compiled, the statements printed. An error has
/// the class and the text of Alembic's, and what was printed before it counts.
class TestOperations : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void textIsAlembics_data();
    void textIsAlembics();

private:
    QJsonArray m_cases;
};

namespace {

struct Answer {
    QString sql;
    QString error;
};

QByteArray sourceOf(const QString &body)
{
    QString source = u"from alembic import op\nimport sqlalchemy as sa\n"
                     "from sqlalchemy.dialects import postgresql, sqlite\n\n\ndef upgrade():\n"_s;
    for (const QString &line : body.split(u'\n'))
        source += u"    "_s + line + u'\n';
    return source.toUtf8();
}

Answer answerTo(const QJsonObject &given)
{
    const Dialects::Dialect &dialect = *Dialects::Dialect::byName(given.value(u"dialect"_s).toString());
    Dialects::NamingConvention convention;
    const QJsonObject names = given.value(u"naming_convention"_s).toObject();
    for (auto each = names.constBegin(); each != names.constEnd(); ++each)
        convention.insert(each.key(), each->toString());
    const std::unique_ptr<Dialects::Compiler> compiler = dialect.compiler(convention);
    Plan::TrackedSchema schema([] { return Schema::Database(); });
    Plan::CollectingHost host(dialect, *compiler, schema, {}, {.convention = convention});
    Plan::PlannedStep step;
    host.beginStep(step);
    const Result<void> done = Alembic::evaluateScript(
        sourceOf(given.value(u"body"_s).toString()), u"revision.py"_s, u"upgrade"_s, host);
    Answer answer;
    for (const Plan::Statement &statement : std::as_const(step.statements))
        answer.sql += statement.sql + u";\n\n"_s;
    if (!done) {
        const bool saysClass = done.error().message.startsWith(done.error().exception);
        answer.error = saysClass ? done.error().message : done.error().exception + u": "_s + done.error().message;
    }
    return answer;
}

/// Python says where an object lies in memory, and nothing behind the colon of an empty text
QString comparable(QString error)
{
    static const QRegularExpression address(u" object at 0x[0-9a-f.]*"_s);
    return error.remove(address).trimmed().remove(QRegularExpression(u":$"_s));
}

QStringList sortedStatements(const QString &sql)
{
    QStringList statements = sql.split(u";\n\n"_s);
    statements.sort();
    return statements;
}

} // namespace

void TestOperations::initTestCase()
{
    TestCase::initTestCase();
    QFile file(QStringLiteral(STILLROOM_SOURCE_DIR "/tests/conformance/alembic_operations.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_cases = QJsonDocument::fromJson(file.readAll()).object().value(u"cases"_s).toArray();
    QCOMPARE(m_cases.size(), 1690);
}

void TestOperations::textIsAlembics_data()
{
    QTest::addColumn<QJsonObject>("given");
    for (const QJsonValue &each : std::as_const(m_cases)) {
        const QJsonObject given = each.toObject();
        const QString name = u"%1 %2 %3"_s.arg(given.value(u"id"_s).toString(),
            given.value(u"dialect"_s).toString(), given.value(u"body"_s).toString());
        QTest::newRow(qPrintable(name)) << given;
    }
}

void TestOperations::textIsAlembics()
{
    QFETCH(QJsonObject, given);
    const Answer answer = answerTo(given);
    const QString wanted = given.value(u"sql"_s).toString();
    QCOMPARE(comparable(answer.error), comparable(given.value(u"error"_s).toString()));
    if (given.value(u"unstable_order"_s).toBool())
        QCOMPARE(sortedStatements(answer.sql), sortedStatements(wanted));
    else
        QCOMPARE(answer.sql, wanted);
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
