#pragma once

#include "migrations/project/alembicconfig.h"
#include "migrations/project/environmentscript.h"
#include "migrations/project/stillroomconfig.h"

namespace Migrations {

/// What a project says about where its database is. Looked up in this order; the first that says
/// something counts:
///
/// 1. --url, or what was typed in the window (not part of this: it comes from outside)
/// 2. url of stillroom.toml
/// 3. the URL that env.py sets itself, when it is a text or an environment variable: Alembic uses it
///    in place of that of the .ini file
/// 4. sqlalchemy.url of the .ini file, when it is a real one and not Alembic's placeholder
/// 5. a variable with a whole URL: DATABASE_URL, SQLALCHEMY_DATABASE_URI…
/// 6. variables with its parts: DB_HOST, POSTGRES_SERVER, POSTGRES_DB…
/// 7. libpq's own: PGSERVICE, PGHOST, PGHOSTADDR, PGDATABASE of the process. What is missing of
///    the address, libpq adds from the other PG… variables, ~/.pgpass and pg_service.conf.
///
/// Variables are those of the process, then those of the .env file.
struct DatabaseAddress {
    QString url; ///< SQLAlchemy's form, maybe with a password; empty: nobody says it
    ValueSource source = {};
    QString remark = {}; ///< for people: why this one, or why none
    /// the project has something that may say otherwise and cannot be read
    std::optional<Error> problem = {};

    [[nodiscard]] static DatabaseAddress of(const AlembicConfig &config, const StillroomConfig &stillroom,
        const EnvironmentScript &script, const EnvironmentVariables &variables);

    /// Alembic's `driver://user:pass@localhost/dbname`, which its templates have
    [[nodiscard]] static bool isPlaceholder(const QString &url);
};

} // namespace Migrations
