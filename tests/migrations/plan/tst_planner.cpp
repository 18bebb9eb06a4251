#include "migrations/plan/planner.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::Plan;
using namespace Qt::StringLiterals;

/// Previews of small projects that are made of text.
class TestPlanner : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void offlinePreviewStartsWithTheVersionTable();
    void startThatIsNotBaseHasNoVersionTable();
    void inspectionIsAnsweredFromEarlierSteps();
    void inspectionReplaysWhatIsBelowTheStart();
    void connectionAnswersAtTheStart();
    void conflictRaisesWithAConnectionOnly();
    void abortedTransactionRefusesTheRest();
    void rowsAreReadBeforeAnyChangeOnly();
    void questionsAreRememberedAndTakenAsYes();
    void stepsBeforeAFailureStay();
    void sqlRevisionsGiveTheirSection();
    void unknownTargetIsNoPlan();
    void editedBodyIsTakenEditedHeaderIsAConflict_data();
    void editedBodyIsTakenEditedHeaderIsAConflict();
    void brokenBodyNamesItsLine();
    void declaredEncodingIsRead();

private:
    void add(const QString &id, const QString &down, const QString &upgrade, const QString &downgrade = u"pass"_s);
    void addSql(const QString &id, const QString &down, const QString &text);
    [[nodiscard]] Result<Preview> preview(const QString &target, const QStringList &rows = {},
        const QString &dialect = u"sqlite"_s) const;
    [[nodiscard]] Result<Preview> connected(const QString &target, const Schema::Database &schema,
        const QString &dialect = u"sqlite"_s) const;
    [[nodiscard]] Graph::RevisionGraph graph() const;

    void write(const QString &name, const QString &text) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Scripts::ScriptDirectory m_scripts;
};

namespace {

QStringList texts(const PlannedStep &step)
{
    QStringList all;
    for (const Statement &statement : step.statements)
        all << statement.sql;
    return all;
}

const QString createT = u"op.create_table('t', sa.Column('id', sa.Integer()))"_s;
const QString look = u"print('t' in sa.inspect(op.get_bind()).get_table_names())"_s;

} // namespace

void TestPlanner::init()
{
    TestCase::init();
    m_scripts = {};
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPlanner::add(const QString &id, const QString &down, const QString &upgrade, const QString &downgrade)
{
    const auto indented = [](QString body) { return body.replace(u'\n', u"\n    "_s); };
    // the header stands last, so that the functions are on lines that a test can name
    write(id + u".py"_s,
        u"from alembic import op\nimport sqlalchemy as sa\ndef upgrade():\n    %1\ndef downgrade():\n    %2\n"
        "revision = '%3'\ndown_revision = '%4'\n"_s.arg(indented(upgrade), indented(downgrade), id, down));
    m_scripts.add({.id = id,
        .down = down.isEmpty() ? QStringList() : QStringList {down},
        .path = path(id + u".py"_s)});
}

void TestPlanner::addSql(const QString &id, const QString &down, const QString &text)
{
    write(id + u".sql"_s, text);
    m_scripts.add({.id = id,
        .down = down.isEmpty() ? QStringList() : QStringList {down},
        .path = path(id + u".sql"_s),
        .language = Scripts::Language::Sql});
}

void TestPlanner::write(const QString &name, const QString &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(text.toUtf8()) == text.toUtf8().size());
}

Graph::RevisionGraph TestPlanner::graph() const
{
    QList<Graph::Node> nodes;
    for (const Scripts::Revision &revision : m_scripts.revisions)
        nodes << Graph::Node {.id = revision.id, .down = revision.down};
    return Graph::RevisionGraph::build(nodes);
}

Result<Preview> TestPlanner::preview(const QString &target, const QStringList &rows, const QString &dialect) const
{
    return makePreview({.scripts = m_scripts,
        .graph = graph(),
        .dialect = *Dialects::Dialect::byName(dialect),
        .rows = rows,
        .direction = target.startsWith(u'-') ? Graph::Direction::Downgrade : Graph::Direction::Upgrade,
        .target = target});
}

Result<Preview> TestPlanner::connected(
    const QString &target, const Schema::Database &schema, const QString &dialect) const
{
    return makePreview({.scripts = m_scripts,
        .graph = graph(),
        .dialect = *Dialects::Dialect::byName(dialect),
        .rows = {},
        .direction = Graph::Direction::Upgrade,
        .target = target,
        .hasVersionTable = true,
        .reader = [](const QString &, const QVariantMap &) -> Result<Alembic::QueryResult> {
            return Alembic::QueryResult {.columns = {u"n"_s}, .rows = {{7}}};
        },
        .schema = [schema] { return schema; }});
}

void TestPlanner::offlinePreviewStartsWithTheVersionTable()
{
    add(u"a"_s, {}, createT);
    add(u"b"_s, u"a"_s, u"op.drop_table('t')"_s);
    const Result<Preview> result = preview(u"head"_s);
    QCOMPARE(result->steps.size(), 2);
    QVERIFY(result->steps[0].statements[0].isVersionTable);
    QCOMPARE(texts(result->steps[0])[1], u"CREATE TABLE t (\n    id INTEGER\n)"_s);
    QCOMPARE(result->steps[0].statements[1].at, (SourceLocation {path(u"a.py"_s), 4, 5}));
    QVERIFY(result->steps[0].statements[2].isVersionRow);
    QCOMPARE(texts(result->steps[1]).first(), u"DROP TABLE t"_s);
}

void TestPlanner::startThatIsNotBaseHasNoVersionTable()
{
    add(u"a"_s, {}, createT);
    add(u"b"_s, u"a"_s, u"op.drop_table('t')"_s);
    const Result<Preview> result = preview(u"head"_s, {u"a"_s});
    QCOMPARE(texts(result->steps[0]),
        (QStringList {u"DROP TABLE t"_s, u"UPDATE alembic_version SET version_num='b' WHERE alembic_version.version_num = 'a'"_s}));
}

void TestPlanner::inspectionIsAnsweredFromEarlierSteps()
{
    add(u"a"_s, {}, look + u'\n' + createT + u'\n' + look);
    add(u"b"_s, u"a"_s, look + u"\nop.drop_table('t')\n"_s + look);
    const Result<Preview> result = preview(u"head"_s);
    QVERIFY(!result->error);
    QCOMPARE(result->steps[0].output, (QStringList {u"False"_s, u"True"_s}));
    QCOMPARE(result->steps[1].output, (QStringList {u"True"_s, u"False"_s}));
}

void TestPlanner::inspectionReplaysWhatIsBelowTheStart()
{
    add(u"a"_s, {}, createT);
    add(u"b"_s, u"a"_s, look);
    QCOMPARE(preview(u"head"_s, {u"a"_s})->steps[0].output, QStringList {u"True"_s});
    m_scripts = {};
    add(u"a"_s, {}, u"op.execute('CREATE TABLE t (id int)')"_s);
    add(u"b"_s, u"a"_s, look);
    QCOMPARE(preview(u"head"_s, {u"a"_s})->error->code, ErrorCode::NeedsConnection);
}

void TestPlanner::connectionAnswersAtTheStart()
{
    add(u"a"_s, {}, look);
    QCOMPARE(connected(u"head"_s, {.tables = {{.name = u"t"_s}}, .enums = {}})->steps[0].output, QStringList {u"True"_s});
    QCOMPARE(connected(u"head"_s, {})->steps[0].output, QStringList {u"False"_s});
}

void TestPlanner::conflictRaisesWithAConnectionOnly()
{
    add(u"a"_s, {}, u"try:\n    "_s + createT + u"\nexcept Exception as e:\n    print('there')"_s);
    const Schema::Database schema {.tables = {{.name = u"t"_s}}, .enums = {}};
    const Result<Preview> withConnection = connected(u"head"_s, schema);
    QCOMPARE(withConnection->steps[0].output.size(), 1);
    QCOMPARE(withConnection->steps[0].statements.size(), 1); // the version row
    const Result<Preview> offline = preview(u"head"_s);
    QVERIFY(offline->steps[0].output.isEmpty());
    QCOMPARE(offline->steps[0].statements.size(), 3);
}

void TestPlanner::abortedTransactionRefusesTheRest()
{
    add(u"a"_s, {}, u"try:\n    op.drop_table('missing')\nexcept Exception:\n    pass\n"_s + createT);
    const Result<Preview> postgresql = connected(u"head"_s, {}, u"postgresql"_s);
    QVERIFY(postgresql->error);
    QVERIFY2(postgresql->error->message.contains(u"transaction is aborted"_s), qPrintable(postgresql->error->message));
    QVERIFY(!connected(u"head"_s, {}, u"sqlite"_s)->error);
}

void TestPlanner::rowsAreReadBeforeAnyChangeOnly()
{
    const QString read = u"print(op.get_bind().execute(sa.text('SELECT count(*) FROM t')).scalar())"_s;
    add(u"a"_s, {}, read + u'\n' + createT);
    add(u"b"_s, u"a"_s, read);
    const Result<Preview> result = connected(u"head"_s, {});
    QCOMPARE(result->steps.size(), 1);
    QCOMPARE(result->steps[0].output, QStringList {u"7"_s});
    QCOMPARE(result->error->code, ErrorCode::NeedsConnection);
    QCOMPARE(result->error->at.file, path(u"b.py"_s));
}

void TestPlanner::questionsAreRememberedAndTakenAsYes()
{
    add(u"a"_s, {}, u"if input('sure? (yes/no): ') == 'yes':\n    "_s + createT);
    const Result<Preview> result = preview(u"head"_s);
    QCOMPARE(result->steps[0].questions, QStringList {u"sure? (yes/no): "_s});
    QCOMPARE(result->steps[0].statements.size(), 3);
}

void TestPlanner::stepsBeforeAFailureStay()
{
    add(u"a"_s, {}, createT);
    add(u"b"_s, u"a"_s, u"raise ValueError('no')"_s);
    const Result<Preview> result = preview(u"head"_s);
    QCOMPARE(result->steps.size(), 1);
    QCOMPARE(result->error->code, ErrorCode::Script);
    QCOMPARE(result->error->message, u"ValueError: no"_s);
    QCOMPARE(result->error->at, (SourceLocation {path(u"b.py"_s), 4, 5}));
}

void TestPlanner::sqlRevisionsGiveTheirSection()
{
    addSql(u"a"_s, {}, u"-- revision: a\n-- migrate:up postgresql\nCREATE TABLE p (id int);\n"
                       "-- migrate:up sqlite\nCREATE TABLE s (id int);\n\nCREATE TABLE s2 (id int);\n"
                       "-- migrate:down\nDROP TABLE x;\n"_s);
    const Result<Preview> up = preview(u"head"_s);
    QCOMPARE(texts(up->steps[0]).mid(1, 2), (QStringList {u"CREATE TABLE s (id int)"_s, u"CREATE TABLE s2 (id int)"_s}));
    QCOMPARE(up->steps[0].statements[2].at.line, 7);
    QCOMPARE(texts(preview(u"head"_s, {}, u"postgresql"_s)->steps[0])[1], u"CREATE TABLE p (id int)"_s);
    QCOMPARE(texts(preview(u"-1"_s, {u"a"_s})->steps[0])[0], u"DROP TABLE x"_s);
    addSql(u"b"_s, u"a"_s, u"-- revision: b\n-- revises: a\n-- migrate:up postgresql\nSELECT 1;\n"_s);
    QCOMPARE(preview(u"head"_s)->error->code, ErrorCode::NotFound);
}

void TestPlanner::unknownTargetIsNoPlan()
{
    add(u"a"_s, {}, createT);
    const Result<Preview> result = preview(u"nope"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"Can't locate revision identified by 'nope'"_s);
}

void TestPlanner::editedBodyIsTakenEditedHeaderIsAConflict_data()
{
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("by");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    QTest::newRow("body") << u"'t'"_s << u"'other'"_s << std::optional<ErrorCode>();
    QTest::newRow("docstring") << u"from alembic"_s << u"'doc'\nfrom alembic"_s << std::optional<ErrorCode>();
    QTest::newRow("id") << u"revision = 'a'"_s << u"revision = 'z'"_s << std::optional(ErrorCode::Conflict);
    QTest::newRow("parent") << u"down_revision = ''"_s << u"down_revision = 'z'"_s << std::optional(ErrorCode::Conflict);
    QTest::newRow("label") << u"down_revision"_s << u"branch_labels = 'x'\ndown_revision"_s
                           << std::optional(ErrorCode::Conflict);
    QTest::newRow("dependency") << u"down_revision"_s << u"depends_on = 'x'\ndown_revision"_s
                                << std::optional(ErrorCode::Conflict);
    QTest::newRow("no header any more") << u"down_revision"_s << u"down"_s << std::optional(ErrorCode::Conflict);
}

void TestPlanner::editedBodyIsTakenEditedHeaderIsAConflict()
{
    QFETCH(QString, replaced);
    QFETCH(QString, by);
    QFETCH(std::optional<ErrorCode>, code);
    add(u"a"_s, {}, createT);
    QFile file(path(u"a.py"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(replaced));
    write(u"a.py"_s, text.replace(replaced, by));
    const Result<Preview> result = preview(u"head"_s);
    QVERIFY(result);
    QCOMPARE(result->error.has_value(), code.has_value());
    if (code) {
        QCOMPARE(result->error->code, *code);
        QCOMPARE(result->error->at.file, path(u"a.py"_s));
    } else {
        QCOMPARE(texts(result->steps[0])[1].contains(u"other"_s), by == u"'other'"_s);
    }
}

void TestPlanner::brokenBodyNamesItsLine()
{
    add(u"a"_s, {}, createT);
    add(u"b"_s, u"a"_s, u"op.drop_table('t'"_s);
    const Result<Preview> result = preview(u"head"_s);
    QCOMPARE(result->steps.size(), 1);
    QCOMPARE(result->error->at.file, path(u"b.py"_s));
    QVERIFY(result->error->at.line > 0);
}

void TestPlanner::declaredEncodingIsRead()
{
    add(u"a"_s, {}, u"print('x')"_s);
    QFile file(path(u"a.py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray script = "# -*- coding: latin-1 -*-\nrevision = 'a'\ndown_revision = None\n"
                              "def upgrade():\n    print('caf\xe9')\n";
    QCOMPARE(file.write(script), script.size());
    file.close();
    QCOMPARE(preview(u"head"_s)->steps.at(0).output, QStringList {u"café"_s});
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
