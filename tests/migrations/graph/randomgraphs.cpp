#include "tests/migrations/graph/randomgraphs.h"

#include <QJsonObject>

#include <algorithm>

using namespace Migrations;
using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

int RandomGraphs::below(int bound)
{
    // not a distribution of the library: those differ between implementations
    return int(m_random() % unsigned(bound));
}

bool RandomGraphs::chance(int percent)
{
    return below(100) < percent;
}

QString RandomGraphs::newId(const QList<Node> &nodes)
{
    const auto isTaken = [&nodes](const QString &id) {
        return std::ranges::any_of(nodes, [&id](const Node &node) { return node.id == id; });
    };
    QString id;
    do {
        // few letters, so that several ids begin alike
        const int length = 2 + below(5);
        id = chance(30) && !nodes.isEmpty() ? oneOf(nodes).id : QString();
        while (id.size() < length || isTaken(id))
            id += u"ab12_"_s.at(below(5));
    } while (isTaken(id));
    return id;
}

QStringList RandomGraphs::parents(const QList<Node> &nodes, int merges)
{
    QStringList result;
    const int count = chance(merges) ? 2 + below(2) : 1;
    for (int i = 0; i < count; ++i) {
        const int recent = std::min(3, int(nodes.size()));
        const Node &parent =
            chance(60) ? nodes.at(nodes.size() - 1 - below(recent)) : nodes.at(below(int(nodes.size())));
        if (!result.contains(parent.id))
            result << parent.id;
    }
    return result;
}

QStringList RandomGraphs::dependencies(const QList<Node> &nodes)
{
    QStringList result;
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) {
        const Node &needed = oneOf(nodes);
        const QString name = chance(40) && !needed.labels.isEmpty() ? needed.labels.front() : needed.id;
        if (!result.contains(name))
            result << name;
    }
    return result;
}

QList<Node> RandomGraphs::nodes()
{
    const int count = 1 + below(11);
    const int bases = below(30);
    const int merges = below(2) * below(50);
    const int depends = below(2) * below(60);
    const int labelled = below(40);
    QList<Node> nodes;
    for (int i = 0; i < count; ++i) {
        Node node {.id = newId(nodes)};
        if (i > 0 && !chance(bases))
            node.down = parents(nodes, merges);
        if (i > 0 && chance(depends))
            node.dependsOn = dependencies(nodes);
        if (chance(labelled))
            node.labels << u"label%1"_s.arg(i);
        if (chance(labelled / 4))
            node.labels << u"other-%1"_s.arg(i);
        nodes << node;
    }
    if (chance(50)) {
        for (qsizetype i = nodes.size() - 1; i > 0; --i)
            nodes.swapItemsAt(i, below(int(i) + 1));
    }
    return nodes;
}

QList<Node> RandomGraphs::wrongNodes()
{
    QList<Node> nodes = this->nodes();
    Node &node = nodes[below(int(nodes.size()))];
    switch (below(9)) {
    case 0:
        node.down << u"missing"_s;
        break;
    case 1:
        node.dependsOn << u"missing"_s;
        break;
    case 2:
        node.down << node.id;
        break;
    case 3:
        node.dependsOn << node.id;
        break;
    case 4:
        node.id += oneOf(QList<QString> {u"-"_s, u"@+"_s, u"+-@"_s});
        break;
    case 5:
        node.labels << oneOf(nodes).id;
        break;
    case 6:
        nodes << Node {.id = node.id, .down = node.down};
        break;
    case 7:
        node.down << oneOf(nodes).id;
        break;
    default:
        node.dependsOn << oneOf(nodes).id;
        break;
    }
    return nodes;
}

/// rows that a run leaves: none leads to another
QStringList RandomGraphs::rows(const RevisionGraph &graph)
{
    QStringList result;
    const int count = below(4);
    for (int i = 0; i < count; ++i) {
        const QString id = oneOf(graph.ids());
        if (graph.applied(result).value().contains(id))
            continue;
        const QSet<QString> implied = graph.applied({id}).value();
        result.removeIf([&implied](const QString &row) { return implied.contains(row); });
        result << id;
    }
    return result;
}

/// rows that somebody wrote by hand
QStringList RandomGraphs::oddRows(const RevisionGraph &graph)
{
    const QString one = oneOf(graph.ids());
    const QString other = oneOf(graph.ids());
    return oneOf(QList<QStringList> {{one, one}, {one, other}, {u"lost"_s}, {one, u"lost"_s}, graph.ids()});
}

QStringList RandomGraphs::symbols(const RevisionGraph &graph)
{
    QStringList labels {u"nope"_s};
    for (const QString &id : graph.ids())
        labels << graph.labels(id);
    const QString id = oneOf(graph.ids());
    const QString other = oneOf(graph.ids());
    const QString label = oneOf(labels);
    const QString number = QString::number(below(4));
    const QString part = id.left(1 + below(int(id.size())));
    QStringList result;
    for (const QString &word : {u"head"_s, u"heads"_s, u"base"_s, id, part, label, u"nope"_s, u"current"_s, u""_s}) {
        result << word << word + u'+' + number << word + u'-' + number << label + u'@' + word << part + u'@' + word
               << label + u'@' + word + u'+' + number << label + u'@' + word + u'-' + number
               << other + u'@' + word + u'-' + number;
    }
    result << u"+99"_s << u"-99"_s << id + u"-99"_s << id + u"+99"_s << u"+01x"_s << u"-02"_s << u" -1"_s << u"@head"_s
           << u"-0"_s << label.left(5) << label.left(5) + u"@head"_s << id + u'@' + label + u"@head"_s << u"a b"_s
           << u"@-1"_s << u"-1_0"_s << u"heads@head"_s << u"base@"_s + id << u"@"_s + id;
    return result;
}

QList<QList<Node>> RandomGraphs::smaller(const QList<Node> &nodes)
{
    QList<QList<Node>> result;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        QList<Node> without = nodes;
        const Node gone = without.takeAt(i);
        for (Node &node : without) {
            node.down.removeAll(gone.id);
            node.dependsOn.removeIf(
                [&gone](const QString &name) { return name == gone.id || gone.labels.contains(name); });
        }
        result << without;
    }
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        for (QStringList Node::*names : {&Node::down, &Node::dependsOn, &Node::labels}) {
            for (qsizetype name = 0; name < (nodes[i].*names).size(); ++name) {
                QList<Node> without = nodes;
                (without[i].*names).removeAt(name);
                result << without;
            }
        }
    }
    return result;
}

QJsonArray RandomGraphs::questions(const RevisionGraph &graph)
{
    constexpr int RowSets = 5;
    constexpr int TargetsEach = 7;
    QJsonArray result;
    for (int set = 0; set < RowSets; ++set) {
        const QStringList stands = set == 0 ? QStringList() : set == 1 ? oddRows(graph) : rows(graph);
        const QJsonArray rows = QJsonArray::fromStringList(stands);
        result << QJsonObject {{u"kind"_s, u"current"_s}, {u"rows"_s, rows}};
        for (int i = 0; i < TargetsEach; ++i) {
            const QString target = oneOf(symbols(graph));
            const QString end = oneOf(symbols(graph));
            QString range = target + u':' + (chance(50) ? QString() : end);
            if (chance(40))
                range = oneOf(graph.ids()) + u':' + oneOf(graph.ids());
            const QStringList targets = chance(60) ? QStringList {target} : QStringList {target, end};
            result << QJsonObject {{u"kind"_s, u"upgrade"_s}, {u"rows"_s, rows}, {u"target"_s, target}}
                   << QJsonObject {{u"kind"_s, u"downgrade"_s}, {u"rows"_s, rows}, {u"target"_s, end}}
                   << QJsonObject {{u"kind"_s, u"history"_s}, {u"rows"_s, rows}, {u"range"_s, range}}
                   << QJsonObject {{u"kind"_s, u"resolve"_s}, {u"symbol"_s, target}}
                   << QJsonObject {{u"kind"_s, u"resolveAll"_s}, {u"symbols"_s, QJsonArray::fromStringList(targets)}}
                   << QJsonObject {{u"kind"_s, u"stamp"_s}, {u"rows"_s, rows},
                          {u"targets"_s, QJsonArray::fromStringList(targets)}};
        }
        for (const QString &target : graph.ids() + QStringList {u"heads"_s, u"base"_s}) {
            result << QJsonObject {{u"kind"_s, u"upgrade"_s}, {u"rows"_s, rows}, {u"target"_s, target}}
                   << QJsonObject {{u"kind"_s, u"downgrade"_s}, {u"rows"_s, rows}, {u"target"_s, target}};
        }
    }
    return result;
}
