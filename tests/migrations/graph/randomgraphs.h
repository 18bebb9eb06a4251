#pragma once

#include "migrations/graph/revisiongraph.h"

#include <QJsonArray>

#include <random>

/// Graphs, and questions about them, that are the same for the same seed on every machine.
class RandomGraphs final {
public:
    explicit RandomGraphs(unsigned seed)
        : m_random(seed)
    {
    }

    /// Revisions that fit together: lines, branches, merges, labels, dependencies, several bases, in
    /// any file order.
    [[nodiscard]] QList<Migrations::Graph::Node> nodes();
    /// one thing is wrong with them
    [[nodiscard]] QList<Migrations::Graph::Node> wrongNodes();
    /// words that mean, or look as if they meant, a revision of the graph
    [[nodiscard]] QStringList symbols(const Migrations::Graph::RevisionGraph &graph);
    /// the same with one revision, or one thing that a revision names, left out
    [[nodiscard]] static QList<QList<Migrations::Graph::Node>> smaller(const QList<Migrations::Graph::Node> &nodes);
    /// Questions as the judge takes them: plans from several row sets to symbols of every form.
    [[nodiscard]] QJsonArray questions(const Migrations::Graph::RevisionGraph &graph);

private:
    [[nodiscard]] int below(int bound);
    [[nodiscard]] bool chance(int percent);
    [[nodiscard]] QString newId(const QList<Migrations::Graph::Node> &nodes);
    [[nodiscard]] QStringList parents(const QList<Migrations::Graph::Node> &nodes, int merges);
    [[nodiscard]] QStringList dependencies(const QList<Migrations::Graph::Node> &nodes);
    [[nodiscard]] QStringList rows(const Migrations::Graph::RevisionGraph &graph);
    [[nodiscard]] QStringList oddRows(const Migrations::Graph::RevisionGraph &graph);
    template <class T>
    [[nodiscard]] T oneOf(const QList<T> &list)
    {
        return list.at(below(int(list.size())));
    }

    std::mt19937 m_random;
};
