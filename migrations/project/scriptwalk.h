#pragma once

#include "migrations/python/syntaxtree.h"

#include <functional>

namespace Migrations {

/// Where in a script something is written.
struct ScriptPlace {
    const Python::FunctionBody *function = nullptr; ///< null: at the top level
    bool isConditional = false; ///< below an if, a try or a loop; not below Alembic's is_offline_mode()
    Python::Position at = {};
};

/// Goes through everything that a script writes, also inside functions and branches, in the order of
/// the text. Nothing is evaluated. Callbacks that are not set are not called.
struct ScriptWalk {
    std::function<void(const Python::CallExpression &, const ScriptPlace &)> call = {};
    std::function<void(const Python::Assignment &, const ScriptPlace &)> assignment = {};
    std::function<void(const Python::FunctionStatement &, const ScriptPlace &)> function = {};

    void through(const Python::Block &block) const;

private:
    struct Visitor;
};

/// The last name of `a.b.c` and `c`; empty for anything else.
[[nodiscard]] QString lastName(const Python::Expression &expression);

} // namespace Migrations
