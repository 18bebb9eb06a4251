#pragma once

#include "migrations/graph/structure.h"

namespace Migrations::Graph {

/// Why a question about the graph has no answer, before it is known how the question was asked.
/// Alembic words the same failure differently for `upgrade`, `stamp` and `history`.
struct Trouble {
    enum class Kind {
        NotFound, ///< `argument` names no revision
        NotInBranch, ///< `argument` names the first of `ids`, which is not in the branch that is the second
        UnknownRow, ///< `argument` is in the version table and names no revision
        SeveralHeads, ///< `argument` is a symbol that should mean one head; `ids` are the heads
        NotInRange, ///< the two ends do not lie on one line
        Other, ///< `argument` is Alembic's sentence
        Broken, ///< `argument` is a revision, or a label, that has a problem
    };

    Kind kind = Kind::Other;
    QString argument;
    QStringList ids = {}; ///< NotFound: what begins so
    int problem = -1; ///< Broken: number of the problem
};

template <class T>
using Attempt = std::expected<T, Trouble>;

[[nodiscard]] std::unexpected<Trouble> trouble(
    Trouble::Kind kind, const QString &argument, const QStringList &ids = {});
/// `Relative revision +9 didn't produce 9 migrations`
[[nodiscard]] std::unexpected<Trouble> tooFewRevisions(const QString &relative, const QString &count);

/// How the question was asked.
struct Asked {
    enum class About { Lookup, Upgrade, Downgrade, Stamp, History };

    About about = About::Lookup;
    QString start = {}; ///< History
    QString end = {}; ///< the target, as the user wrote it
};

/// Alembic's words for it (reference: messages of `_catch_revision_errors`), and a next step.
[[nodiscard]] Error toError(const Trouble &trouble, const Asked &asked, const Structure &graph);

} // namespace Migrations::Graph
