#include "tests/migrations/graph/graphtext.h"

#include <QRegularExpression>

using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

namespace GraphText {

namespace {

QStringList commaSeparated(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u',');
}

} // namespace

QList<Node> nodes(const QString &text)
{
    static const QRegularExpression pattern(u"^([^:\\s]+)(?::(\\S+))?(?: \\[(.*?)\\])?(?: \\((.*?)\\))?$"_s);
    QList<Node> result;
    int line = 0;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = pattern.match(part.trimmed());
        Q_ASSERT(match.hasMatch());
        const QString id = match.captured(1);
        result << Node {.id = id,
            .down = commaSeparated(match.captured(2)),
            .dependsOn = commaSeparated(match.captured(4)),
            .labels = commaSeparated(match.captured(3)),
            .at = {.file = u"versions/%1.py"_s.arg(id), .line = ++line}};
    }
    return result;
}

RevisionGraph graph(const QString &text)
{
    return RevisionGraph::build(nodes(text));
}

QString toText(const QList<Node> &nodes)
{
    QStringList parts;
    for (const Node &node : nodes) {
        QString part = node.id;
        if (!node.down.isEmpty())
            part += u':' + node.down.join(u',');
        if (!node.labels.isEmpty())
            part += u" [" + node.labels.join(u',') + u']';
        if (!node.dependsOn.isEmpty())
            part += u" (" + node.dependsOn.join(u',') + u')';
        parts << part;
    }
    return parts.join(u"; "_s);
}

QString toText(const Step &step)
{
    QStringList changes;
    for (const RowChange &change : step.rowChanges) {
        switch (change.kind) {
        case RowChange::Kind::Insert:
            changes << u'+' + change.to;
            break;
        case RowChange::Kind::Update:
            changes << change.from + u'>' + change.to;
            break;
        case RowChange::Kind::Delete:
            changes << u'-' + change.from;
            break;
        }
    }
    return u"%1 -> %2: %3"_s.arg(step.from.join(u','), step.to.join(u','), changes.join(u' '));
}

QStringList toText(const QList<Step> &steps)
{
    QStringList result;
    for (const Step &step : steps)
        result << toText(step);
    return result;
}

QStringList words(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

} // namespace GraphText
