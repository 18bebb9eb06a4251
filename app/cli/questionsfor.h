#pragma once

#include "migrations/base/questions.h"

#include <memory>

namespace Cli {

class Context;

/// Who answers the questions of a run: `--yes`, `--no`, or the terminal. The context must outlive it.
[[nodiscard]] std::unique_ptr<Migrations::Questions> questionsFor(Context &context);

} // namespace Cli
