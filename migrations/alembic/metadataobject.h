#pragma once

#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

/// sa.MetaData(): the tables that a script puts into it, and what it says about their names. It never
/// asks a database.
class MetadataObject final : public Python::Object
{
public:
    QString schema; ///< of tables that name none
    Python::Value convention; ///< naming_convention=…; None: SQLAlchemy's own

    [[nodiscard]] QString typeName() const override { return QStringLiteral("MetaData"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override { return QStringLiteral("MetaData()"); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    /// `metadata.bind = …` and the like are kept, what names depend on is refused
    [[nodiscard]] bool setAttribute(
        Python::Interpreter &interpreter, const QString &name, const Python::Value &value) override;

    /// by the name with its schema; nullptr: there is none
    [[nodiscard]] TableObject *table(const QString &fullName) const { return m_tables.value(fullName); }
    void add(const QString &fullName, TableObject *table);

private:
    QHash<QString, TableObject *> m_tables;
    QStringList m_order;
    QHash<QString, Python::Value> m_members;
};

[[nodiscard]] Python::Value makeMetadata(
    Session &session, Python::Interpreter &interpreter, const Python::Arguments &arguments);

} // namespace Migrations::Alembic
