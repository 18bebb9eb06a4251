#pragma once

#include "migrations/base/error.h"

namespace Migrations {

/// Where a value of the configuration comes from.
struct ValueSource {
    enum class Kind {
        Default, ///< nobody said it
        CommandLine, ///< --url, or the address typed in the window
        File, ///< a line of a configuration file or of env.py
        Variable, ///< an environment variable; `at` is the line of the .env file that it is from
    };

    Kind kind = Kind::Default;
    SourceLocation at = {};
    QString variable = {};

    [[nodiscard]] static ValueSource file(const SourceLocation &at) { return {.kind = Kind::File, .at = at}; }

    /// for people: "alembic.ini:3", "$DATABASE_URL (.env:2)", "default"; files relative to `folder`
    [[nodiscard]] QString toText(const QString &folder = {}) const;
    friend bool operator==(const ValueSource &, const ValueSource &) = default;
};

} // namespace Migrations
