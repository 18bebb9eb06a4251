#include "migrations/graph/trouble.h"

#include "migrations/graph/nearwords.h"

#include <QCoreApplication>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString whatToDoAboutRow(const QStringList &near)
{
    const QString advice
        = Tr::tr("The database is at a revision that this project does not have. Get the file, for example from "
                 "another branch of the repository. If the schema is that of a revision which is here, stamp the "
                 "database with it: \"stamp --purge REVISION\".");
    return near.isEmpty() ? advice : advice + u' ' + Tr::tr("Near to it are: %1.").arg(near.join(u", "_s));
}

QString whereToLook(const Trouble &trouble, const Structure &graph)
{
    if (trouble.kind == Trouble::Kind::NotInBranch)
        return Tr::tr("Revision %1 is not a member of branch '%2'.").arg(trouble.ids[0], trouble.ids[1]);
    if (!trouble.ids.isEmpty())
        return Tr::tr("Several names begin with it: %1. Write more of it.").arg(trouble.ids.join(u", "_s));
    QStringList words;
    words.reserve(qsizetype(graph.vertices.size() + graph.labels.size()));
    for (const Vertex &vertex : graph.vertices)
        words << vertex.node.id;
    for (const Structure::Label &label : graph.labels)
        words << label.name;
    const QStringList near = nearWords(trouble.argument, words);
    if (trouble.kind == Trouble::Kind::UnknownRow)
        return whatToDoAboutRow(near);
    return near.isEmpty() ? QString() : Tr::tr("Did you mean %1?").arg(near.join(u", "_s));
}

Error notFound(const Trouble &trouble, const Structure &graph)
{
    return Error {.code = ErrorCode::NotFound,
        .message = u"Can't locate revision identified by '%1'"_s.arg(trouble.argument),
        .nextStep = whereToLook(trouble, graph)};
}

Error severalHeads(const Trouble &trouble, const Asked &asked)
{
    const QString nextStep = Tr::tr("The heads are %1. Merge them, or name one.").arg(trouble.ids.join(u", "_s));
    if (asked.about == Asked::About::Stamp) {
        return Error {.code = ErrorCode::BadInput,
            .message = u"Multiple heads are present; please specify a single target revision"_s,
            .nextStep = nextStep};
    }
    const QString argument = asked.end.isEmpty() ? trouble.argument : asked.end;
    return Error {.code = ErrorCode::BadInput,
        .message = u"Multiple head revisions are present for given argument '%1'; please specify a specific target "
                   "revision, '<branchname>@%1' to narrow to a specific head, or 'heads' for all heads"_s.arg(argument),
        .nextStep = nextStep};
}

QString outOfRange(const Asked &asked)
{
    switch (asked.about) {
    case Asked::About::Upgrade:
        return u"Destination %1 is not a valid upgrade target from current head(s)"_s.arg(asked.end);
    case Asked::About::Downgrade:
        return u"Destination %1 is not a valid downgrade target from current head(s)"_s.arg(asked.end);
    default:
        return u"Requested range %1:%2 does not refer to ancestor/descendant revisions along the same branch"_s.arg(
            asked.start, asked.end);
    }
}

} // namespace

std::unexpected<Trouble> trouble(Trouble::Kind kind, const QString &argument, const QStringList &ids)
{
    return std::unexpected(Trouble {.kind = kind, .argument = argument, .ids = ids});
}

std::unexpected<Trouble> tooFewRevisions(const QString &relative, const QString &count)
{
    return trouble(Trouble::Kind::Other, u"Relative revision %1 didn't produce %2 migrations"_s.arg(relative, count));
}

Error toError(const Trouble &trouble, const Asked &asked, const Structure &graph)
{
    switch (trouble.kind) {
    case Trouble::Kind::NotFound:
    case Trouble::Kind::NotInBranch:
    case Trouble::Kind::UnknownRow:
        return notFound(trouble, graph);
    case Trouble::Kind::SeveralHeads:
        return severalHeads(trouble, asked);
    case Trouble::Kind::NotInRange:
        return Error {.code = ErrorCode::BadInput, .message = outOfRange(asked)};
    case Trouble::Kind::Other:
        return Error {.code = ErrorCode::BadInput, .message = trouble.argument};
    case Trouble::Kind::Broken:
        return graph.problems.at(trouble.problem);
    }
    Q_UNREACHABLE_RETURN(Error());
}

} // namespace Migrations::Graph
