#include "app/cli/revisiontext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

QString commaSeparated(const QStringList &texts)
{
    return texts.join(", "_L1);
}

QString marked(bool isTrue, const QString &mark)
{
    return isTrue ? mark : QString();
}

} // namespace

RevisionText::RevisionText(const Project &project, const QSet<QString> &current)
    : m_project(project)
    , m_current(current)
{
}

QString RevisionText::line(const QString &id, Parts parts) const
{
    const Graph::RevisionGraph &graph = m_project.graph();
    QString text = id;
    if (parts & Parents) {
        const QStringList needs = graph.node(id)->dependsOn;
        const QString dependencies = needs.isEmpty() ? QString() : u" (%1)"_s.arg(commaSeparated(needs));
        text = u"%1%2 -> %3"_s.arg(parents(id), dependencies, id);
    }
    if (const QStringList labels = graph.labels(id); (parts & Branches) && !labels.isEmpty())
        text += u" (%1)"_s.arg(commaSeparated(labels));
    text += marked(graph.isRealHead(id), u" (head)"_s);
    text += marked(graph.isHead(id) && !graph.isRealHead(id), u" (effective head)"_s);
    text += marked(m_current.contains(id), u" (current)"_s);
    if (parts & Tree) {
        text += marked(graph.isBranchPoint(id), u" (branchpoint)"_s);
        text += marked(graph.isMergePoint(id), u" (mergepoint)"_s);
    }
    if (parts & Doc) {
        const Scripts::Revision *revision = m_project.scripts().revision(id);
        text += u", " + (revision ? revision->doc : QString());
    }
    return text;
}

QString RevisionText::entry(const QString &id) const
{
    static const QRegularExpression lineEnd(u"\r\n|\n|\r"_s);
    const Graph::RevisionGraph &graph = m_project.graph();
    QStringList lines;
    lines << u"Rev: " + id + marked(graph.isHead(id), u" (head)"_s)
            + marked(graph.isBranchPoint(id), u" (branchpoint)"_s) + marked(graph.isMergePoint(id), u" (mergepoint)"_s)
            + marked(m_current.contains(id), u" (current)"_s);
    lines << (graph.isMergePoint(id) ? u"Merges: " : u"Parent: ") + parents(id);
    if (const QStringList needs = graph.node(id)->dependsOn; !needs.isEmpty())
        lines << u"Also depends on: " + commaSeparated(needs);
    if (graph.isBranchPoint(id))
        lines << u"Branches into: " + commaSeparated(graph.children(id));
    if (const QStringList labels = graph.labels(id); !labels.isEmpty())
        lines << u"Branch names: " + commaSeparated(labels);
    const Scripts::Revision *revision = m_project.scripts().revision(id);
    lines << u"Path: " + (revision ? revision->path : QString()) << QString();
    if (revision && !revision->longDoc.isEmpty()) {
        for (const QString &line : revision->longDoc.split(lineEnd))
            lines << u"    " + line;
    } else {
        lines << QString();
    }
    return lines.join(u'\n') + u'\n';
}

QJsonArray RevisionText::json(const QStringList &ids) const
{
    QJsonArray entries;
    for (const QString &id : ids)
        entries << json(id);
    return entries;
}

QJsonObject RevisionText::json(const QString &id) const
{
    const Graph::RevisionGraph &graph = m_project.graph();
    const Graph::Node *node = graph.node(id);
    const Scripts::Revision *revision = m_project.scripts().revision(id);
    QJsonObject json {{u"revision"_s, id}, {u"down"_s, QJsonArray::fromStringList(node->down)},
        {u"dependsOn"_s, QJsonArray::fromStringList(node->dependsOn)},
        {u"children"_s, QJsonArray::fromStringList(graph.children(id))},
        {u"labels"_s, QJsonArray::fromStringList(graph.labels(id))}, {u"head"_s, graph.isRealHead(id)},
        {u"branchPoint"_s, graph.isBranchPoint(id)}, {u"mergePoint"_s, graph.isMergePoint(id)}};
    if (m_current.contains(id))
        json.insert(u"current"_s, true);
    if (revision) {
        json.insert(u"message"_s, revision->doc);
        json.insert(u"createDate"_s, revision->createDate);
        json.insert(u"path"_s, revision->path);
    }
    return json;
}

QString RevisionText::parents(const QString &id) const
{
    const QStringList down = m_project.graph().node(id)->down;
    return down.isEmpty() ? u"<base>"_s : commaSeparated(down);
}

} // namespace Cli
