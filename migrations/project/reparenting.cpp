#include "migrations/project/reparenting.h"

#include "migrations/project/graphchange.h"
#include "migrations/project/project.h"
#include "migrations/project/rowstransaction.h"
#include "migrations/scripts/filechanges.h"
#include "migrations/scripts/headeredit.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error refused(const QString &message, const QString &nextStep, ErrorCode code = ErrorCode::BadInput)
{
    return {.code = code, .message = message, .nextStep = nextStep};
}

QSet<QString> ancestors(const Graph::RevisionGraph &graph, const QString &head)
{
    QSet<QString> seen {head};
    QStringList open {head};
    while (!open.isEmpty()) {
        const Graph::Node *node = graph.node(open.takeLast());
        for (const QString &parent : node ? node->down : QStringList()) {
            if (graph.contains(parent) && !seen.contains(parent)) {
                seen.insert(parent);
                open << parent;
            }
        }
    }
    return seen;
}

Result<QString> oneRevision(const Graph::RevisionGraph &graph, const QString &symbol)
{
    return graph.resolve(symbol).and_then([&](const QString &id) -> Result<QString> {
        if (!id.isEmpty())
            return id;
        return failure(refused(Tr::tr("\"%1\" is no revision.").arg(symbol), Tr::tr("Name a revision by its id.")));
    });
}

Result<void> checkEnds(const Graph::RevisionGraph &graph, const QString &revision, const QString &onto)
{
    const QStringList down = graph.node(revision)->down;
    if (down.size() > 1)
        return failure(refused(Tr::tr("%1 is a merge of %2.").arg(revision, down.join(", "_L1)),
            Tr::tr("Name the first revision of a branch.")));
    if (revision == onto || ancestors(graph, onto).contains(revision))
        return failure(refused(Tr::tr("%1 comes after %2 already, so %2 cannot follow it.").arg(onto, revision),
            Tr::tr("Name the head of another branch.")));
    if (down.contains(onto))
        return failure(
            refused(Tr::tr("%1 follows %2 already.").arg(revision, onto), Tr::tr("There is nothing to do.")));
    if (!graph.isHead(onto))
        return failure(refused(Tr::tr("%1 is not a head; there would be as many heads as before.").arg(onto),
            Tr::tr("The heads are %1.").arg(graph.heads().join(", "_L1))));
    return {};
}

} // namespace

QList<HeadLine> headLines(const Graph::RevisionGraph &graph)
{
    QList<QSet<QString>> below;
    const QStringList heads = graph.heads();
    for (const QString &head : heads)
        below << ancestors(graph, head);
    QList<HeadLine> lines;
    for (qsizetype i = 0; i < heads.size(); ++i) {
        QSet<QString> own = below[i];
        for (qsizetype other = 0; other < heads.size(); ++other) {
            if (other != i)
                own.subtract(below[other]);
        }
        HeadLine line {.head = heads[i], .own = {}, .first = {}, .partsFrom = {}};
        const Result<QStringList> newestFirst = graph.history();
        for (const QString &id : newestFirst ? *newestFirst : graph.ids()) {
            if (!own.contains(id))
                continue;
            line.own << id;
            const QStringList down = graph.node(id)->down;
            if (std::ranges::any_of(down, [&own](const QString &parent) { return own.contains(parent); }))
                continue;
            line.first << id;
            line.partsFrom << down;
        }
        line.partsFrom.removeDuplicates();
        lines << line;
    }
    return lines;
}

Result<Reparenting> planReparenting(const Project &project, const QString &revision, const QString &onto)
{
    const Graph::RevisionGraph &graph = project.graph();
    const Result<QString> moved = oneRevision(graph, revision);
    if (!moved)
        return failure(moved.error());
    const Result<QString> head = oneRevision(graph, onto);
    if (!head)
        return failure(head.error());
    if (const Result<void> checked = checkEnds(graph, *moved, *head); !checked)
        return failure(checked.error());
    const Result<QByteArray> before = fileOf(project, *moved);
    if (!before)
        return failure(before.error());
    const QString path = project.scripts().revision(*moved)->path;
    const Result<QByteArray> after = Scripts::withHeader(*before, path, Scripts::HeaderField::Down, {*head});
    if (!after)
        return failure(after.error());
    QList<Graph::Node> nodes = nodesOf(graph);
    for (Graph::Node &node : nodes) {
        if (node.id == *moved)
            node.down = {*head};
    }
    return changedGraph(graph, nodes).transform([&](const Graph::RevisionGraph &changed) {
        return Reparenting {.revision = *moved,
            .onto = *head,
            .before = graph.node(*moved)->down,
            .path = path,
            .text = *after,
            .graphBefore = graph,
            .graphAfter = changed};
    });
}

Result<QList<Graph::RowChange>> rowChanges(const Reparenting &reparenting, const QStringList &rows)
{
    for (const QString &row : rows) {
        if (!reparenting.graphBefore.contains(row))
            return failure(reparenting.graphBefore.unknownRow(row));
    }
    const Result<QSet<QString>> applied = reparenting.graphBefore.applied(rows);
    if (!applied)
        return failure(applied.error());
    QList<Graph::RowChange> changes;
    if (!applied->contains(reparenting.revision))
        return changes;
    if (!applied->contains(reparenting.onto))
        return failure(refused(
            Tr::tr("The database has %1 applied and %2 not; behind it, it would never get %2.")
                .arg(reparenting.revision, reparenting.onto),
            Tr::tr("Upgrade it to both heads first, roll %1 back, or write a merge revision instead.")
                .arg(reparenting.revision),
            ErrorCode::Conflict));
    for (const QString &row : rows) {
        for (const QString &other : rows) {
            const Result<QSet<QString>> included = reparenting.graphAfter.applied({other});
            if (!included)
                return failure(included.error());
            if (row != other && included->contains(row)) {
                changes << Graph::RowChange {.kind = Graph::RowChange::Kind::Delete, .from = row, .to = {}};
                break;
            }
        }
    }
    return changes;
}

Result<void> reparent(const Reparenting &reparenting, RowsTransaction *database)
{
    Scripts::FileChanges files;
    files.write(reparenting.path, reparenting.text);
    Result<void> done;
    if (database)
        done = rowChanges(reparenting, database->rows()).and_then([database](const QList<Graph::RowChange> &changes) {
            return database->write(changes);
        });
    if (done)
        done = files.apply();
    if (done && database)
        done = database->commit();
    if (done)
        files.keep();
    return done;
}

} // namespace Migrations
