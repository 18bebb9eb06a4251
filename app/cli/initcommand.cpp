#include "app/cli/initcommand.h"

#include "app/cli/context.h"
#include "app/cli/newrevision.h"
#include "migrations/project/newproject.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString configFileOf(const QString &config)
{
    return QFileInfo(config).isDir() ? QDir(config).filePath(u"alembic.ini"_s) : config;
}

QString quoted(const QString &path)
{
    return u'\'' + path + u'\'';
}

// Alembic's lines
QString lineOf(const NewProjectStep &step)
{
    using enum NewProjectStep::Kind;
    switch (step.kind) {
    case Folder:
        return doneText(u"Creating directory "_s + quoted(step.path));
    case File:
        return doneText(u"Generating "_s + step.path);
    case PackageFile:
        return doneText(u"Adding "_s + quoted(step.path));
    case Existing:
        break;
    }
    return u"File %1 already exists, skipping\n"_s.arg(quoted(step.path));
}

} // namespace

Command::Description InitCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"init"_s,
        .summary = Tr::tr("Make a new project"),
        .parameters
        = {{Argument, u"directory"_s, {}, u"DIRECTORY"_s, Tr::tr("For the scripts; a new or empty folder")},
            {Value, u"template"_s, u"-t,--template"_s, u"TEMPLATE"_s,
                Tr::tr("Its kind (default: generic); \"list_templates\" lists them")},
            {Flag, u"package"_s, u"--package"_s, {}, Tr::tr("Add __init__.py files")}},
        .notes = Tr::tr("The configuration file is alembic.ini here, or what --config names.")};
}

ExitCode InitCommand::execute(Context &context) const
{
    const Arguments &arguments = context.arguments();
    NewProjectRequest request {.directory = arguments.text(u"directory"_s),
        .configFile = configFileOf(context.options().config),
        .isPackage = arguments.has(u"package"_s)};
    if (arguments.has(u"template"_s))
        request.templateName = arguments.text(u"template"_s);
    const Result<QList<NewProjectStep>> steps = planProject(request);
    if (!steps)
        return context.fail(steps.error());
    if (const Result<void> made = makeProject(*steps); !made)
        return context.fail(made.error());
    QString config;
    QJsonArray paths;
    for (const NewProjectStep &step : *steps) {
        if (step.path.endsWith(QFileInfo(request.configFile).fileName()))
            config = step.path;
        if (step.kind != NewProjectStep::Kind::Existing)
            paths << step.path;
    }
    if (context.options().json) {
        context.print({{u"config"_s, config}, {u"made"_s, paths}});
    } else if (context.options().verbosity != Verbosity::Quiet) {
        for (const NewProjectStep &step : *steps)
            context.out() << lineOf(step);
        context.out() << u"Please edit configuration/connection/logging settings in %1 before proceeding.\n"_s.arg(
            quoted(config));
        context.out().flush();
    }
    return ExitCode::Done;
}

} // namespace Cli
