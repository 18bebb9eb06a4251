#pragma once

#include "migrations/project/configfile.h"
#include "migrations/project/settingdefinition.h"

namespace Migrations {

/// What stillroom.toml says, the file beside the configuration: what Alembic keeps in env.py, and
/// what Alembic does not know. Every key is optional. A value.
///
/// ```toml
/// url = "postgresql://app@localhost/app"
/// shadow_url = "postgresql://dev@localhost/scratch"
/// version_table = "alembic_version"          # and every other row of settingDefinitions()
/// lock_timeout = "300ms"                     # see Runner::Patience
/// [naming_convention]                        # of the models' MetaData
/// ix = "ix_%(column_0_label)s"
/// [types]                                    # the project's own types, in SQLAlchemy's words
/// "app.models.GUID" = "sa.CHAR(36)"
/// [environment]                              # the variables that scripts see
/// APP_STAGE = "production"
/// [lint]
/// PG003 = "warning"
/// [journal]
/// table = true                               # also a row of stillroom_journal for every step
/// ```
struct StillroomConfig {
    using Table = QMap<QString, ConfigValue>;

    QString file; ///< where it is, or would be
    bool exists = false;
    std::optional<ConfigValue> url;
    std::optional<ConfigValue> shadowUrl;
    QMap<SettingKey, ConfigValue> values; ///< flags are "true" or "false"
    std::optional<Table> namingConvention; ///< none: the file has no such section
    Table types;
    std::optional<Table> environment; ///< none: nobody says what scripts would see
    Table lint;
    std::optional<ConfigValue> journalTable; ///< "true" or "false"
    QList<Error> problems; ///< keys that nobody knows, passwords in the file

    /// Errors: Io, Syntax, BadInput (a value of a wrong type).
    [[nodiscard]] static Result<StillroomConfig> read(const QString &folder);
    [[nodiscard]] static Result<StillroomConfig> parse(const QByteArray &bytes, const QString &path);
};

} // namespace Migrations
