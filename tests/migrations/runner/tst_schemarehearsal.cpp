#include "tests/migrations/runner/rebuildproject.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// A preview on a SQLite database has the statements of the run, or its refusal.
class TestSchemaRehearsal : public TestCase
{
    Q_OBJECT

private slots:
    void previewIsWhatIsSent_data();
    void previewIsWhatIsSent();
};

namespace {

const QStringList family {
    u"CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)"_s,
    u"CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)"_s,
    u"INSERT INTO parent VALUES (1, 'x'), (2, 'y')"_s,
    u"INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)"_s,
};

QStringList batch(const QString &table, const QStringList &lines)
{
    QStringList all {u"with op.batch_alter_table('%1', recreate='always') as b:"_s.arg(table)};
    for (const QString &line : lines)
        all << u"    "_s + line;
    return all;
}

} // namespace

void TestSchemaRehearsal::previewIsWhatIsSent_data()
{
    QTest::addColumn<QStringList>("lines");
    const QString trigger = u"op.execute('CREATE TRIGGER tr AFTER DELETE ON %1 BEGIN SELECT 1; END')"_s;
    QTest::newRow("stored table") << batch(u"parent"_s, {u"b.alter_column('name', new_column_name='title')"_s});
    QTest::newRow("table of the plan")
        << QStringList {u"op.execute('CREATE TABLE made (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT COLLATE NOCASE)')"_s,
               u"op.create_table('other', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('a', sa.Text()))"_s,
               u"op.create_index('ix', 'other', [sa.text('lower(a)')])"_s}
            + batch(u"other"_s, {u"b.add_column(sa.Column('n', sa.Integer()))"_s})
            + batch(u"other"_s, {u"b.alter_column('n', nullable=False, server_default='1')"_s});
    QTest::newRow("kept trigger made again") << QStringList {trigger.arg(u"parent"_s)}
            + batch(u"parent"_s, {u"b.add_column(sa.Column('n', sa.Integer()))"_s}) + QStringList {trigger.arg(u"parent"_s)};
    QTest::newRow("refused") << QStringList {u"op.execute('CREATE TRIGGER tr AFTER DELETE ON parent BEGIN UPDATE parent SET name = 1; END')"_s}
            + batch(u"parent"_s, {u"b.drop_column('name')"_s});
}

void TestSchemaRehearsal::previewIsWhatIsSent()
{
    QFETCH(const QStringList, lines);
    RebuildProject project(family
        + QStringList {u"CREATE VIEW v AS SELECT id FROM parent"_s, u"CREATE INDEX ix_p ON parent (name COLLATE NOCASE DESC) WHERE id > 1"_s});
    QStringList changed = lines;
    if (lines.join(u' ').contains(u"drop_column"_s))
        changed.prepend(u"op.drop_index('ix_p')"_s);
    const QStringList previewed = project.preview(changed);
    QCOMPARE(project.sent(), QStringList());
    const Runner::RunReport report = project.run(changed);
    if (report.error)
        QCOMPARE(previewed, QStringList {report.error->message});
    else
        QCOMPARE(previewed, project.sent());
}

QTEST_GUILESS_MAIN(TestSchemaRehearsal)
#include "tst_schemarehearsal.moc"
