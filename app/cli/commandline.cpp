#include "app/cli/commandline.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <sstream>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using Options = QHash<QString, CLI::Option *>;

QStringList valuesOf(const CLI::Option *option)
{
    QStringList values;
    for (const std::string &value : option->results())
        values << QString::fromStdString(value);
    return values;
}

// Without a text of ours the help would show types and exclusions in English.
CLI::Option *addParameter(CLI::App &app, const Parameter &parameter)
{
    const bool isArgument = parameter.spelling.isEmpty();
    const std::string spelling = (isArgument ? parameter.placeholder : parameter.spelling).toStdString();
    const std::string description = parameter.description.toStdString();
    if (parameter.kind == Parameter::Kind::Flag)
        return app.add_flag(spelling, description)->option_text(" ");
    CLI::Option *option = app.add_option(spelling, description);
    using enum Parameter::Kind;
    if (parameter.kind == Arguments || parameter.kind == OptionalArguments)
        option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
    else
        option->expected(1);
    if (parameter.kind == Values)
        option->take_all();
    option->option_text(isArgument ? " " : parameter.placeholder.toStdString());
    option->required(parameter.kind == Argument || parameter.kind == Arguments);
    return option;
}

Options addParameters(CLI::App &app, const QList<Parameter> &parameters)
{
    Options options;
    for (const Parameter &parameter : parameters)
        options.insert(parameter.name, addParameter(app, parameter));
    for (const Parameter &parameter : parameters) {
        if (CLI::Option *other = options.value(parameter.excludes))
            options.value(parameter.name)->excludes(other);
    }
    return options;
}

GlobalOptions globalOptions(const Options &options)
{
    const auto values = [&options](const QString &name) { return valuesOf(options.value(name)); };
    const auto value = [&values](const QString &name, const QString &otherwise) {
        const QStringList all = values(name);
        return all.isEmpty() ? otherwise : all.constLast();
    };
    GlobalOptions result;
    result.config = value(u"config"_s, qEnvironmentVariable("ALEMBIC_CONFIG", u"."_s));
    result.section = value(u"name"_s, result.section);
    result.url = value(u"url"_s, {});
    result.xArguments = values(u"x"_s);
    result.json = !values(u"json"_s).isEmpty();
    if (!values(u"quiet"_s).isEmpty())
        result.verbosity = Verbosity::Quiet;
    else if (!values(u"log"_s).isEmpty())
        result.verbosity = Verbosity::Verbose;
    return result;
}

// A command inherits the flag, but not the group that it stands in.
void addHelpFlag(CLI::App &app)
{
    app.set_help_flag("-h,--help", Tr::tr("Show this help").toStdString());
}

void setUpHelp(CLI::App &app)
{
    app.option_defaults()->group(Tr::tr("Options").toStdString());
    addHelpFlag(app);
    app.set_version_flag("--version", "stillroom-cli " STILLROOM_VERSION, Tr::tr("Show the version").toStdString());
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(34);
    formatter->label("Usage", Tr::tr("Usage").toStdString());
    formatter->label("OPTIONS", Tr::tr("OPTIONS").toStdString());
    formatter->label("Positionals", Tr::tr("Arguments").toStdString());
    formatter->label("SUBCOMMAND", Tr::tr("COMMAND").toStdString());
    app.formatter(formatter);
    app.footer(Tr::tr("\"stillroom-cli COMMAND --help\" tells more about a command.\n"
                      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 differences found.")
                   .toStdString());
}

// CLI11 says only that a subcommand is required, whatever was written instead of one.
std::string missingCommand(const CLI::App &app)
{
    const std::vector<std::string> others = app.remaining();
    const QString message = others.empty()
        ? Tr::tr("A COMMAND is missing.")
        : Tr::tr("There is no command \"%1\".").arg(QString::fromStdString(others.front()));
    return message.toStdString() + '\n' + Tr::tr("Run with --help for more information.").toStdString() + '\n';
}

CommandLine::Answer answerOf(CLI::App &app, const CLI::ParseError &error)
{
    if (error.get_exit_code() == int(CLI::ExitCodes::RequiredError) && app.get_subcommands().empty())
        app.failure_message([](const CLI::App *self, const CLI::Error &) { return missingCommand(*self); });
    std::ostringstream out;
    std::ostringstream err;
    const bool isUsageError = app.exit(error, out, err) != 0;
    return {.code = isUsageError ? ExitCode::WrongUsage : ExitCode::Done,
        .out = QString::fromStdString(out.str()),
        .err = QString::fromStdString(err.str())};
}

} // namespace

std::expected<CommandLine::Invocation, CommandLine::Answer> CommandLine::parse(const QStringList &arguments) const
{
    CLI::App app(Tr::tr("Stillroom: database migrations of Alembic projects, without Python").toStdString(),
        "stillroom-cli");
    setUpHelp(app);
    app.fallthrough();
    app.require_subcommand(1);
    const Options globals = addParameters(app, globalParameters());
    QList<std::pair<CLI::App *, Options>> parsers;
    for (const auto &command : m_commands) {
        const Command::Description description = command->description();
        CLI::App *parser = app.add_subcommand(description.name.toStdString(), description.summary.toStdString());
        addHelpFlag(*parser);
        parser->group(Tr::tr("Commands").toStdString());
        parser->footer(description.notes.toStdString());
        parsers.emplaceBack(parser, addParameters(*parser, description.parameters));
    }
    std::vector<std::string> reversed;
    for (const QString &argument : arguments)
        reversed.insert(reversed.begin(), argument.toStdString());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError &error) {
        return std::unexpected(answerOf(app, error));
    }
    Invocation invocation {.options = globalOptions(globals)};
    for (qsizetype index = 0; index < parsers.size(); ++index) {
        if (!parsers[index].first->parsed())
            continue;
        invocation.command = m_commands[std::size_t(index)].get();
        for (const auto &[name, option] : parsers[index].second.asKeyValueRange()) {
            if (option->count() > 0)
                invocation.arguments.insert(name, valuesOf(option));
        }
    }
    return invocation;
}

QString CommandLine::languageOf(const QStringList &arguments)
{
    const QString option = u"--lang"_s;
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        if (arguments[index] == option)
            return arguments.value(index + 1);
        if (arguments[index].startsWith(option + u'='))
            return arguments[index].sliced(option.size() + 1);
    }
    return {};
}

} // namespace Cli
