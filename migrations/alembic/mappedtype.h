#pragma once

#include "migrations/alembic/session.h"

namespace Migrations::Alembic {

/// A type of the application that `[types]` of stillroom.toml maps to one of SQLAlchemy's: "sa.CHAR(36)"
/// is that type whatever it is called with, "sa.String" takes the arguments of the call.
class MappedType final : public Python::Object
{
public:
    /// `text`: "sa.CHAR(36)"; the names are sa, sqlalchemy, postgresql, sqlite and what SQLAlchemy has
    MappedType(Session &session, QString name, QString text)
        : m_session(session), m_name(std::move(name)), m_text(std::move(text)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override { return QStringLiteral("<class '%1'>").arg(m_name); }
    /// aborts with the setting's name when its text is no type
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;

private:
    Session &m_session;
    const QString m_name;
    const QString m_text;
};

} // namespace Migrations::Alembic
