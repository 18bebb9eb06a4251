#pragma once

#include "migrations/project/settings.h"
#include "ui/models/treemodel.h"

namespace Workbench {

/// The settings of a project by group, each with its value and where it comes from; above them what
/// is wrong with them. A snapshot: setSettings() makes it anew.
class SettingsModel final : public TreeModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Source, ColumnCount };
    enum Role {
        PlaceRole = Qt::UserRole, ///< SourceLocation of what says it; no file: nothing does
        TextRole, ///< the row as one line, for the clipboard
        HasColumnsRole, ///< false: only the first column has a text, groups and problems
    };

    explicit SettingsModel(QObject *parent = nullptr) : TreeModel(parent) {}

    /// `folder`: files are shown relative to it
    void setSettings(const QList<Migrations::Setting> &settings, const QList<Migrations::Error> &problems,
        const QString &folder);

private:
    struct Row {
        QString name;
        QString value = {};
        QString source = {};
        QString toolTip = {};
        Migrations::SourceLocation place = {};
        bool isGroup = false;
        bool isProblem = false;
    };

    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int node, int column, int role) const override;
    [[nodiscard]] QVariant headerCell(int column, int role) const override;

    int add(int parent, const Row &row);

    QList<Row> m_rows; ///< by node, without the root
};

} // namespace Workbench
