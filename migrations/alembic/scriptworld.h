#pragma once

#include "migrations/alembic/session.h"
#include "migrations/alembic/surroundings.h"

namespace Migrations::Alembic {

/// The world of a revision script: the catalogue's modules, those of the project, and the host's log
/// and questions. Everything else is Opaque. Lives as long as the evaluation.
class ScriptWorld final : public Python::World
{
public:
    ScriptWorld(Session &session, Surroundings surroundings)
        : m_session(session), m_surroundings(std::move(surroundings)) {}

    Python::ModuleObject *import(Python::Interpreter &interpreter, const QString &name) override;
    void print(const QString &line, const SourceLocation &at) override { m_session.host().print(line, at); }
    [[nodiscard]] std::optional<QMap<QString, QString>> environment() const override
    {
        return m_surroundings.environment;
    }
    Result<QString> input(const QString &prompt, const SourceLocation &at) override
    {
        return m_session.host().ask(prompt, at);
    }

private:
    [[nodiscard]] Python::ModuleObject *importCatalogued(Python::Interpreter &interpreter, const QString &name);
    [[nodiscard]] Python::ModuleObject *importStandard(Python::Interpreter &interpreter, const QString &name);
    [[nodiscard]] Python::ModuleObject *importOwn(Python::Interpreter &interpreter, const QString &name);
    [[nodiscard]] QStringList mappedTypes(const QString &module) const;

    Session &m_session;
    const Surroundings m_surroundings;
    QHash<QString, Python::ModuleObject *> m_modules; ///< null: there is none
};

} // namespace Migrations::Alembic
