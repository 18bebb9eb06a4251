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

QString valueOf(const CLI::Option *option, const QString &otherwise)
{
    return option->count() > 0 ? valuesOf(option).constLast() : otherwise;
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
        option->expected(1, CLI::detail::expected_max_vector_size); // of those that are given
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

/// The options that stand before or after every command.
class GlobalParser final
{
public:
    explicit GlobalParser(CLI::App &app)
        : m_config(add(app, u"-c,--config"_s, u"FILE"_s,
              Tr::tr("alembic.ini, pyproject.toml or their folder (default: $ALEMBIC_CONFIG, or here)")))
        , m_section(add(app, u"-n,--name"_s, u"SECTION"_s, Tr::tr("Section of the file (default: alembic)")))
        , m_url(add(app, u"--url"_s, u"URL"_s, Tr::tr("The database, instead of the project's own")))
        , m_xArguments(add(app, u"-x"_s, u"KEY=VALUE"_s, Tr::tr("An argument for the scripts; may be repeated"),
              Parameter::Kind::Values))
        , m_json(addFlag(app, u"--json"_s, Tr::tr("Write the result as JSON")))
        , m_language(add(app, u"--lang"_s, u"LANG"_s, Tr::tr("Language of messages, such as zh_CN")))
        , m_quiet(addFlag(app, u"-q,--quiet"_s, Tr::tr("No log, only results, questions and failures")))
        , m_verbose(addFlag(app, u"-v,--verbose"_s, Tr::tr("Log every statement with its time")))
    {
        m_verbose->excludes(m_quiet);
    }

    [[nodiscard]] GlobalOptions options() const
    {
        GlobalOptions options;
        options.config = valueOf(m_config, qEnvironmentVariable("ALEMBIC_CONFIG", u"."_s));
        options.section = valueOf(m_section, options.section);
        options.url = valueOf(m_url, {});
        options.xArguments = valuesOf(m_xArguments);
        options.json = m_json->count() > 0;
        if (m_quiet->count() > 0)
            options.verbosity = Verbosity::Quiet;
        else if (m_verbose->count() > 0)
            options.verbosity = Verbosity::Verbose;
        return options;
    }

private:
    static CLI::Option *add(CLI::App &app, const QString &spelling, const QString &placeholder, const QString &text,
        Parameter::Kind kind = Parameter::Kind::Value)
    {
        return addParameter(app, {kind, spelling, spelling, placeholder, text});
    }

    static CLI::Option *addFlag(CLI::App &app, const QString &spelling, const QString &text)
    {
        return addParameter(app, {Parameter::Kind::Flag, spelling, spelling, {}, text});
    }

    CLI::Option *m_config;
    CLI::Option *m_section;
    CLI::Option *m_url;
    CLI::Option *m_xArguments;
    CLI::Option *m_json;
    CLI::Option *m_language;
    CLI::Option *m_quiet;
    CLI::Option *m_verbose;
};

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
    const GlobalParser globals(app);
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
    Invocation invocation {.options = globals.options()};
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
