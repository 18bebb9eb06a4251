#include "ui/models/treemodel.h"

namespace Workbench {

TreeModel::TreeModel(QObject *parent) : QAbstractItemModel(parent)
{
    clearNodes();
}

void TreeModel::clearNodes()
{
    m_nodes = {Node {}};
}

int TreeModel::addNode(int parent)
{
    const int number = int(m_nodes.size());
    m_nodes << Node {.parent = parent, .row = int(m_nodes.at(parent).children.size()), .children = {}};
    m_nodes[parent].children << number;
    return number;
}

int TreeModel::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? int(index.internalId()) : 0;
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_nodes.at(nodeOf(parent)).children.at(row)));
}

QModelIndex TreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_nodes.at(nodeOf(child)).parent;
    if (parent <= 0)
        return {};
    return createIndex(m_nodes.at(parent).row, 0, quintptr(parent));
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(m_nodes.at(nodeOf(parent)).children.size());
}

int TreeModel::columnCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : columns();
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    return cell(nodeOf(index), index.column(), role);
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns())
        return {};
    return headerCell(section, role);
}

} // namespace Workbench
