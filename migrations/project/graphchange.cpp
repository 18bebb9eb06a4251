#include "migrations/project/graphchange.h"

#include "migrations/project/project.h"

#include <QCoreApplication>
#include <QFile>

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QSet<QString> messagesOf(const Graph::RevisionGraph &graph)
{
    QSet<QString> messages;
    for (const Error &problem : graph.problems())
        messages << problem.message;
    return messages;
}

} // namespace

QList<Graph::Node> nodesOf(const Graph::RevisionGraph &graph)
{
    QList<Graph::Node> nodes;
    for (const QString &id : graph.ids())
        nodes << *graph.node(id);
    return nodes;
}

Result<Graph::RevisionGraph> changedGraph(const Graph::RevisionGraph &before, const QList<Graph::Node> &nodes)
{
    const Graph::RevisionGraph after = Graph::RevisionGraph::build(nodes);
    const QSet<QString> known = messagesOf(before);
    for (const Error &problem : after.problems()) {
        if (!known.contains(problem.message))
            return failure({.code = ErrorCode::BadInput,
                .message = Tr::tr("The revisions would not fit together any more: %1").arg(problem.message),
                .at = problem.at,
                .nextStep = Tr::tr("Choose other revisions. Nothing was changed.")});
    }
    return after;
}

Result<QByteArray> fileOf(const Project &project, const QString &revision)
{
    const Scripts::Revision *script = project.scripts().revision(revision);
    if (!script)
        return failure(ErrorCode::NotFound, Tr::tr("Revision %1 has no file.").arg(revision));
    QFile file(script->path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return failure({.code = ErrorCode::Io,
        .message = Tr::tr("The file cannot be read: %1").arg(file.errorString()),
        .at = {.file = script->path},
        .nextStep = Tr::tr("Check that the file exists and that you may read it.")});
}

} // namespace Migrations
