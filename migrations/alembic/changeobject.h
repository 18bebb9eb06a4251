#pragma once

#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

/// insert(), update() and delete(): each method gives a new one, as with SQLAlchemy.
class ChangeObject final : public SchemaItem<Schema::Change>
{
public:
    /// `dialect`: whose insert() it is, which gives ON CONFLICT; empty: SQLAlchemy's own
    explicit ChangeObject(Schema::Change change, QString dialect = {})
        : SchemaItem(std::move(change)), dialect(std::move(dialect)) {}

    const QString dialect;
    Schema::RelationPtr excluded = {}; ///< of ON CONFLICT, once it was asked for

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

/// The rows of values(): a dict, keywords, a tuple, or a list of dicts or tuples.
void setValues(Python::Interpreter &interpreter, Schema::Change &change, Python::ArgumentReader &reader);

} // namespace Migrations::Alembic
