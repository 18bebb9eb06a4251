#include "app/cli/configcommand.h"

#include "app/cli/alignedtext.h"
#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "migrations/graph/nearwords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// part of the interface of --json
QString sourceName(ValueSource::Kind kind)
{
    static const QHash<ValueSource::Kind, QString> names {{ValueSource::Kind::Default, u"default"_s},
        {ValueSource::Kind::CommandLine, u"option"_s}, {ValueSource::Kind::File, u"file"_s},
        {ValueSource::Kind::Variable, u"variable"_s}};
    return names.value(kind);
}

/// Those of that name, or of that section: "naming_convention" is all of it.
Result<QList<Setting>> chosen(const QList<Setting> &all, const QStringList &names)
{
    QList<Setting> found;
    for (const QString &name : names) {
        const auto isMeant = [&name](const Setting &setting) {
            return setting.name == name || setting.name.startsWith(name + u'.');
        };
        const qsizetype before = found.size();
        std::ranges::copy_if(all, std::back_inserter(found), isMeant);
        if (found.size() > before)
            continue;
        QStringList known;
        for (const Setting &setting : all)
            known << setting.name;
        const QStringList near = Graph::nearWords(name, known);
        return failure(ErrorCode::NotFound, Tr::tr("There is no setting %1.").arg(name),
            near.isEmpty() ? Tr::tr("\"stillroom-cli config\" lists them.")
                           : Tr::tr("Did you mean %1?").arg(near.join(", "_L1)));
    }
    return names.isEmpty() ? all : found;
}

QJsonObject settingJson(const Setting &setting)
{
    const ValueSource &source = setting.source;
    QJsonObject json {{u"name"_s, setting.name}, {u"value"_s, setting.text}, {u"source"_s, sourceName(source.kind)}};
    const std::initializer_list<std::pair<QString, QString>> texts {
        {u"file"_s, source.at.file}, {u"variable"_s, source.variable}, {u"remark"_s, setting.remark}};
    for (const auto &[name, text] : texts) {
        if (!text.isEmpty())
            json.insert(name, text);
    }
    if (source.at.line > 0)
        json.insert(u"line"_s, source.at.line);
    return json;
}

void printText(Context &context, const QList<Setting> &settings, const QString &folder)
{
    QList<QStringList> rows;
    for (const Setting &setting : settings) {
        const QString value = setting.text.isEmpty() ? u"-"_s : setting.text;
        rows << QStringList {setting.name, value, setting.source.toText(folder)};
    }
    const QStringList lines = alignedLines(rows);
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (index > 0 && settings[index].group != settings[index - 1].group)
            context.out() << '\n';
        context.out() << lines[index] << '\n';
        if (!settings[index].remark.isEmpty())
            context.out() << u"    "_s << settings[index].remark << '\n';
    }
    context.out().flush();
}

} // namespace

Command::Description ConfigCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"config"_s,
        .summary = Tr::tr("Show each setting and where it comes from"),
        .parameters = {{OptionalArguments, u"key"_s, {}, u"KEY"_s, Tr::tr("Only these settings, or sections of them")}},
        .notes = Tr::tr(
            "The database is, of these, the first that says it: --url; url in stillroom.toml; what env.py\n"
            "sets, if it is a text or an environment variable; sqlalchemy.url of the .ini file; $DATABASE_URL\n"
            "and $SQLALCHEMY_DATABASE_URI; $DB_HOST, $POSTGRES_DB and the like; $PGSERVICE, $PGHOST,\n"
            "$PGDATABASE. Variables are also those of the project's .env file.\n"
            "Everything else is from stillroom.toml, else from a literal in env.py, else the default.\n"
            "--json: {\"settings\": [{\"name\", \"value\", \"source\": \"file\"|\"variable\"|\"option\"|\"default\",\n"
            "\"file\", \"line\", \"variable\", \"remark\"}], \"problems\": [{\"code\", \"message\", …}]}")};
}

ExitCode ConfigCommand::execute(Context &context) const
{
    const Result<std::shared_ptr<const Project>> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const Result<QList<Setting>> settings
        = chosen((*project)->settings().all(context.options().url), context.arguments().texts(u"key"_s));
    if (!settings)
        return context.fail(settings.error());
    const QList<Error> problems = (*project)->settings().allProblems();
    if (context.options().json) {
        QJsonArray rows;
        for (const Setting &setting : *settings)
            rows << settingJson(setting);
        QJsonArray errors;
        for (const Error &problem : problems)
            errors << errorJson(problem);
        context.print({{u"settings"_s, rows}, {u"problems"_s, errors}});
        return ExitCode::Done;
    }
    printText(context, *settings, QFileInfo((*project)->configFile()).absolutePath());
    if (problems.size() > (*project)->settings().problems().size())
        context.log(warningText(problems.constLast()).trimmed());
    return ExitCode::Done;
}

} // namespace Cli
