#pragma once

#include "migrations/project/environmentvariables.h"
#include "migrations/python/syntaxtree.h"

#include <QHash>

#include <expected>
#include <memory>

namespace Migrations {

/// Texts of a script that are known without running it: string literals, environment variables
/// (`os.environ["X"]`, `os.environ.get("X", default)`, `os.getenv("X")`), and what is put together
/// from them: names assigned once, functions without parameters that return one, f-strings, `+`,
/// `or`, `.replace()`, `str()`, Alembic's options. Never guesses: everything else is an obstacle.
///
/// Keeps the module; the variables must outlive it.
class StaticTexts final
{
public:
    struct Text {
        QString text;
        ValueSource source; ///< the variable that it is from, else the line of the script
    };
    /// Why a text is not known.
    struct Obstacle {
        enum class Kind {
            Unreadable, ///< the script would have to be run
            NoVariable, ///< it is an environment variable that is not set
            Option, ///< it is the sqlalchemy.url of Alembic's own configuration
        };
        Kind kind = Kind::Unreadable;
        Python::Position at = {};
        QString variable = {};
    };
    using Found = std::expected<Text, Obstacle>;

    StaticTexts(std::shared_ptr<const Python::Module> module, const EnvironmentVariables &variables);

    /// `function`: the one that the expression is in; null: none
    [[nodiscard]] Found text(const Python::Expression &expression, const Python::FunctionBody *function) const;
    /// What a name stands for: the expression that is assigned to it, once and at the top level of
    /// the module or of `function`. Null: not known. Anything else than a name stands for itself.
    [[nodiscard]] const Python::Expression *resolved(
        const Python::Expression &expression, const Python::FunctionBody *function) const;

private:
    using Names = QHash<QString, const Python::Expression *>; ///< null: assigned more than once
    class Reader;

    [[nodiscard]] static Names namesOf(const Python::Block &body);
    [[nodiscard]] const Python::Expression *resolvedName(
        const QString &name, const Python::FunctionBody *function) const;

    std::shared_ptr<const Python::Module> m_module;
    const EnvironmentVariables &m_variables;
    Names m_names;
    QHash<QString, const Python::FunctionBody *> m_functions;
};

} // namespace Migrations
