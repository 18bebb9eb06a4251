#include "app/cli/commandlist.h"
#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

/// The completion scripts, run by their shells: what they offer after some words.
class TestCompletionCommand : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void theShellOffers_data();
    void theShellOffers();
    void everyCommandIsOffered_data();
    void everyCommandIsOffered();
    void anotherShellIsWrongUsage();
    void wordsAreTheRevisionsOfTheProject();

private:
    [[nodiscard]] static QStringList offered(const QString &shell, const QString &line);

    inline static std::unique_ptr<ProjectFolder> m_folder;
};

namespace {

// asks the shell as a person does who presses Tab after the line
QString program(const QString &shell)
{
    if (shell == u"bash")
        return uR"(source <(stillroom-cli completion bash)
COMP_WORDS=($1); [[ $1 == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_stillroom_cli
printf '%s\n' "${COMPREPLY[@]}")"_s;
    if (shell == u"fish")
        return u"stillroom-cli completion fish | source\ncomplete -C \"$argv[1]\""_s;
    // zsh completes only in a terminal: a pseudo-terminal of its own module
    return uR"(zmodload zsh/zpty
zpty -b tab zsh -f -i
zpty -w tab 'PS1=; PROMPT=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; zstyle ":completion:*" list-colors ""; LISTMAX=0; LINES=200; source <(stillroom-cli completion zsh); echo re""ady'
zpty -r tab answer '*ready*'
zpty -w -n tab "$1"$'\t\t'
sleep 1.5
while zpty -rt tab answer; do print -rn -- $answer; done
zpty -d tab)"_s;
}

} // namespace

void TestCompletionCommand::initTestCase()
{
    TestCase::initTestCase();
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"aaaa01"_s});
    m_folder->add({.id = u"bbbb02"_s, .down = {u"aaaa01"_s}});
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s})
        QVERIFY2(!QStandardPaths::findExecutable(shell).isEmpty(), qPrintable(shell));
}

QStringList TestCompletionCommand::offered(const QString &shell, const QString &line)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, QStringLiteral(STILLROOM_BIN_DIR) + u':' + environment.value(u"PATH"_s));
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"TERM"_s, u"dumb"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    QStringList arguments {u"-c"_s, program(shell)};
    if (shell != u"fish")
        arguments << shell;
    process.start(shell, arguments << line);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        qCritical().noquote() << process.errorString() << process.readAllStandardError();
    static const QRegularExpression between(u"[\\s\\x00-\\x1f]+"_s);
    return QString::fromUtf8(process.readAllStandardOutput()).split(between, Qt::SkipEmptyParts);
}

void TestCompletionCommand::theShellOffers_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("some");
    QTest::addColumn<QString>("butNot");
    for (const char *shell : {"bash", "zsh", "fish"}) {
        const QString name = QString::fromLatin1(shell);
        QTest::addRow("%s: commands", shell)
            << name << u"stillroom-cli "_s << QStringList {u"history"_s, u"upgrade"_s, u"completion"_s} << u"aaaa01"_s;
        QTest::addRow("%s: revisions", shell) << name << u"stillroom-cli show "_s
                                              << QStringList {u"aaaa01"_s, u"bbbb02"_s, u"heads"_s} << u"history"_s;
        QTest::addRow("%s: options of a command", shell)
            << name << u"stillroom-cli stamp --"_s << QStringList {u"--purge"_s, u"--sql"_s} << u"--resolve-dependencies"_s;
        QTest::addRow("%s: a range", shell)
            << name << u"stillroom-cli history -r "_s << QStringList {u"aaaa01"_s, u"bbbb02"_s} << u"--verbose"_s;
        QTest::addRow("%s: files", shell)
            << name << u"stillroom-cli -c al"_s << QStringList {u"alembic.ini"_s} << u"aaaa01"_s;
    }
}

void TestCompletionCommand::theShellOffers()
{
    QFETCH(const QString, shell);
    QFETCH(const QString, line);
    QFETCH(const QStringList, some);
    QFETCH(const QString, butNot);
    const QStringList words = offered(shell, line);
    for (const QString &word : some) {
        const bool isOffered
            = std::ranges::any_of(words, [&word](const QString &one) { return one == word || one.endsWith(word); });
        QVERIFY2(isOffered, qPrintable(word + u" is not among "_s + words.join(u' ')));
    }
    QVERIFY2(!words.contains(butNot), qPrintable(words.join(u' ')));
}

void TestCompletionCommand::everyCommandIsOffered_data()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void TestCompletionCommand::everyCommandIsOffered()
{
    QFETCH(const QString, shell);
    const CommandRun run = CommandRun::of({u"completion"_s, shell});
    QCOMPARE(run.code, 0);
    for (const auto &command : Cli::allCommands()) {
        const Cli::Command::Description description = command->description();
        QVERIFY2(run.out.contains(description.name), qPrintable(description.name));
        for (const Cli::Parameter &parameter : description.parameters) {
            const QString spelling = parameter.spelling.section(u',', -1);
            const bool isThere = run.out.contains(shell == u"fish" ? spelling.mid(2) : spelling);
            QVERIFY2(isThere, qPrintable(description.name + u' ' + spelling));
        }
    }
}

void TestCompletionCommand::anotherShellIsWrongUsage()
{
    const CommandRun run = CommandRun::of({u"completion"_s, u"tcsh"_s});
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QString());
    QVERIFY(run.err.contains(u"bash, fish, zsh"_s));
}

void TestCompletionCommand::wordsAreTheRevisionsOfTheProject()
{
    const CommandRun run = CommandRun::of({u"-c"_s, m_folder->path(), u"completion"_s, u"words"_s});
    QCOMPARE(run.out.split(u'\n', Qt::SkipEmptyParts),
        (QStringList {u"head"_s, u"heads"_s, u"base"_s, u"current"_s, u"bbbb02"_s, u"aaaa01"_s}));
    const CommandRun nowhere = CommandRun::of({u"-c"_s, u"/nowhere"_s, u"completion"_s, u"words"_s});
    QCOMPARE(nowhere.code, 1);
    QCOMPARE(nowhere.out + nowhere.err, QString());
}

QTEST_GUILESS_MAIN(TestCompletionCommand)
#include "tst_completioncommand.moc"
