#pragma once

#include "migrations/project/environmentscript.h"
#include "migrations/project/statictext.h"

namespace Migrations {

/// Finds where a script says which database to use: set_main_option("sqlalchemy.url", …), an
/// assignment to ["sqlalchemy.url"], create_engine(…), configure(url=…), in this order. What only
/// hands on the URL of the configuration counts as nothing. What stands below a condition counts when
/// it is an environment variable that is set.
[[nodiscard]] std::optional<EnvironmentScript::Url> urlOfScript(
    const Python::Module &module, const StaticTexts &texts);

} // namespace Migrations
