#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/judge.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// A project, and a command that writes into it. `{root}` in an argument is the project's folder.
struct Case {
    const char *name;
    const char *project;
    QStringList arguments;
};

const QList<Case> &cases()
{
    static const QList<Case> all {
        {"first", "empty", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"create tables"_s}},
        {"no message", "empty", {u"revision"_s, u"--rev-id"_s, u"n1"_s}},
        {"empty message", "empty", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u""_s}},
        {"quotes", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"it's a \"good\" one, isn't it?"_s}},
        {"quote at the end", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"say \"hello\""_s}},
        {"three quotes", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"a \"\"\" b"_s}},
        {"backslashes", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"C:\\temp\\new \\\\ \\"_s}},
        {"bad escape", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"a \\N b"_s}},
        {"lines", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"first\n\nsecond\n  third"_s}},
        {"Chinese", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"添加用户头像 Ünïcode ß İ"_s}},
        {"emoji", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"rocket 🚀 𝒳 a"_s}},
        {"template signs", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"${x} % y ## z <%"_s}},
        {"long", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s,
                             u"add the columns that nobody has asked for to every table there is"_s}},
        {"one long word", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, QString(60, u'x')}},
        {"just 40", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, QString(40, u'x')}},
        {"id with a quote", "line", {u"revision"_s, u"--rev-id"_s, u"n'1"_s, u"-m"_s, u"x"_s}},
        {"bad id", "line", {u"revision"_s, u"--rev-id"_s, u"a-b"_s}},
        {"worse id", "line", {u"revision"_s, u"--rev-id"_s, u"a@b+c-d"_s}},
        {"depends on one", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"x"_s, u"--head"_s, u"eeee05"_s,
                                       u"--depends-on"_s, u"a2"_s}},
        {"depends on several", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"eeee05"_s,
                                           u"--depends-on"_s, u"a2"_s, u"--depends-on"_s, u"bank"_s}},
        {"depends on part of an id", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"b1"_s,
                                                 u"--depends-on"_s, u"eee"_s}},
        {"depends on nobody", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--depends-on"_s, u"nobody"_s}},
        {"label", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--branch-label"_s, u"shop"_s}},
        {"base", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"base"_s, u"--branch-label"_s, u"s"_s}},
        {"several heads", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s}},
        {"head of a branch", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"bank@head"_s}},
        {"part of an id", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"eeee"_s}},
        {"heads", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"heads"_s}},
        {"no head", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"bbbb02"_s}},
        {"spliced", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"bbbb02"_s, u"--splice"_s}},
        {"unknown head", "line", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"nobody"_s}},
        {"two locations, no head", "locations", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"base"_s}},
        {"two locations, a head", "locations", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"bbbb02"_s}},
        {"version path", "locations", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"aaaa01"_s,
                                          u"--version-path"_s, u"{root}/scripts/more"_s}},
        {"new version path", "locations", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"aaaa01"_s,
                                              u"--version-path"_s, u"{root}/scripts/not/yet"_s}},
        {"strange version path", "locations", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"aaaa01"_s,
                                                  u"--version-path"_s, u"/nowhere"_s}},
        {"dated names", "dated", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"Some Words here"_s}},
        {"short slugs", "short", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"some words here"_s}},
        {"time zone", "zone", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"x"_s}},
        {"small time zone", "smallzone", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"x"_s}},
        {"no time zone", "badzone", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"x"_s}},
        {"Latin-1", "latin", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"Übung"_s}},
        {"old template", "old", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"x"_s}},
        {"template with everything", "mako", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"the message"_s}},
        {"template without labels", "nolabels", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--branch-label"_s, u"s"_s}},
        {"several databases", "multidb", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"x"_s}},
        {"merge", "tree", {u"merge"_s, u"--rev-id"_s, u"n1"_s, u"-m"_s, u"join"_s, u"eeee05"_s, u"b1"_s}},
        {"merge heads", "tree", {u"merge"_s, u"--rev-id"_s, u"n1"_s, u"heads"_s}},
        {"merge with a label", "tree", {u"merge"_s, u"--rev-id"_s, u"n1"_s, u"--branch-label"_s, u"all"_s, u"heads"_s}},
        {"merge twice the same", "tree", {u"merge"_s, u"--rev-id"_s, u"n1"_s, u"b1"_s, u"b1"_s}},
        {"merge what is no head", "tree", {u"merge"_s, u"--rev-id"_s, u"n1"_s, u"b1"_s, u"aaaa01"_s}},
        {"merge nobody", "tree", {u"merge"_s, u"--rev-id"_s, u"n1"_s, u"b1"_s, u"nobody"_s}},
        {"label in use", "tree", {u"revision"_s, u"--rev-id"_s, u"n1"_s, u"--head"_s, u"eeee05"_s,
                                     u"--branch-label"_s, u"bank"_s}},
    };
    return all;
}

QString alembicTemplate(const QString &name)
{
    QFile file(u"/usr/lib/python3/dist-packages/alembic/templates/%1/script.py.mako"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QString &everything()
{
    static const QString text
        = u"## a comment\n<%! import re %>\\\n<%\n    words = re.split(r'\\s+', message)\n%>\\\n\"\"\"${message | trim}\n\n"
          "Create Date: ${create_date}\n\n\"\"\"\n<%doc>\nnot here\n</%doc>\\\n"
          "% for word in words:\n# ${loud(word) if False else word.upper()}\n  %% not a line\n% endfor\n"
          "% if branch_labels:\nlabelled = True\n% elif depends_on:\nneeds = True\n% else:\nplain = '${'}'}'\n% endif\n"
          "<%text>## ${as it is}</%text>\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n"
          "branch_labels = ${repr(branch_labels)}\ndepends_on = ${repr(depends_on)}\n"
          "year_is_a_number = ${create_date.year > 2000}\nfile = ${context.get('nothing', 'None')}\n"
          "day = '${create_date.strftime(\"%Y%%\")}'\r\n"_s;
    return text;
}

std::unique_ptr<ProjectFolder> project(const QByteArray &name)
{
    static const QHash<QByteArray, QString> configurations {
        {"locations",
            u"version_locations = %(here)s/scripts/versions %(here)s/scripts/more %(here)s/scripts/not/yet\n"_s},
        {"dated", u"file_template = %%(year)d_%%(month).2d_%%(day).2d-%%(rev)s_%%(slug)s\n"_s},
        {"short", u"truncate_slug_length = 8\n"_s}, {"zone", u"timezone = Asia/Kolkata\n"_s},
        {"smallzone", u"timezone = utc\n"_s}, {"badzone", u"timezone = Mars/Olympus\n"_s},
        {"latin", u"output_encoding = latin-1\n"_s}, {"multidb", u"databases = engine1, engine2\n"_s}};
    auto folder = std::make_unique<ProjectFolder>();
    folder->writeConfig(u"sqlite:///data.db"_s, configurations.value(name));
    QString mako = alembicTemplate(name == "multidb" ? u"multidb"_s : u"generic"_s);
    if (name == "mako")
        mako = everything();
    if (name == "old" || name == "nolabels")
        mako = u"\"\"\"${message}\n\nRevision ID: ${up_revision}\nRevises: ${down_revision | comma,n}\n"
               "Create Date: ${create_date}\n\n\"\"\"\n\n# revision identifiers\nrevision = ${repr(up_revision)}\n"
               "down_revision = ${repr(down_revision)}\n\nfrom alembic import op\n${imports if imports else ''}\n"
               "def upgrade():\n    ${upgrades if upgrades else \"pass\"}\n"_s;
    folder->write(u"scripts/script.py.mako"_s, mako);
    if (name == "empty")
        return folder;
    folder->add({.id = u"aaaa01"_s, .message = u"root"_s});
    if (name == "locations")
        folder->write(u"scripts/more/bbbb02.py"_s, u"revision = 'bbbb02'\ndown_revision = None\n"_s);
    else if (name != "tree")
        folder->add({.id = u"bbbb02"_s, .down = {u"aaaa01"_s}});
    if (name == "line")
        folder->add({.id = u"cccc03"_s, .down = {u"bbbb02"_s}});
    if (name == "tree") {
        folder->add({.id = u"cccc03"_s, .down = {u"aaaa01"_s}, .message = u"left"_s});
        folder->add({.id = u"dddd04"_s, .down = {u"aaaa01"_s}, .message = u"right"_s});
        folder->add({.id = u"eeee05"_s, .down = {u"cccc03"_s, u"dddd04"_s}, .message = u"merge"_s});
        folder->add({.id = u"a2"_s, .message = u"other root"_s, .labels = {u"bank"_s}});
        folder->add({.id = u"b1"_s, .down = {u"a2"_s}, .message = u"bank"_s});
    }
    return folder;
}

/// every revision file below the scripts, by its way there, with the moment taken out
QMap<QString, QByteArray> filesOf(const ProjectFolder &folder)
{
    static const QRegularExpression date(
        u"(Create Date: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)(\\.\\d{6})?([+-]\\d\\d:\\d\\d)?"_s);
    QMap<QString, QByteArray> files;
    QDirIterator all(folder.path(u"scripts"_s), {u"*.py"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        QString text = QString::fromLatin1(file.readAll());
        text.replace(date, u"Create Date: now\\3"_s);
        files.insert(file.fileName().sliced(folder.path().size()), text.toLatin1());
    }
    return files;
}

// without the warning about the folder that is not there yet
QString withoutWarnings(const QString &err)
{
    static const QRegularExpression warning(
        u"^Warning: The folder of revisions is not there.*?\\n  at .*?\\n  next: .*?\\n"_s);
    return QString(err).remove(warning);
}

} // namespace

class TestRevisionCommand : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesWhatAlembicWrites_data();
    void writesWhatAlembicWrites();
    void goesOnCounting_data();
    void goesOnCounting();
    void writesSqlRevisions();
    void overwritesNothing_data();
    void overwritesNothing();
    void tellsWhatIsNotRun();
    void waitsForAFileThatCannotBeRead();

private:
    [[nodiscard]] static QStringList arguments(const Case &one, const ProjectFolder &folder)
    {
        QStringList all {u"-c"_s, folder.path(u"alembic.ini"_s)};
        for (const QString &argument : one.arguments)
            all << QString(argument).replace("{root}"_L1, folder.path());
        return all;
    }

    std::vector<std::unique_ptr<ProjectFolder>> m_theirs;
    QJsonArray m_judged;
};

void TestRevisionCommand::initTestCase()
{
    TestCase::initTestCase();
    QJsonArray commands;
    for (const Case &one : cases()) {
        m_theirs.push_back(project(one.project));
        commands << QJsonArray::fromStringList(arguments(one, *m_theirs.back()));
    }
    m_judged = judged(u"app/cli/judge_commands.py"_s, commands);
    QCOMPARE(m_judged.size(), cases().size());
}

void TestRevisionCommand::writesWhatAlembicWrites_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < cases().size(); ++index)
        QTest::addRow("%s", cases().at(index).name) << index;
}

void TestRevisionCommand::writesWhatAlembicWrites()
{
    QFETCH(int, index);
    const Case &one = cases().at(index);
    const std::unique_ptr<ProjectFolder> ours = project(one.project);
    const ProjectFolder &theirs = *m_theirs.at(std::size_t(index));
    const QMap<QString, QByteArray> before = filesOf(*ours);
    CommandRun run = CommandRun::of(arguments(one, *ours));
    run.err = withoutWarnings(run.err);
    const QString expected = m_judged.at(index).toString().replace(theirs.path(), ours->path());
    // Alembic writes the file and fails after that; ours writes none
    if (expected.contains("FAILED: "_L1) || expected.startsWith("CRASHED: "_L1)) {
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
        const QString failure = expected.sliced(std::max<qsizetype>(0, expected.indexOf("FAILED: "_L1))).trimmed();
        if (failure.startsWith("FAILED: Version"_L1)) // the label is a Python tuple there
            QCOMPARE(run.err.section(u'\n', 0, 0), QString(failure).replace("('s',)"_L1, "s"_L1));
        else if (failure.startsWith("FAILED: "_L1))
            QCOMPARE(run.err.section(u'\n', 0, 0), failure);
        QCOMPARE(filesOf(*ours), before);
        return;
    }
    QCOMPARE(run.err, QString());
    QCOMPARE(run.out, expected);
    QCOMPARE(run.code, 0);
    const QMap<QString, QByteArray> written = filesOf(*ours);
    QCOMPARE(written.size(), before.size() + 1);
    const QMap<QString, QByteArray> wanted = filesOf(theirs);
    QCOMPARE(written.keys(), wanted.keys());
    for (const auto &[name, content] : wanted.asKeyValueRange())
        QCOMPARE(written.value(name), content);
}

void TestRevisionCommand::goesOnCounting_data()
{
    using Names = QStringList;
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("file");
    const Names sqlbot {u"056_add_log"_s, u"057_update_sys_log"_s, u"058_add_user_avatar"_s};
    QTest::newRow("as sqlbot") << sqlbot << sqlbot << Names {} << u"059_new_one"_s << u"059_new_one.py"_s;
    QTest::newRow("switched off") << sqlbot << sqlbot << Names {u"--no-numbered"_s} << QString() << u"*_new_one.py"_s;
    QTest::newRow("an id given") << sqlbot << sqlbot << Names {u"--rev-id"_s, u"x"_s} << u"x"_s << u"x_new_one.py"_s;
    const Names numbers {u"001"_s, u"002"_s};
    QTest::newRow("bare numbers") << numbers << Names {u"001_a"_s, u"002_b"_s} << Names {} << u"003"_s
                                  << u"003_new_one.py"_s;
    const Names random {u"e2412789c190"_s, u"9c0a54914c78"_s};
    QTest::newRow("numbered files") << random << Names {u"001_a"_s, u"002_b"_s} << Names {} << QString()
                                    << u"003_new_one.py"_s;
    QTest::newRow("random ids") << random << random << Names {} << QString() << u"*_new_one.py"_s;
    QTest::newRow("a gap") << Names {u"001_a"_s, u"003_b"_s} << Names {u"001_a"_s, u"003_b"_s} << Names {} << QString()
                           << u"*_new_one.py"_s;
    QTest::newRow("sql") << sqlbot << sqlbot << Names {u"--sql"_s} << u"059_new_one"_s << u"059_new_one.sql"_s;
}

void TestRevisionCommand::goesOnCounting()
{
    QFETCH(QStringList, ids);
    QFETCH(QStringList, files);
    QFETCH(QStringList, options);
    QFETCH(QString, id);
    QFETCH(QString, file);
    const ProjectFolder folder;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QString down = i == 0 ? u"None"_s : u"'%1'"_s.arg(ids[i - 1]);
        folder.write(u"scripts/versions/%1.py"_s.arg(files[i]),
            u"revision = '%1'\ndown_revision = %2\n"_s.arg(ids[i], down));
    }
    const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path(), u"--json"_s, u"revision"_s, u"-m"_s,
                                              u"new one"_s}
        + options);
    QCOMPARE(run.code, 0);
    const QJsonObject answer = QJsonDocument::fromJson(run.out.toUtf8()).object();
    if (!id.isEmpty())
        QCOMPARE(answer.value("revision"_L1).toString(), id);
    const QString path = answer.value("path"_L1).toString();
    QVERIFY(QFileInfo::exists(path));
    const QString name = path.section(u'/', -1);
    QVERIFY2(QRegularExpression::fromWildcard(file).match(name).hasMatch(), qPrintable(name));
    QCOMPARE(run.err.contains("Numbered after "_L1), !file.startsWith(u'*') && !options.contains("--rev-id"_L1));
}

void TestRevisionCommand::writesSqlRevisions()
{
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"revision"_s, u"--sql"_s, u"--rev-id"_s, u"n1"_s,
        u"-m"_s, u"two\nlines"_s, u"--branch-label"_s, u"shop"_s, u"--depends-on"_s, u"aaaa01"_s, u"--head"_s,
        u"base"_s});
    const QString path = folder.path(u"scripts/versions/n1_two_lines.sql"_s);
    QCOMPARE(run.err, QString());
    QCOMPARE(run.out, u"Generating %1 ...  done\n"_s.arg(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QVERIFY(lines.value(4).startsWith("-- create_date: "_L1));
    const QStringList expected {u"-- revision: n1"_s, u"-- depends_on: aaaa01"_s, u"-- branch_labels: shop"_s,
        u"-- message: two lines"_s, lines.value(4), QString(), u"-- migrate:up"_s, QString(), u"-- migrate:down"_s,
        QString()};
    QCOMPARE(lines, expected);
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"heads"_s}).out,
        u"aaaa01 (effective head)\nn1 (shop) (head)\n"_s);
}

void TestRevisionCommand::overwritesNothing_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("id") << QStringList {u"--rev-id"_s, u"aaaa01"_s, u"-m"_s, u"other"_s};
    QTest::newRow("file") << QStringList {u"--rev-id"_s, u"bbbb02"_s};
    QTest::newRow("no file name") << QStringList {u"--rev-id"_s, u"../x"_s};
    QTest::newRow("empty part") << QStringList {u"--rev-id"_s, u" "_s};
}

void TestRevisionCommand::overwritesNothing()
{
    QFETCH(QStringList, options);
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    folder.write(u"scripts/versions/bbbb02_.py"_s, u"revision = 'other'\ndown_revision = 'aaaa01'\n"_s);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path(), u"revision"_s} + options);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.startsWith("FAILED: "_L1) && run.err.contains("\n  next: "_L1), qPrintable(run.err));
    QCOMPARE(filesOf(folder), before);
}

void TestRevisionCommand::tellsWhatIsNotRun()
{
    const ProjectFolder folder;
    folder.writeConfig(u"sqlite:///data.db"_s, u"[post_write_hooks]\nhooks = black, ruff\n"_s);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"revision"_s, u"-m"_s, u"x"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.startsWith("Not run: post_write_hooks black, ruff"_L1), qPrintable(run.err));
}

void TestRevisionCommand::waitsForAFileThatCannotBeRead()
{
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    folder.write(u"scripts/versions/broken.py"_s, u"revision = 'x'\ndown_revision = (\n"_s);
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"revision"_s}).code, 1);
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"revision"_s, u"--head"_s, u"aaaa01"_s}).code, 0);
}

QTEST_GUILESS_MAIN(TestRevisionCommand)
#include "tst_revisioncommand.moc"
