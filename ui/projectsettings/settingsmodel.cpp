#include "ui/projectsettings/settingsmodel.h"

#include "ui/style/icons.h"

#include <QFont>

using namespace Migrations;

namespace Workbench {

namespace {

QString groupTitle(Setting::Group group)
{
    switch (group) {
    case Setting::Group::Project: return SettingsModel::tr("Project");
    case Setting::Group::Database: return SettingsModel::tr("Database");
    case Setting::Group::Migrations: return SettingsModel::tr("Migrations");
    case Setting::Group::NamingConvention: return SettingsModel::tr("Names of constraints");
    case Setting::Group::Types: return SettingsModel::tr("Own types");
    case Setting::Group::Environment: return SettingsModel::tr("Environment of scripts");
    case Setting::Group::Lint: return SettingsModel::tr("Findings");
    }
    return {};
}

/// without the project's folder, which every path of the project begins with
QString shortened(const QString &text, const QString &folder)
{
    return QString(text).remove(folder + u'/');
}

} // namespace

int SettingsModel::add(int parent, const Row &row)
{
    m_rows << row;
    return addNode(parent);
}

void SettingsModel::setSettings(const QList<Setting> &settings, const QList<Error> &problems, const QString &folder)
{
    beginResetModel();
    clearNodes();
    m_rows.clear();
    if (!problems.isEmpty()) {
        const int group = add(0, {.name = tr("Problems"), .isGroup = true});
        for (const Error &problem : problems)
            add(group, {.name = tr("%1: %2").arg(ValueSource::file(problem.at).toText(folder), problem.message),
                           .toolTip = problem.toText(),
                           .place = problem.at,
                           .isProblem = true});
    }
    std::optional<Setting::Group> current;
    int group = 0;
    for (const Setting &setting : settings) {
        if (current != setting.group)
            group = add(0, {.name = groupTitle(setting.group), .isGroup = true});
        current = setting.group;
        const QString source = setting.source.toText(folder);
        add(group, {.name = setting.name,
                       .value = shortened(setting.text, folder),
                       .source = setting.remark.isEmpty() ? source : tr("%1 – %2").arg(source, setting.remark),
                       .toolTip = setting.remark.isEmpty() ? setting.text : setting.remark,
                       .place = setting.source.at});
    }
    endResetModel();
}

QVariant SettingsModel::cell(int node, int column, int role) const
{
    const Row &row = m_rows.at(node - 1);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Name)
            return row.name;
        return column == Value ? row.value : row.source;
    case Qt::DecorationRole:
        return row.isProblem && column == Name ? QVariant(icon(QStringLiteral("warning"))) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return row.isGroup ? QVariant(font) : QVariant();
    }
    case Qt::ToolTipRole: return row.toolTip;
    case Qt::AccessibleTextRole: return column == Name && !row.isGroup ? cell(node, column, TextRole) : QVariant();
    case PlaceRole: return QVariant::fromValue(row.place);
    case TextRole:
        if (row.isProblem || row.isGroup)
            return row.toolTip.isEmpty() ? row.name : row.toolTip;
        return QStringLiteral("%1 = %2  # %3").arg(row.name, row.value, row.source);
    case HasColumnsRole: return !row.isGroup && !row.isProblem;
    default: return {};
    }
}

QVariant SettingsModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (column == Name)
        return tr("Setting");
    return column == Value ? tr("Value") : tr("Source");
}

} // namespace Workbench
