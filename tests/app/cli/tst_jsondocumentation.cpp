#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// What app/cli/README.md says of `--json` against what the commands print: every key that is
/// printed is there, and every key that is there is printed unless it is optional.
class TestJsonDocumentation : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keysAreThoseOfTheDocumentation_data();
    void keysAreThoseOfTheDocumentation();
    void everySectionIsTested();

private:
    struct Section {
        QSet<QString> always;
        QSet<QString> optional;
    };

    std::unique_ptr<ProjectFolder> m_folder;
    QHash<QString, Section> m_sections; ///< by a word of their heading
    QSet<QString> m_tested;
};

void TestJsonDocumentation::initTestCase()
{
    TestCase::initTestCase();
    for (const char *name : {"EDITOR", "VISUAL"})
        qputenv(name, "true"); // an editor that changes nothing
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"a1"_s, .message = u"first"_s, .upgrade = {u"op.create_table('t', sa.Column('x', sa.Integer()))"_s}});
    m_folder->add({.id = u"b2"_s, .down = {u"a1"_s}, .upgrade = {u"op.drop_table('t')"_s}});
    m_folder->add({.id = u"c3"_s, .down = {u"a1"_s}});
    m_folder->write(u"scripts/script.py.mako"_s,
        u"\"\"\"${message}\"\"\"\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n"
        "branch_labels = None\ndepends_on = None\ndef upgrade():\n    pass\ndef downgrade():\n    pass\n"_s);
    QFile file(QStringLiteral(STILLROOM_SOURCE_DIR "/app/cli/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression row(u"^\\| (\\w+) \\| (.*) \\|$"_s);
    QStringList headings;
    bool isJson = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("## "_L1))
            isJson = line == "## JSON"_L1;
        if (line.startsWith("### "_L1))
            headings = line.sliced(4).split(u", "_s);
        const QRegularExpressionMatch match = row.match(line);
        if (!isJson || !match.hasMatch() || match.captured(1) == "key"_L1)
            continue;
        for (const QString &heading : std::as_const(headings)) {
            Section &section = m_sections[heading];
            (match.captured(2).endsWith("optional"_L1) ? section.optional : section.always) << match.captured(1);
        }
    }
}

void TestJsonDocumentation::keysAreThoseOfTheDocumentation_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("path"); // keys down to the object; of a list the first
    const auto add = [](const char *section, const QString &command, const QString &path = {}) {
        QTest::addRow("%s: %s", section, qPrintable(command))
            << command.split(u' ') << QString::fromLatin1(section) << path;
    };
    add("history", u"history"_s);
    add("a revision", u"history"_s, u"revisions"_s);
    add("rehearsal", u"upgrade --dry-run a1"_s, u"rehearsal"_s);
    add("rehearsed statement", u"upgrade --dry-run a1"_s, u"rehearsal/statements"_s);
    add("schema change", u"upgrade --dry-run a1"_s, u"rehearsal/schemaChanges"_s);
    add("heads", u"heads"_s);
    add("branches", u"branches"_s);
    add("show", u"show a1"_s);
    add("check", u"check"_s);
    add("config", u"config"_s);
    add("setting", u"config"_s, u"settings"_s);
    add("rendered revision", u"render a1"_s, u"a1"_s);
    add("readability", u"readability"_s);
    add("readability of a revision", u"readability"_s, u"revisions"_s);
    add("ensure_version", u"ensure_version"_s);
    add("ensure_version --sql", u"ensure_version --sql"_s);
    add("statement", u"ensure_version --sql"_s, u"before"_s);
    add("upgrade --sql", u"upgrade heads --sql"_s);
    add("planned step", u"upgrade heads --sql"_s, u"steps"_s);
    add("statement", u"upgrade a1:b2 --sql"_s, u"steps/statements"_s);
    add("downgrade --sql", u"downgrade b2:a1 --sql"_s);
    add("stamp --sql", u"stamp heads --sql"_s);
    add("upgrade", u"upgrade a1"_s);
    add("step", u"upgrade b2"_s, u"done"_s);
    add("log", u"log"_s);
    add("log RUN", u"log LAST"_s);
    add("journal step", u"log LAST"_s, u"steps"_s);
    add("journal statement", u"log LAST"_s, u"steps/statements"_s);
    add("backup", u"backup"_s);
    add("copy", u"backup --tables alembic_version"_s, u"tables"_s);
    add("restore", u"restore nowhere --yes"_s);
    add("current", u"current"_s);
    add("a revision", u"history -i"_s, u"revisions"_s);
    add("tables", u"tables"_s);
    add("downgrade", u"downgrade -1"_s);
    add("stamp", u"stamp a1"_s);
    add("step", u"stamp c3"_s, u"done"_s);
    add("resolve", u"resolve"_s);
    add("head", u"resolve"_s, u"heads"_s);
    add("edit", u"edit a1"_s);
    add("list_templates", u"list_templates"_s);
    add("init", u"init"_s + u' ' + m_folder->path(u"another"_s));
    add("revision", u"revision --head a1 --splice -m x --rev-id d4"_s);
    add("merge", u"merge b2 d4 --rev-id e5"_s);
    add("resolve --reparent", u"resolve --reparent c3 --onto e5"_s);
    add("squash", u"squash e5:c3 --rev-id f6 --yes"_s);
    add("error", u"show nobody"_s, u"error"_s);
    add("error", u"upgrade a1:b2"_s, u"error"_s);
}

void TestJsonDocumentation::keysAreThoseOfTheDocumentation()
{
    QFETCH(const QStringList, command);
    QFETCH(const QString, section);
    QFETCH(const QString, path);
    QVERIFY2(m_sections.contains(section), qPrintable(section));
    m_tested << section;
    const auto answer = [this](const QStringList &words) {
        return CommandRun::of(QStringList {u"-c"_s, m_folder->path(), u"--json"_s} + words);
    };
    QStringList words = command;
    if (words.contains(u"LAST"_s)) {
        const QJsonDocument log = QJsonDocument::fromJson(answer({u"log"_s}).out.toUtf8());
        words.replaceInStrings(u"LAST"_s, QString::number(log["runs"_L1][0]["run"_L1].toInt()));
    }
    const CommandRun run = answer(words);
    QJsonObject object = QJsonDocument::fromJson(run.out.toUtf8()).object();
    for (const QString &key : path.split(u'/', Qt::SkipEmptyParts)) {
        const QJsonValue value = object[key];
        object = value.isArray() ? value.toArray().first().toObject() : value.toObject();
    }
    const QStringList keys = object.keys();
    const QSet<QString> printed(keys.cbegin(), keys.cend());
    const Section &documented = m_sections[section];
    const QSet<QString> unknown = printed - documented.always - documented.optional;
    QVERIFY2(unknown.isEmpty(), qPrintable(u"not documented: "_s + QStringList(unknown.values()).join(u' ')));
    const QSet<QString> lacking = documented.always - printed;
    QVERIFY2(lacking.isEmpty(), qPrintable(u"not printed: "_s + QStringList(lacking.values()).join(u' ') + run.out));
}

void TestJsonDocumentation::everySectionIsTested()
{
    for (auto section = m_sections.keyBegin(); section != m_sections.keyEnd(); ++section)
        QVERIFY2(m_tested.contains(*section), qPrintable(*section));
}

QTEST_GUILESS_MAIN(TestJsonDocumentation)
#include "tst_jsondocumentation.moc"
