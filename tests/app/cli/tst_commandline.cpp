#include "app/cli/commandline.h"
#include "app/cli/commandlist.h"
#include "tests/support/testcase.h"

using namespace Cli;
using namespace Qt::StringLiterals;

class TestCommandLine : public TestCase
{
    Q_OBJECT

private slots:
    void commandsAndTargetsAreRead_data();
    void commandsAndTargetsAreRead();
    void optionsStandBeforeOrAfterTheCommand_data();
    void optionsStandBeforeOrAfterTheCommand();
    void shortVerboseBelongsToTheCommandThatHasIt();
    void configurationComesFromTheEnvironment();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void helpAndVersionAreAnswers_data();
    void helpAndVersionAreAnswers();
    void everyCommandHasHelp();
    void languageIsKnownBeforeParsing_data();
    void languageIsKnownBeforeParsing();

private:
    [[nodiscard]] std::expected<CommandLine::Invocation, CommandLine::Answer> parse(const QString &line) const
    {
        return CommandLine(m_commands).parse(line.split(u' ', Qt::SkipEmptyParts));
    }

    CommandLine::Commands m_commands = allCommands();
};

void TestCommandLine::commandsAndTargetsAreRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");
    QTest::newRow("history") << u"history"_s << u"history"_s << u"rev-range"_s << QString();
    QTest::newRow("range") << u"history -r a:b"_s << u"history"_s << u"rev-range"_s << u"a:b"_s;
    QTest::newRow("glued range") << u"history -r-3:current"_s << u"history"_s << u"rev-range"_s << u"-3:current"_s;
    QTest::newRow("long range") << u"history --rev-range=-3:"_s << u"history"_s << u"rev-range"_s << u"-3:"_s;
    QTest::newRow("spaced range") << u"history -r -3:current"_s << u"history"_s << u"rev-range"_s << u"-3:current"_s;
    QTest::newRow("head") << u"upgrade head"_s << u"upgrade"_s << u"revision"_s << u"head"_s;
    QTest::newRow("plus one") << u"upgrade +1"_s << u"upgrade"_s << u"revision"_s << u"+1"_s;
    QTest::newRow("minus one") << u"downgrade -1"_s << u"downgrade"_s << u"revision"_s << u"-1"_s;
    QTest::newRow("minus twelve after an option")
        << u"downgrade --yes -12"_s << u"downgrade"_s << u"revision"_s << u"-12"_s;
    QTest::newRow("minus one before an option")
        << u"downgrade -1 --yes"_s << u"downgrade"_s << u"revision"_s << u"-1"_s;
    QTest::newRow("branch") << u"downgrade ae10@base"_s << u"downgrade"_s << u"revision"_s << u"ae10@base"_s;
    QTest::newRow("branch and number") << u"downgrade ae10@-2"_s << u"downgrade"_s << u"revision"_s << u"ae10@-2"_s;
    QTest::newRow("sql range") << u"upgrade --sql a:b"_s << u"upgrade"_s << u"revision"_s << u"a:b"_s;
    QTest::newRow("table") << u"tables account"_s << u"tables"_s << u"table"_s << u"account"_s;
    QTest::newRow("a table that is called as a command")
        << u"tables history"_s << u"tables"_s << u"table"_s << u"history"_s;
    QTest::newRow("no table") << u"tables"_s << u"tables"_s << u"table"_s << QString();
}

void TestCommandLine::commandsAndTargetsAreRead()
{
    QFETCH(QString, line);
    QFETCH(QString, command);
    QFETCH(QString, argument);
    QFETCH(QString, value);
    const auto invocation = parse(line);
    QVERIFY2(invocation.has_value(), qPrintable(invocation ? QString() : invocation.error().err));
    QCOMPARE(invocation->command->description().name, command);
    QCOMPARE(invocation->arguments.text(argument), value);
    QCOMPARE(invocation->arguments.has(argument), !value.isEmpty());
}

void TestCommandLine::optionsStandBeforeOrAfterTheCommand_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("before") << u"-c x.ini -n dev --url sqlite:// -x a=1 -x b=2 --json -q upgrade head"_s;
    QTest::newRow("after") << u"upgrade head -c x.ini -n dev --url sqlite:// -x a=1 -x b=2 --json -q"_s;
    QTest::newRow("long") << u"--config=x.ini --name dev -x a=1 upgrade -x b=2 --quiet head --url=sqlite:// --json"_s;
}

void TestCommandLine::optionsStandBeforeOrAfterTheCommand()
{
    QFETCH(QString, line);
    const auto invocation = parse(line);
    QVERIFY2(invocation.has_value(), qPrintable(invocation ? QString() : invocation.error().err));
    const GlobalOptions &options = invocation->options;
    QCOMPARE(options.config, u"x.ini"_s);
    QCOMPARE(options.section, u"dev"_s);
    QCOMPARE(options.url, u"sqlite://"_s);
    QCOMPARE(options.xArguments, (QStringList {u"a=1"_s, u"b=2"_s}));
    QVERIFY(options.json);
    QCOMPARE(options.verbosity, Verbosity::Quiet);
    QCOMPARE(invocation->arguments.text(u"revision"_s), u"head"_s);
}

void TestCommandLine::shortVerboseBelongsToTheCommandThatHasIt()
{
    const auto current = parse(u"current -v"_s);
    QVERIFY(current->arguments.has(u"verbose"_s));
    QCOMPARE(current->options.verbosity, Verbosity::Normal);
    const auto before = parse(u"-v current"_s);
    QVERIFY(!before->arguments.has(u"verbose"_s));
    QCOMPARE(before->options.verbosity, Verbosity::Verbose);
    QCOMPARE(parse(u"upgrade head -v"_s)->options.verbosity, Verbosity::Verbose);
}

void TestCommandLine::configurationComesFromTheEnvironment()
{
    QCOMPARE(parse(u"heads"_s)->options.config, u"."_s);
    qputenv("ALEMBIC_CONFIG", "/srv/other.ini");
    QCOMPARE(parse(u"heads"_s)->options.config, u"/srv/other.ini"_s);
    QCOMPARE(parse(u"-c mine.ini heads"_s)->options.config, u"mine.ini"_s);
    qunsetenv("ALEMBIC_CONFIG");
}

void TestCommandLine::wrongUsageIsExplained_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QString() << u"COMMAND"_s;
    QTest::newRow("unknown command") << u"migrate"_s << u"migrate"_s;
    QTest::newRow("unknown option") << u"heads --fast"_s << u"--fast"_s;
    QTest::newRow("unknown global option") << u"--fast heads"_s << u"--fast"_s;
    QTest::newRow("no target") << u"upgrade"_s << u"REVISION"_s;
    QTest::newRow("two targets") << u"upgrade a b"_s << u"b"_s;
    QTest::newRow("no value") << u"heads --url"_s << u"--url"_s;
    QTest::newRow("yes and no") << u"upgrade head --yes --no"_s << u"--no"_s;
    QTest::newRow("quiet and verbose") << u"-q -v heads"_s << u"--verbose"_s;
    QTest::newRow("two configurations") << u"-c a -c b heads"_s << u"--config"_s;
}

void TestCommandLine::wrongUsageIsExplained()
{
    QFETCH(QString, line);
    QFETCH(QString, word);
    const auto invocation = parse(line);
    QVERIFY(!invocation);
    QCOMPARE(invocation.error().code, ExitCode::WrongUsage);
    QCOMPARE(invocation.error().out, QString());
    QVERIFY2(invocation.error().err.contains(word), qPrintable(invocation.error().err));
    QVERIFY2(invocation.error().err.contains(u"--help"_s), qPrintable(invocation.error().err));
}

void TestCommandLine::helpAndVersionAreAnswers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");
    QTest::newRow("version") << u"--version"_s << QStringLiteral("stillroom-cli " STILLROOM_VERSION);
    QTest::newRow("help") << u"--help"_s << u"downgrade"_s;
    QTest::newRow("short help") << u"-h"_s << u"--url"_s;
    QTest::newRow("exit codes") << u"--help"_s << u"3 differences"_s;
}

void TestCommandLine::helpAndVersionAreAnswers()
{
    QFETCH(QString, line);
    QFETCH(QString, word);
    const auto invocation = parse(line);
    QVERIFY(!invocation);
    QCOMPARE(invocation.error().code, ExitCode::Done);
    QCOMPARE(invocation.error().err, QString());
    QVERIFY2(invocation.error().out.contains(word), qPrintable(invocation.error().out));
}

void TestCommandLine::everyCommandHasHelp()
{
    for (const auto &command : m_commands) {
        const Command::Description description = command->description();
        QVERIFY(!description.summary.isEmpty());
        const auto help = parse(description.name + u" --help");
        QVERIFY(!help);
        QCOMPARE(help.error().code, ExitCode::Done);
        QVERIFY(help.error().out.contains(description.summary));
        for (const Parameter &parameter : description.parameters) {
            QVERIFY(!parameter.description.isEmpty());
            QVERIFY2(help.error().out.contains(parameter.spelling.section(u',', -1)), qPrintable(help.error().out));
        }
    }
}

void TestCommandLine::languageIsKnownBeforeParsing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("language");
    QTest::newRow("none") << QStringList {u"heads"_s} << QString();
    QTest::newRow("value") << QStringList {u"--lang"_s, u"zh_CN"_s, u"heads"_s} << u"zh_CN"_s;
    QTest::newRow("glued") << QStringList {u"heads"_s, u"--lang=de"_s} << u"de"_s;
    QTest::newRow("without value") << QStringList {u"heads"_s, u"--lang"_s} << QString();
}

void TestCommandLine::languageIsKnownBeforeParsing()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, language);
    QCOMPARE(CommandLine::languageOf(arguments), language);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
