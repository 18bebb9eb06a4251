#pragma once

#include "ui/models/schematreemodel.h"

#include <QObject>
#include <QSortFilterProxyModel>

namespace Workbench {

class Workspace;

/// What the database contains, as it was when it was last read.
class BrowserTool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrowserTool)

public:
    explicit BrowserTool(Workspace &workspace, QObject *parent = nullptr);

    // status
    [[nodiscard]] SchemaTreeModel &model() const { return *m_model; }
    [[nodiscard]] QSortFilterProxyModel &filtered() const { return *m_filtered; }
    [[nodiscard]] bool hasProject() const;
    [[nodiscard]] bool hasSchema() const;
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    [[nodiscard]] QString summary() const;

    void setFilter(const QString &text);

signals:
    void changed();

private:
    void read();

    Workspace &m_workspace;
    SchemaTreeModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QString m_filter;
};

} // namespace Workbench
