#pragma once

#include <QList>
#include <QString>

namespace Migrations {

/// What a project can say about how its migrations run: what Alembic has as arguments of
/// context.configure(), and what stillroom.toml can say instead.
enum class SettingKey {
    VersionTable,
    VersionTableSchema,
    VersionTablePrimaryKey,
    TransactionPerMigration,
    RenderAsBatch,
    CompareType,
    CompareServerDefault,
    IncludeSchemas,
    LockTimeout,
    LockWait,
    StatementTimeout,
    TransactionTimeout,
};

/// A new setting is a row of this table: what reads, shows and documents settings goes by it.
/// Source of names and defaults: Alembic's documentation of EnvironmentContext.configure(), 1.19; the
/// timeouts are ours (see Runner::Patience) and only in stillroom.toml.
struct SettingDefinition {
    SettingKey key;
    QString name; ///< the keyword of configure() and the key of stillroom.toml
    bool isFlag = false;
    QString otherwise = {}; ///< when nobody says it; of a flag "true" or "false"
    /// a wrong value does harm: one that cannot be read is a problem and not only a remark
    bool isVital = false;
};

[[nodiscard]] const QList<SettingDefinition> &settingDefinitions();
[[nodiscard]] const SettingDefinition &settingDefinition(SettingKey key);
/// null: there is no setting of that name
[[nodiscard]] const SettingDefinition *settingDefinition(const QString &name);

} // namespace Migrations
