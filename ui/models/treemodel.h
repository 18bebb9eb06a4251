#pragma once

#include <QAbstractItemModel>

namespace Workbench {

/// The base of every tree: keeps the shape and answers Qt for good. A subclass builds the shape with
/// addNode() between beginResetModel() and endResetModel() and answers cell() for a node's number.
/// Node 0 is the invisible root; numbers count up in the order of addNode().
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreeModel)

public:
    explicit TreeModel(QObject *parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const final;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

protected:
    void clearNodes();
    int addNode(int parent);

private:
    struct Node {
        int parent = -1;
        int row = 0;
        QList<int> children;
    };

    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QVariant cell(int node, int column, int role) const = 0;
    [[nodiscard]] virtual QVariant headerCell(int column, int role) const = 0;
    [[nodiscard]] static int nodeOf(const QModelIndex &index);

    QList<Node> m_nodes;
};

} // namespace Workbench
