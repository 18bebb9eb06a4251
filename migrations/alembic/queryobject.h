#pragma once

#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

/// select(), union() and text().columns(): each method gives a new one, as with SQLAlchemy.
class QueryObject final : public SchemaItem<Schema::Query>
{
public:
    using SchemaItem::SchemaItem;

    /// in parentheses, as a value
    [[nodiscard]] Schema::Expression scalar() const;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
    [[nodiscard]] bool isTrue(Python::Interpreter &interpreter) override;
};

[[nodiscard]] Python::Value makeQuery(Python::Interpreter &interpreter, Schema::Query query);
/// the arguments of select()
[[nodiscard]] QList<Schema::Expression> selectedColumns(
    Python::Interpreter &interpreter, const QList<Python::Value> &values);
[[nodiscard]] Python::Value selectFrom(Python::Interpreter &interpreter, const Schema::RelationPtr &relation);
/// UNION and its kin of several
[[nodiscard]] Python::Value compoundOf(
    Python::Interpreter &interpreter, const QString &keyword, const QList<Python::Value> &parts);
/// EXISTS of a SELECT, with select()'s methods
[[nodiscard]] Schema::Expression existing(const Schema::Query &query);
[[nodiscard]] std::optional<Python::Value> existsMethod(
    Python::Interpreter &interpreter, const Schema::Expression &exists, const QString &name);
/// the columns of a SELECT as a relation around it offers them
[[nodiscard]] QList<Schema::Column> offeredColumns(Python::Interpreter &interpreter, const Schema::Query &query);

} // namespace Migrations::Alembic
