#include "migrations/project/settingdefinition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations {

const QList<SettingDefinition> &settingDefinitions()
{
    using enum SettingKey;
    const QString no = u"false"_s;
    const QString yes = u"true"_s;
    static const QList<SettingDefinition> all {
        {.key = VersionTable, .name = u"version_table"_s, .otherwise = u"alembic_version"_s, .isVital = true},
        {.key = VersionTableSchema, .name = u"version_table_schema"_s, .isVital = true},
        {.key = VersionTablePrimaryKey, .name = u"version_table_pk"_s, .isFlag = true, .otherwise = yes},
        {.key = TransactionPerMigration, .name = u"transaction_per_migration"_s, .isFlag = true, .otherwise = no},
        {.key = RenderAsBatch, .name = u"render_as_batch"_s, .isFlag = true, .otherwise = no},
        {.key = CompareType, .name = u"compare_type"_s, .isFlag = true, .otherwise = yes},
        {.key = CompareServerDefault, .name = u"compare_server_default"_s, .isFlag = true, .otherwise = no},
        {.key = IncludeSchemas, .name = u"include_schemas"_s, .isFlag = true, .otherwise = no},
        {.key = LockTimeout, .name = u"lock_timeout"_s, .otherwise = u"300ms"_s},
        {.key = LockWait, .name = u"lock_wait"_s, .otherwise = u"60s"_s},
        {.key = StatementTimeout, .name = u"statement_timeout"_s},
        {.key = TransactionTimeout, .name = u"transaction_timeout"_s},
    };
    return all;
}

const SettingDefinition &settingDefinition(SettingKey key)
{
    return *std::ranges::find(settingDefinitions(), key, &SettingDefinition::key);
}

const SettingDefinition *settingDefinition(const QString &name)
{
    const auto found = std::ranges::find(settingDefinitions(), name, &SettingDefinition::name);
    return found == settingDefinitions().cend() ? nullptr : &*found;
}

} // namespace Migrations
