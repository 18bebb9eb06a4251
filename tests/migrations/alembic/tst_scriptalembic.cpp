#include "migrations/alembic/script.h"
#include "migrations/plan/preview.h"
#include "tests/migrations/alembic/recordinghost.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QJsonObject>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// The scripts of the folder scripts/ give the statements that Alembic gives, on both dialects. A
/// file holds several: a line "# name" begins one, its imports come first and the lines of
/// upgrade() after the first empty line. Alembic has to refuse those named [refused], and on SQLite
/// those named [postgresql]; so have we.
class TestScriptAlembic : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statementsAreAlembics_data();
    void statementsAreAlembics();

private:
    struct Case {
        QString name;
        QString source;
        QString dialect;
        QString answer;
    };
    void read(const QString &path);
    [[nodiscard]] static QString sourceOf(const QString &text);

    QList<Case> m_cases;
};

QString TestScriptAlembic::sourceOf(const QString &text)
{
    QString source = u"from alembic import op\nimport sqlalchemy as sa\n"_s;
    source += text.section(u"\n\n"_s, 0, 0) + u"\n\ndef upgrade():\n"_s;
    for (const QString &line : text.section(u"\n\n"_s, 1).trimmed().split(u'\n'))
        source += line.isEmpty() ? u"\n"_s : u"    "_s + line + u'\n';
    return source;
}

void TestScriptAlembic::read(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString folder = QFileInfo(path).baseName();
    for (const QString &part : QString::fromUtf8(file.readAll()).split(u"\n# "_s).mid(1)) {
        for (const QString &dialect : {u"postgresql"_s, u"sqlite"_s})
            m_cases << Case {.name = folder + u": "_s + part.section(u'\n', 0, 0) + u", "_s + dialect,
                .source = sourceOf(part.section(u'\n', 1)),
                .dialect = dialect,
                .answer = {}};
    }
}

void TestScriptAlembic::initTestCase()
{
    TestCase::initTestCase();
    QDirIterator files(QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/alembic/scripts"), {u"*.txt"_s});
    while (files.hasNext())
        read(files.next());
    QJsonArray questions;
    for (const Case &each : std::as_const(m_cases))
        questions << QJsonObject {{u"source"_s, each.source}, {u"dialect"_s, each.dialect}};
    const QJsonArray answers = judged(u"migrations/alembic/judge_scripts.py"_s, questions);
    QVERIFY(!answers.isEmpty());
    QCOMPARE(answers.size(), m_cases.size());
    for (qsizetype i = 0; i < m_cases.size(); ++i)
        m_cases[i].answer = answers[i].toString();
}

void TestScriptAlembic::statementsAreAlembics_data()
{
    QTest::addColumn<qsizetype>("number");
    for (qsizetype i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(m_cases[i].name)) << i;
}

void TestScriptAlembic::statementsAreAlembics()
{
    QFETCH(qsizetype, number);
    const Case &each = m_cases[number];
    RecordingHost host(each.dialect);
    const Result<void> done = Alembic::evaluateScript(each.source.toUtf8(), u"revision.py"_s, u"upgrade"_s, host);
    const bool isRefused = each.name.contains(u"[refused]"_s)
        || (each.name.contains(u"[postgresql]"_s) && each.dialect == u"sqlite");
    QVERIFY2(isRefused == each.answer.startsWith(u"CRASHED"_s), qPrintable(each.answer));
    if (isRefused) {
        QVERIFY2(!done, qPrintable(each.answer));
        return;
    }
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QString text;
    for (const QString &statement : std::as_const(host.statements))
        text += Plan::statementText(statement) + u";\n\n"_s;
    QCOMPARE(text, each.answer);
}

QTEST_GUILESS_MAIN(TestScriptAlembic)
#include "tst_scriptalembic.moc"
