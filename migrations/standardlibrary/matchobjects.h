#pragma once

#include "migrations/python/interpreter.h"
#include "migrations/standardlibrary/regularexpression.h"

namespace Migrations::StandardLibrary {

/// What re.compile() gives.
class PatternObject final : public Python::Object
{
public:
    explicit PatternObject(RegularExpression expression) : expression(std::move(expression)) {}
    const RegularExpression expression;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("re.Pattern"); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

/// A match, with places counted in characters.
class MatchObject final : public Python::Object
{
public:
    MatchObject(PatternObject *pattern, QString text, QRegularExpressionMatch match)
        : pattern(pattern), text(std::move(text)), match(std::move(match)) {}

    PatternObject *const pattern;
    const QString text;
    const QRegularExpressionMatch match;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("re.Match"); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

    /// the text of a group; None, or `otherwise`, when it took no part
    [[nodiscard]] Python::Value group(int number, const Python::Value &otherwise = {}) const;
    /// by number or name; IndexError when there is none
    [[nodiscard]] int number(Python::Interpreter &interpreter, const Python::Value &group) const;
    /// in characters; -1: it took no part
    [[nodiscard]] qint64 start(int group) const;
    [[nodiscard]] qint64 end(int group) const;
    /// a template of sub() with the groups put in
    [[nodiscard]] QString expand(Python::Interpreter &interpreter, const QString &replacement) const;
};

/// the class re.error
[[nodiscard]] Python::Class *patternError(Python::Interpreter &interpreter);

} // namespace Migrations::StandardLibrary
