#pragma once

#include "migrations/graph/revisiongraph.h"

/// Graphs of tests as text: `a; b:a; c:a [left] (x,y); d:b,c`: revisions in file order, each with
/// its down revisions, [branch labels] and (dependencies). Revision n of the text is at line n of
/// the file `versions/<id>.py`.
namespace GraphText {

[[nodiscard]] QList<Migrations::Graph::Node> nodes(const QString &text);
[[nodiscard]] Migrations::Graph::RevisionGraph graph(const QString &text);
[[nodiscard]] QString toText(const QList<Migrations::Graph::Node> &nodes);
/// `a -> b: +b -a a>b`: the log line and the row changes of a step
[[nodiscard]] QString toText(const Migrations::Graph::Step &step);
[[nodiscard]] QStringList toText(const QList<Migrations::Graph::Step> &steps);
/// `a b`: ids of a row set, or steps, in their order
[[nodiscard]] QStringList words(const QString &text);

} // namespace GraphText
