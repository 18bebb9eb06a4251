#include "migrations/dialects/sqlite/tabletext.h"
#include "tests/migrations/runner/rebuildproject.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// What must be so after any batch on any SQLite database with foreign keys on (reference, peers §4.6
/// R9): rows of all other tables as they were, rows of the table itself too, as far as the batch does
/// not change them, all objects still there, nothing broken.
class TestRebuildInvariants : public TestCase
{
    Q_OBJECT

private slots:
    void nothingIsLost_data();
    void nothingIsLost();
};

namespace {

constexpr int seeds = 500;

/// A random database and a random batch on one of its tables.
class Scenario final
{
public:
    explicit Scenario(quint32 seed) : m_random(seed) { build(); }

    QStringList statements;
    QString table;
    QStringList batch;
    QMap<QString, QString> columns; ///< of the table that keep their values: new name by old name
    bool isRenamed = false;
    bool isNullable = false; ///< NOT NULL goes

private:
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }
    QString oneOf(const QStringList &choices) { return choices[m_random.bounded(int(choices.size()))]; }

    void build()
    {
        m_isStrict = chance(30);
        m_isWithoutRowid = chance(25);
        table = oneOf({u"parent"_s, u"child"_s});
        statements << createTable(u"parent"_s, {})
                   << createTable(u"child"_s, oneOf({u"CASCADE"_s, u"SET NULL"_s, u"RESTRICT"_s, u"NO ACTION"_s}))
                   << u"CREATE TABLE other (id INTEGER PRIMARY KEY, n INTEGER)"_s
                   << u"CREATE TABLE log (what TEXT, v)"_s;
        insertRows();
        addIndexes();
        addDependents();
        buildBatch();
    }

    QString type(const QString &plain, const QStringList &more)
    {
        return m_isStrict || chance(40) ? plain : oneOf(more);
    }

    QString createTable(const QString &name, const QString &action)
    {
        const bool isNumbered = !m_isWithoutRowid && chance(40);
        QStringList parts {u"id INTEGER "_s + (chance(20) ? u"CONSTRAINT pk_%1 "_s.arg(name) : QString()) + u"PRIMARY KEY"_s
            + (isNumbered ? u" AUTOINCREMENT"_s : QString())};
        parts << u"a "_s + type(u"TEXT"_s, {u"VARCHAR(20)"_s, u"STRING"_s, u"clob"_s})
                + oneOf({QString(), u" COLLATE NOCASE"_s, u" NOT NULL ON CONFLICT ABORT COLLATE \"RTRIM\""_s});
        parts << u"b "_s + type(u"INTEGER"_s, {u"INT"_s, u"BIGINT UNSIGNED"_s, u"NUMERIC(8,2)"_s})
                + oneOf({QString(), u" CHECK (b < 1000)"_s, u" DEFAULT 7"_s, u" NOT NULL DEFAULT (1 + 2)"_s});
        parts << u"\"Spare col\" "_s + type(u"REAL"_s, {u"DOUBLE PRECISION"_s, u"FLOAT"_s});
        m_isGenerated[name] = chance(40);
        if (m_isGenerated[name])
            parts << u"g INTEGER GENERATED ALWAYS AS (b * 2) "_s + oneOf({u"STORED"_s, u"VIRTUAL"_s});
        if (name == u"child")
            parts << u"parent_id INTEGER"_s + oneOf({QString(), u" CONSTRAINT fk_x"_s}) + u" REFERENCES parent (id) ON DELETE "_s
                    + action + oneOf({QString(), u" DEFERRABLE INITIALLY DEFERRED"_s});
        if (chance(30))
            parts << u"CHECK (b > -5)"_s;
        if (chance(30))
            parts << u"CONSTRAINT ck_%1 CHECK (b <> 666 /* ' */)"_s.arg(name);
        if (chance(30))
            parts << oneOf({u"UNIQUE (a COLLATE NOCASE, id DESC)"_s, u"UNIQUE (id, a) ON CONFLICT ROLLBACK"_s,
                u"CONSTRAINT uq_%1 UNIQUE (a, id)"_s.arg(name)});
        QStringList options;
        if (m_isStrict)
            options << u"STRICT"_s;
        if (m_isWithoutRowid)
            options << u"WITHOUT ROWID"_s;
        return u"CREATE TABLE %1 (%2) %3"_s.arg(name, parts.join(oneOf({u", "_s, u",\n  -- note, with (\n  "_s})), options.join(u", "_s));
    }

    void insertRows()
    {
        const int parents = 1 + int(m_random.bounded(6));
        for (int row = 1; row <= parents; ++row)
            statements << u"INSERT INTO parent (id, a, b, \"Spare col\") VALUES (%1, 'p%1', %2, 0.5)"_s.arg(row).arg(m_random.bounded(100));
        for (int row = 1; row <= int(m_random.bounded(9)); ++row)
            statements << u"INSERT INTO child (id, a, b, \"Spare col\", parent_id) VALUES (%1, 'C%1', %2, 1.25, %3)"_s
                              .arg(row).arg(m_random.bounded(100)).arg(1 + m_random.bounded(parents));
        statements << u"INSERT INTO other VALUES (1, 5), (2, 6)"_s;
        if (chance(50))
            statements << u"DELETE FROM other WHERE id = 2"_s << u"INSERT INTO log VALUES ('first', 1)"_s;
    }

    void addIndexes()
    {
        const QStringList choices {u"(b)"_s, u"(b DESC, a)"_s, u"(lower(a))"_s, u"(a COLLATE NOCASE) WHERE b > 3"_s,
            u"(a, b + 1)"_s, u"(id, b) WHERE a IS NOT NULL"_s};
        for (int number = 0; number < int(m_random.bounded(4)); ++number) {
            statements << u"CREATE %1INDEX ix%2 ON %3 %4"_s.arg(chance(20) && number > 4 ? u"UNIQUE "_s : QString(),
                QString::number(number), table, oneOf(choices));
        }
    }

    void addDependents()
    {
        const QStringList choices {
            u"CREATE TRIGGER tr_ins AFTER INSERT ON %1 BEGIN INSERT INTO log VALUES ('ins', NEW.a); END"_s,
            u"CREATE TRIGGER tr_upd BEFORE UPDATE OF b ON %1 WHEN NEW.b > 1 BEGIN UPDATE other SET n = OLD.b; END"_s,
            u"CREATE TRIGGER tr_del AFTER DELETE ON %1 BEGIN DELETE FROM log WHERE v = OLD.a; END"_s,
            u"CREATE TRIGGER tr_other AFTER INSERT ON other BEGIN UPDATE %1 SET b = b + 1 WHERE id = NEW.id; END"_s,
            u"CREATE VIEW vw AS SELECT id, a, b FROM %1 WHERE b > 2"_s,
            u"CREATE VIEW vj AS SELECT c.id, p.a FROM child c JOIN parent p ON p.id = c.parent_id"_s,
        };
        for (const QString &choice : choices) {
            if (chance(35))
                statements << (choice.contains(u'%') ? choice.arg(table) : choice);
        }
        if (statements.constLast().startsWith(u"CREATE VIEW vj") && chance(50))
            statements << u"CREATE TRIGGER tr_view INSTEAD OF DELETE ON vj BEGIN DELETE FROM child WHERE id = OLD.id; END"_s;
    }

    void buildBatch()
    {
        columns = {{u"id"_s, u"id"_s}, {u"a"_s, u"a"_s}, {u"b"_s, u"b"_s}, {u"Spare col"_s, u"Spare col"_s}};
        batch << u"with op.batch_alter_table('%1'%2) as b:"_s.arg(table, chance(40) ? u", recreate='always'"_s : QString());
        const int changes = 1 + int(m_random.bounded(3));
        QList<int> kinds;
        while (kinds.size() < changes) {
            const int kind = int(m_random.bounded(11));
            const QList<int> exclusive {1, 8, 9, 10}; // they are about the same columns
            const bool isTaken = exclusive.contains(kind)
                && std::ranges::any_of(kinds, [&](int each) { return exclusive.contains(each); });
            if (!kinds.contains(kind) && !isTaken)
                kinds << kind;
        }
        for (const int kind : std::as_const(kinds))
            batch << u"    "_s + change(kind);
    }

    QString change(int kind)
    {
        switch (kind) {
        case 0:
            return u"b.add_column(sa.Column('n', sa.Integer(), nullable=False, server_default='3'))"_s;
        case 1:
            columns.remove(u"Spare col"_s);
            return u"b.drop_column('Spare col')"_s;
        case 2:
            isNullable = chance(50);
            return u"b.alter_column('a', nullable=%1)"_s.arg(isNullable ? u"True"_s : u"False"_s);
        case 3:
            isRenamed = true;
            columns[u"b"_s] = u"b2"_s;
            return u"b.alter_column('b', new_column_name='b2')"_s;
        case 4:
            return u"b.alter_column('a', server_default='x')"_s;
        case 5:
            return u"b.create_unique_constraint('uq_new', ['id', 'a'])"_s;
        case 6:
            return u"b.create_check_constraint('ck_new', 'id > 0')"_s;
        case 7:
            return u"b.create_index('ix_new', ['a'])"_s;
        case 9:
            return u"b.alter_column('Spare col', type_=sa.Text())"_s;
        case 10:
            isRenamed = true;
            columns.remove(u"Spare col"_s);
            columns[u"a"_s] = u"Spare col"_s;
            return u"b.drop_column('Spare col'); b.alter_column('a', new_column_name='Spare col')"_s;
        default:
            isRenamed = true;
            columns[u"a"_s] = u"title"_s;
            return u"b.alter_column('a', new_column_name='title')"_s;
        }
    }

    QRandomGenerator m_random;
    bool m_isStrict = false;
    bool m_isWithoutRowid = false;
    QMap<QString, bool> m_isGenerated;
};

QString quotedList(const QStringList &names)
{
    return u'"' + names.join(u"\", \""_s) + u'"';
}

/// everything that is to be the same before and after
QMap<QString, QStringList> state(RebuildProject &project, const Scenario &scenario, const QStringList &names)
{
    QMap<QString, QStringList> found;
    for (const QString &table : {u"parent"_s, u"child"_s, u"other"_s, u"log"_s}) {
        if (table != scenario.table)
            found.insert(table, project.rows(u"SELECT * FROM %1 ORDER BY 1"_s.arg(table)));
    }
    found.insert(scenario.table, project.rows(u"SELECT %1 FROM %2 ORDER BY id"_s.arg(quotedList(names), scenario.table)));
    found.insert(u"objects"_s,
        project.rows(u"SELECT type, name, tbl_name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT IN "
                     "('alembic_version', 'ix_new', 'sqlite_sequence') ORDER BY 1, 2"_s));
    if (!scenario.isRenamed)
        found.insert(u"texts"_s,
            project.rows(u"SELECT sql FROM sqlite_master WHERE type <> 'table' AND name <> 'ix_new' AND sql <> '' ORDER BY name"_s));
    found.insert(u"options"_s, project.rows(u"SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name <> 'alembic_version' ORDER BY 1"_s));
    found.insert(u"generated"_s, project.rows(u"SELECT name, hidden FROM pragma_table_xinfo('%1') WHERE hidden > 0"_s.arg(scenario.table)));
    found.insert(u"types"_s, project.rows(u"SELECT upper(replace(type, ' ', '')) FROM pragma_table_xinfo('%1') "
        "WHERE name NOT IN ('n', 'a', 'title', 'Spare col') ORDER BY cid"_s.arg(scenario.table)));
    found.insert(u"keys"_s, project.rows(u"SELECT \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list('child')"_s));
    if (project.value(u"SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_sequence'"_s) == u"1")
        found.insert(u"sequences"_s, project.rows(u"SELECT name, seq FROM sqlite_sequence WHERE seq > 0 ORDER BY 1"_s));
    found.insert(u"integrity"_s, project.rows(u"PRAGMA integrity_check"_s));
    found.insert(u"violations"_s, project.rows(u"PRAGMA foreign_key_check"_s));
    found.insert(u"pragmas"_s, project.rows(u"PRAGMA foreign_keys"_s) + project.rows(u"PRAGMA legacy_alter_table"_s));
    return found;
}

/// what stands in the columns and constraints besides their names
QStringList clauses(RebuildProject &project, const Scenario &scenario)
{
    QStringList found;
    const Dialects::Sqlite::TableText text(project.sql(scenario.table));
    for (const auto &item : text.items()) {
        for (const auto &clause : item.clauses) {
            static const QStringList kept {u"CHECK"_s, u"COLLATE"_s, u"AS"_s};
            const QString words = clause.text.simplified().remove(u'"').toUpper();
            if (kept.contains(clause.kind) && clause.name != u"ck_new")
                found << clause.kind;
            for (const QString &word : {u"AUTOINCREMENT"_s, u"ON CONFLICT"_s, u" DESC"_s, u"DEFERRED"_s}) {
                if (words.contains(word) && !(clause.kind == u"NOT" && scenario.isNullable))
                    found << word;
            }
        }
    }
    found.sort();
    return found;
}

} // namespace

void TestRebuildInvariants::nothingIsLost_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < seeds; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void TestRebuildInvariants::nothingIsLost()
{
    QFETCH(const int, seed);
    const Scenario scenario(static_cast<quint32>(seed));
    RebuildProject project(scenario.statements);
    const QByteArray context = (scenario.statements + scenario.batch).join(u'\n').toUtf8();
    const QMap<QString, QStringList> before = state(project, scenario, scenario.columns.keys());
    const QStringList clausesBefore = clauses(project, scenario);
    const Runner::RunReport report = project.run(scenario.batch);
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() + u'\n' + QString::fromUtf8(context) : QString()));
    const QMap<QString, QStringList> after = state(project, scenario, scenario.columns.values());
    for (const QString &key : before.keys())
        QVERIFY2(before[key] == after[key],
            qPrintable(u"%1:\n%2\nbecame\n%3\n%4\n%5"_s.arg(key, before[key].join(u'\n'), after[key].join(u'\n'),
                QString::fromUtf8(context), project.sql(scenario.table))));
    QVERIFY2(clausesBefore == clauses(project, scenario),
        qPrintable(clausesBefore.join(u',') + u'\n' + QString::fromUtf8(context) + u'\n' + project.sql(scenario.table)));
    QCOMPARE(after[u"integrity"_s], QStringList {u"ok"_s});
    QCOMPARE(after[u"violations"_s], QStringList());
    QCOMPARE(after[u"pragmas"_s], QStringList({u"1"_s, u"0"_s}));
    // what hangs on the tables still works
    for (const QString &statement : {u"INSERT INTO other VALUES (77, 1)"_s, u"UPDATE other SET n = 2"_s,
             u"UPDATE %1 SET id = id"_s.arg(scenario.table)}) {
        const auto done = project.connection().execute(statement);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toText() + u'\n' + QString::fromUtf8(context)));
    }
}

QTEST_GUILESS_MAIN(TestRebuildInvariants)
#include "tst_rebuildinvariants.moc"
