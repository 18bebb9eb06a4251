#include "tests/app/cli/commandrun.h"
#include "tests/app/cli/randomcommands.h"
#include "tests/migrations/graph/graphtext.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// What is compared of one command.
struct Answer {
    QString out; ///< the result, or the line that begins with FAILED
    QStringList running; ///< the log of steps
    bool crashed = false;
};

struct Difference {
    CommandCase it; ///< its commands end with the one that differs
    QString text;
};

QString sortedWords(const QRegularExpression &pattern, const QString &line)
{
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return line;
    QStringList words = match.captured(1).split(u", "_s);
    std::ranges::sort(words);
    return line.first(match.capturedStart(1)) + words.join(u", "_s) + line.sliced(match.capturedEnd(1));
}

/// Labels, the children of a branch point and what is current are sets in Alembic, so that their
/// order differs from process to process.
QString normalized(const QString &text, const QString &command, const QString &folder)
{
    static const QRegularExpression labels(u"^[^,]*? \\(([^()]+, [^()]+)\\)(?: \\(|,|$)"_s);
    static const QRegularExpression lists(u"^(?:Branch names|Branches into): (.*)$"_s);
    static const QRegularExpression arrows(u"^(?:.* -> \\S+) \\(([^()]+, [^()]+)\\)"_s);
    QStringList lines;
    for (const QString &line : QString(text).replace(folder, u"/project"_s).split(u'\n'))
        lines << sortedWords(arrows, sortedWords(lists, sortedWords(labels, line)));
    if (command == u"current"_s)
        std::ranges::sort(lines);
    if (command == u"branches"_s) {
        const auto isChild = [](const QString &line) { return line.startsWith(u' ') && line.contains(u" -> "_s); };
        for (auto at = lines.begin(); at != lines.end();) {
            const auto first = std::find_if(at, lines.end(), isChild);
            at = std::find_if_not(first, lines.end(), isChild);
            std::sort(first, at);
        }
    }
    return lines.join(u'\n');
}

Answer theirs(const QJsonObject &judged, const QString &command, const QString &folder)
{
    Answer answer {.crashed = judged.contains(u"crash"_s)};
    // Alembic before 1.19 ends what leads to base with this; the reference is 1.19
    static const QString dropped = u"DROP TABLE alembic_version;\n\n"_s;
    QString out = judged[u"out"_s].toString();
    if (out.endsWith(dropped))
        out.chop(dropped.size());
    answer.out = normalized(out, command, folder);
    for (const QJsonValue &line : judged[u"running"_s].toArray())
        answer.running << line.toString();
    return answer;
}

Answer ours(const QStringList &command, const QString &folder)
{
    const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder + u"/alembic.ini"_s} + command);
    QString out = run.out;
    Answer answer;
    for (const QString &line : run.err.split(u'\n')) {
        if (line.startsWith("FAILED: "_L1))
            out += line + u'\n';
        else if (line.startsWith("Running "_L1))
            answer.running << line;
    }
    answer.out = normalized(out, command.first(), folder);
    return answer;
}

QString described(const Answer &answer)
{
    return answer.running.join(u'\n') + u'\n' + answer.out;
}

QString lines(const QList<QStringList> &commands)
{
    QStringList all;
    for (const QStringList &command : commands)
        all << command.join(u' ');
    return all.join(u'\n');
}

/// Runs the cases with Alembic and here; what differs, the first of each case.
class Comparison final
{
public:
    [[nodiscard]] bool run(const QList<CommandCase> &cases);
    [[nodiscard]] const QList<Difference> &differences() const { return m_differences; }

    int answered = 0;
    int refused = 0;
    int crashed = 0;

private:
    void compare(const CommandCase &it, const QJsonArray &judged, const QString &theirFolder, const QString &ourFolder);

    QList<Difference> m_differences;
};

bool Comparison::run(const QList<CommandCase> &cases)
{
    const QTemporaryDir root;
    const QString folder = QDir(root.path()).canonicalPath();
    const auto folderOf = [&folder](qsizetype index, const QString &who) -> QString {
        return folder + u'/' + QString::number(index) + who;
    };
    QJsonArray questions;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        if (!cases[i].write(folderOf(i, u"theirs"_s)) || !cases[i].write(folderOf(i, u"ours"_s)))
            return false;
        QJsonArray order;
        for (const Migrations::Graph::Node &node : cases[i].nodes)
            order << node.id;
        QJsonArray commands;
        for (const QStringList &command : cases[i].commands)
            commands << QJsonArray::fromStringList(command);
        questions << QJsonObject {
            {u"folder"_s, folderOf(i, u"theirs"_s)}, {u"order"_s, order}, {u"commands"_s, commands}};
    }
    const QJsonArray judged = ::judged(u"app/cli/judge_projects.py"_s, questions);
    if (judged.size() != cases.size())
        return false;
    for (qsizetype i = 0; i < cases.size(); ++i)
        compare(cases[i], judged[i].toArray(), folderOf(i, u"theirs"_s), folderOf(i, u"ours"_s));
    return true;
}

/// what is in the folder of revisions, by name, without the time at which it was written
QMap<QString, QString> revisionFiles(const QString &folder)
{
    static const QRegularExpression created(u"^Create Date: .*$"_s, QRegularExpression::MultilineOption);
    QMap<QString, QString> files;
    const QDir versions(folder + u"/scripts/versions"_s);
    for (const QString &name : versions.entryList({u"*.py"_s}, QDir::Files)) {
        QFile file(versions.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files[name] = QString::fromUtf8(file.readAll()).replace(created, u"Create Date:"_s);
    }
    return files;
}

QString differentFiles(const QMap<QString, QString> &their, const QMap<QString, QString> &our)
{
    QString text;
    for (const QString &name : QSet<QString>(their.keyBegin(), their.keyEnd()) + QSet<QString>(our.keyBegin(), our.keyEnd())) {
        if (their.value(name) != our.value(name))
            text += u"--- Alembic's %1\n%2\n--- Stillroom's\n%3\n"_s.arg(name, their.value(name), our.value(name));
    }
    return text;
}

void Comparison::compare(
    const CommandCase &it, const QJsonArray &judged, const QString &theirFolder, const QString &ourFolder)
{
    for (qsizetype at = 0; at < it.commands.size(); ++at) {
        const QStringList &command = it.commands[at];
        const Answer their = theirs(judged[at].toObject(), command.first(), theirFolder);
        const bool isRefused = their.out.contains("FAILED: "_L1);
        ++(their.crashed ? crashed : isRefused ? refused : answered);
        if (their.crashed) {
            QFile::remove(ourFolder + u"/data.db"_s); // it may have stopped half way: both begin anew
            continue;
        }
        const Answer our = ours(command, ourFolder);
        // Alembic has purged by the time it refuses; here nothing has happened then
        if (isRefused && command.contains(u"--purge"_s))
            QFile::remove(ourFolder + u"/data.db"_s);
        if (their.out == our.out && their.running == our.running)
            continue;
        m_differences << Difference {.it = {.nodes = it.nodes, .commands = it.commands.first(at + 1)},
            .text = u"%1\n--- graph\n%2\n--- Alembic\n%3\n--- Stillroom\n%4"_s.arg(
                lines(it.commands.first(at + 1)), GraphText::toText(it.nodes), described(their), described(our))};
        return;
    }
    const QString files = differentFiles(revisionFiles(theirFolder), revisionFiles(ourFolder));
    if (!files.isEmpty())
        m_differences << Difference {.it = it,
            .text = u"%1\n--- graph\n%2\n%3"_s.arg(lines(it.commands), GraphText::toText(it.nodes), files)};
}

QList<CommandCase> smaller(const CommandCase &it)
{
    QList<CommandCase> result;
    for (qsizetype i = 0; i + 1 < it.commands.size(); ++i) {
        CommandCase without = it;
        without.commands.removeAt(i);
        result << without;
    }
    for (const QList<Migrations::Graph::Node> &nodes : RandomGraphs::smaller(it.nodes))
        result << CommandCase {.nodes = nodes, .commands = it.commands};
    return result;
}

/// without the commands before the last one that only read
Difference withoutReading(Difference difference)
{
    const QStringList last = difference.it.commands.takeLast();
    difference.it.commands.removeIf([](const QStringList &command) {
        static const QStringList changing {
            u"stamp"_s, u"upgrade"_s, u"downgrade"_s, u"ensure_version"_s, u"revision"_s, u"merge"_s};
        return !changing.contains(command.first()) || command.contains(u"--sql"_s);
    });
    difference.it.commands << last;
    return difference;
}

/// the smallest project, with the fewest commands, that still differs
Difference shrunk(Difference difference)
{
    difference = withoutReading(difference);
    while (true) {
        Comparison comparison;
        if (!comparison.run(smaller(difference.it)) || comparison.differences().isEmpty())
            return difference;
        difference = comparison.differences().front();
    }
}

} // namespace

/// The command line against Alembic's own, over projects that chance made.
class TestCommandsAlembic : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommandAnswersAsAlembic_data();
    void everyCommandAnswersAsAlembic();
};

void TestCommandsAlembic::initTestCase()
{
    TestCase::initTestCase();
    for (const char *name : {"EDITOR", "VISUAL"})
        qputenv(name, "true"); // an editor that changes nothing
}

void TestCommandsAlembic::everyCommandAnswersAsAlembic_data()
{
    QTest::addColumn<unsigned>("firstSeed");
    for (unsigned seed = 5000; seed < 5200; seed += 50)
        QTest::addRow("seeds from %u", seed) << seed;
}

void TestCommandsAlembic::everyCommandAnswersAsAlembic()
{
    QFETCH(const unsigned, firstSeed);
    QList<CommandCase> cases;
    for (unsigned seed = firstSeed; seed < firstSeed + 50; ++seed)
        cases << CommandCase::random(seed);
    Comparison comparison;
    QVERIFY(comparison.run(cases));
    qInfo("Alembic answered %d commands, refused %d and failed at %d", comparison.answered, comparison.refused,
        comparison.crashed);
    QVERIFY(comparison.answered > 1000);
    QVERIFY(comparison.refused > 100);
    if (!comparison.differences().isEmpty()) {
        QFAIL(qPrintable(u"%1 projects differ; the first, made smaller: %2"_s.arg(comparison.differences().size())
                             .arg(shrunk(comparison.differences().front()).text)));
    }
}

QTEST_GUILESS_MAIN(TestCommandsAlembic)
#include "tst_commandsalembic.moc"
