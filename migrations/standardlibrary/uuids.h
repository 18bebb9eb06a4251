#pragma once

#include "migrations/python/object.h"

#include <QUuid>

namespace Migrations::StandardLibrary {

/// uuid.UUID: what the module makes, and what a column of that type takes.
class UuidObject final : public Python::Object
{
public:
    explicit UuidObject(const QUuid &value) : value(value) {}
    const QUuid value;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("UUID"); }
    [[nodiscard]] QString str(Python::Interpreter &) override { return value.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
    [[nodiscard]] std::optional<Python::Value> special(Python::Interpreter &interpreter, const QString &method,
        const QList<Python::Value> &arguments = {}) override;
};

} // namespace Migrations::StandardLibrary
