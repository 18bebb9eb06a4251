#pragma once

#include "migrations/schema/table.h"
#include "ui/models/treemodel.h"

#include <QIcon>

#include <functional>

namespace Workbench {

/// One line of what is known about a thing of the schema.
struct Fact {
    QString label;
    QString value;
    friend bool operator==(const Fact &, const Fact &) = default;
};

/// What a database contains, as a tree: tables with their columns, indexes and constraints; enum
/// types with their labels.
class SchemaTreeModel final : public TreeModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, ColumnCount };
    enum Role {
        FactsRole = Qt::UserRole, ///< QList<Fact>
        IconNameRole, ///< of resources/icons
        PathRole, ///< "users.id", stays the same when the schema is read again
    };
    using IconSource = std::function<QIcon(const QString &name)>;

    explicit SchemaTreeModel(QObject *parent = nullptr, IconSource icons = {});

    void setDatabase(const Migrations::Schema::Database &database);
    [[nodiscard]] int tableCount() const { return m_tableCount; }

private:
    struct Payload {
        QString name;
        QString kind;
        QString icon;
        QString path;
        QList<Fact> facts;
    };

    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int node, int column, int role) const override;
    [[nodiscard]] QVariant headerCell(int column, int role) const override;

    int add(int parent, Payload payload);
    void addTable(const Migrations::Schema::Table &table);
    void addColumn(int parent, const Migrations::Schema::Table &table, const Migrations::Schema::Column &column);
    void addIndexes(int parent, const Migrations::Schema::Table &table);
    void addConstraints(int parent, const Migrations::Schema::Table &table);
    void addEnums(const QList<Migrations::Schema::EnumType> &enums);

    IconSource m_icons;
    QList<Payload> m_payloads;
    int m_tableCount = 0;
};

} // namespace Workbench
