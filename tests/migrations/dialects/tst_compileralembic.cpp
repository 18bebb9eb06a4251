#include "migrations/dialects/dialect.h"
#include "tests/migrations/dialects/operationreader.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// The compilers beside Alembic itself: judge.py runs bodies of upgrade() in the installed Alembic
/// and says which operations they asked for and what it printed. STILLROOM_CASES names another file
/// of cases than cases.py.
class TestCompilerAlembic : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statementsAreAlembics_data();
    void statementsAreAlembics();

private:
    QJsonArray m_cases;
};

namespace {

/// as Alembic prints a statement
QString printed(const QStringList &statements)
{
    QString text;
    for (QString statement : statements)
        text += statement.replace(u'\t', u"    "_s).trimmed() + u";\n\n"_s;
    return text;
}

/// Alembic creates the indexes of one table in the order of a set, which differs from run to run.
QString withoutIndexOrder(const QString &sql)
{
    QStringList statements = sql.split(u";\n\n"_s);
    auto begin = statements.begin();
    const auto isIndex = [](const QString &text) {
        return text.startsWith(u"CREATE INDEX") || text.startsWith(u"CREATE UNIQUE INDEX");
    };
    while (begin != statements.end()) {
        const auto end = std::find_if_not(begin, statements.end(), isIndex);
        std::sort(begin, end);
        begin = end == statements.end() ? end : std::next(end);
    }
    return statements.join(u";\n\n"_s);
}

} // namespace

void TestCompilerAlembic::initTestCase()
{
    TestCase::initTestCase();
    const QString folder = QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/dialects/");
    QTemporaryDir out;
    QVERIFY(out.isValid());
    const QString result = out.filePath(u"judged.json"_s);
    QProcess judge;
    QStringList arguments {u"-B"_s, folder + u"judge.py"_s, result};
    if (qEnvironmentVariableIsSet("STILLROOM_CASES"))
        arguments << qEnvironmentVariable("STILLROOM_CASES");
    judge.start(u"python3"_s, arguments);
    QVERIFY2(judge.waitForFinished(60'000), qPrintable(judge.errorString()));
    QVERIFY2(judge.exitCode() == 0, judge.readAllStandardError().constData());
    QFile file(result);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(m_cases.size() >= 1000);
}

void TestCompilerAlembic::statementsAreAlembics_data()
{
    QTest::addColumn<QJsonObject>("judged");
    int number = 0;
    for (const QJsonValue &each : std::as_const(m_cases)) {
        const QJsonObject judged = each.toObject();
        if (judged.value(u"undescribed"_s).toArray().isEmpty()) {
            const QString name = u"%1 %2 %3"_s.arg(
                QString::number(++number), judged.value(u"dialect"_s).toString(), judged.value(u"body"_s).toString());
            QTest::newRow(qPrintable(name)) << judged;
        }
    }
}

void TestCompilerAlembic::statementsAreAlembics()
{
    QFETCH(QJsonObject, judged);
    Dialects::NamingConvention convention;
    const QJsonObject names = judged.value(u"naming_convention"_s).toObject();
    for (auto each = names.constBegin(); each != names.constEnd(); ++each)
        convention.insert(each.key(), each->toString());
    const auto compiler = Dialects::Dialect::byName(judged.value(u"dialect"_s).toString())->compiler(convention);
    QStringList statements;
    std::optional<Error> refusal;
    for (const QJsonValue &described : judged.value(u"operations"_s).toArray()) {
        const Dialects::Rendered rendered = compiler->compile(readOperation(described.toObject()));
        statements << rendered.statements;
        refusal = rendered.refusal;
        if (refusal)
            break;
    }
    QCOMPARE(withoutIndexOrder(printed(statements)), withoutIndexOrder(judged.value(u"sql"_s).toString()));
    const QString error = judged.value(u"error"_s).toString();
    QVERIFY2(
        refusal.has_value() == !error.isEmpty(), qPrintable(refusal ? refusal->message : u"not refused: "_s + error));
    // Python's own errors are said in other words
    static const QRegularExpression python(u"^(KeyError|AssertionError|TypeError)| object at 0x"_s);
    if (!refusal || error.contains(python))
        return;
    QCOMPARE(refusal->message, error.sliced(error.indexOf(u": ") + 2));
}

QTEST_GUILESS_MAIN(TestCompilerAlembic)
#include "tst_compileralembic.moc"
