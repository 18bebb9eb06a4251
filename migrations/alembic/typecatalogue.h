#pragma once

#include "migrations/alembic/schemaitems.h"

#include <span>

namespace Migrations::Alembic {

/// A type class of SQLAlchemy: its name, and the parameters that it takes in their order, separated by
/// blanks. A parameter is a member of Schema::Type (see typecatalogue.cpp) or is kept as an option.
/// `initializer`: the class that has the __init__, which errors name; empty: itself.
struct TypeEntry {
    QStringView name;
    QStringView parameters;
    QStringView initializer = {};
};

[[nodiscard]] std::span<const TypeEntry> sqlalchemyTypes();
[[nodiscard]] std::span<const TypeEntry> postgresqlTypes();
[[nodiscard]] std::span<const TypeEntry> mysqlTypes();
// of packages that bring types of their own
[[nodiscard]] std::span<const TypeEntry> citextTypes();
[[nodiscard]] std::span<const TypeEntry> pgvectorTypes();
[[nodiscard]] std::span<const TypeEntry> sqlmodelTypes();

/// A type class as scripts call it: sa.String, sa.String(50), sa.String(length=50).
class TypeClass final : public Python::Object
{
public:
    /// `prefix`: "postgresql." for the types of a dialect's own module
    TypeClass(Session &session, const TypeEntry &entry, const QString &prefix)
        : m_session(session), m_entry(entry), m_prefix(prefix) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Python::Value makeClass(Python::Interpreter &interpreter, const Python::ClassBody &body) override;

private:
    void checkArguments(Python::Interpreter &interpreter, const QStringList &parameters,
        const Python::Arguments &arguments) const;

    Session &m_session;
    const TypeEntry &m_entry;
    QString m_prefix;
};

/// adds the classes of a table to a module, each when a script asks for it
void addTypes(
    Session &session, Python::ModuleObject &module, std::span<const TypeEntry> entries, const QString &prefix);

} // namespace Migrations::Alembic
