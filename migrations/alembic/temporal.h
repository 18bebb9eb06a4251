#pragma once

#include "migrations/python/object.h"

#include <QVariant>

namespace Migrations::Alembic {

/// A date, a time or both: datetime's values, and what a database gives for its own.
class TemporalObject final : public Python::Object
{
public:
    explicit TemporalObject(QVariant value) : value(std::move(value)) {}
    const QVariant value; ///< QDate, QTime or QDateTime

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool isTrue(Python::Interpreter &) override { return true; }
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

} // namespace Migrations::Alembic
