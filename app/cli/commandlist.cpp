#include "app/cli/commandlist.h"

#include "app/cli/backupcommand.h"
#include "app/cli/branchescommand.h"
#include "app/cli/checkcommand.h"
#include "app/cli/completioncommand.h"
#include "app/cli/configcommand.h"
#include "app/cli/currentcommand.h"
#include "app/cli/editcommand.h"
#include "app/cli/ensureversioncommand.h"
#include "app/cli/headscommand.h"
#include "app/cli/historycommand.h"
#include "app/cli/initcommand.h"
#include "app/cli/listtemplatescommand.h"
#include "app/cli/logcommand.h"
#include "app/cli/mergecommand.h"
#include "app/cli/readabilitycommand.h"
#include "app/cli/rendercommand.h"
#include "app/cli/resolvecommand.h"
#include "app/cli/restorecommand.h"
#include "app/cli/revisioncommand.h"
#include "app/cli/runcommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/squashcommand.h"
#include "app/cli/stampcommand.h"
#include "app/cli/tablescommand.h"

namespace Cli {

std::vector<std::unique_ptr<const Command>> allCommands()
{
    using Migrations::Graph::Direction;
    std::vector<std::unique_ptr<const Command>> commands;
    commands.push_back(std::make_unique<HistoryCommand>());
    commands.push_back(std::make_unique<CurrentCommand>());
    commands.push_back(std::make_unique<HeadsCommand>());
    commands.push_back(std::make_unique<BranchesCommand>());
    commands.push_back(std::make_unique<ShowCommand>());
    commands.push_back(std::make_unique<RunCommand>(Direction::Upgrade));
    commands.push_back(std::make_unique<RunCommand>(Direction::Downgrade));
    commands.push_back(std::make_unique<StampCommand>());
    commands.push_back(std::make_unique<EnsureVersionCommand>());
    commands.push_back(std::make_unique<BackupCommand>());
    commands.push_back(std::make_unique<RestoreCommand>());
    commands.push_back(std::make_unique<LogCommand>());
    commands.push_back(std::make_unique<CheckCommand>());
    commands.push_back(std::make_unique<TablesCommand>());
    commands.push_back(std::make_unique<RenderCommand>());
    commands.push_back(std::make_unique<ReadabilityCommand>());
    commands.push_back(std::make_unique<RevisionCommand>());
    commands.push_back(std::make_unique<MergeCommand>());
    commands.push_back(std::make_unique<ResolveCommand>());
    commands.push_back(std::make_unique<SquashCommand>());
    commands.push_back(std::make_unique<EditCommand>());
    commands.push_back(std::make_unique<InitCommand>());
    commands.push_back(std::make_unique<ListTemplatesCommand>());
    commands.push_back(std::make_unique<CompletionCommand>());
    commands.push_back(std::make_unique<ConfigCommand>());
    return commands;
}

} // namespace Cli
