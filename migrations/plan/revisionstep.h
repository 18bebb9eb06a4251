#pragma once

#include "migrations/alembic/host.h"
#include "migrations/alembic/surroundings.h"
#include "migrations/base/canceltoken.h"
#include "migrations/graph/step.h"
#include "migrations/python/syntaxtree.h"
#include "migrations/scripts/revision.h"

namespace Migrations::Plan {

/// What a revision's file says, read and not evaluated.
struct RevisionBody {
    const Scripts::Revision *revision = nullptr;
    QByteArray sql; ///< of a `.sql` revision
    std::shared_ptr<const Python::Module> script; ///< of a `.py` revision
};

/// Reads the file now. Errors: those of readSource(), Syntax, and NotFound for a step whose revision has
/// no file. Any thread.
[[nodiscard]] Result<RevisionBody> readBody(const Scripts::Revision &revision);
[[nodiscard]] Result<RevisionBody> readBody(const Scripts::ScriptDirectory &scripts, const Graph::Step &step);

/// Evaluates what was read, up or down, against a host.
[[nodiscard]] Result<void> evaluateBody(const RevisionBody &body, Graph::Direction direction, Alembic::Host &host,
    const Alembic::Surroundings &surroundings, const CancelToken &cancel = {});

/// Evaluates one revision, up or down, against a host: the one path that previews and runs share.
/// A `.py` revision calls its function, a `.sql` revision gives the statements of its section.
/// The file is read now: besides the errors of evaluating it there are those of readSource().
[[nodiscard]] Result<void> evaluateRevision(const Scripts::Revision &revision, Graph::Direction direction,
    Alembic::Host &host, const Alembic::Surroundings &surroundings, const CancelToken &cancel = {});

} // namespace Migrations::Plan
