#include "app/cli/listtemplatescommand.h"

#include "app/cli/context.h"
#include "migrations/project/projecttemplates.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

Command::Description ListTemplatesCommand::description() const
{
    return {.name = u"list_templates"_s, .summary = Tr::tr("List the kinds of project that init makes")};
}

ExitCode ListTemplatesCommand::execute(Context &context) const
{
    if (context.options().json) {
        QJsonArray templates;
        for (const ProjectTemplate &one : projectTemplates())
            templates << QJsonObject {{u"name"_s, one.name}, {u"synopsis"_s, one.synopsis}};
        context.print({{u"templates"_s, templates}});
        return ExitCode::Done;
    }
    context.out() << "Available templates:\n\n";
    for (const ProjectTemplate &one : projectTemplates())
        context.out() << one.name << " - " << one.synopsis << '\n';
    context.out() << "\nTemplates are used via the 'init' command, e.g.:\n"
                     "\n  stillroom-cli init --template generic ./scripts\n";
    context.out().flush();
    return ExitCode::Done;
}

} // namespace Cli
