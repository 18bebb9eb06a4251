#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// Takes the arguments of a call apart by name, as the signature of a Python function would, with
/// Python's TypeErrors for what does not fit. Positional arguments are taken in the order of the
/// calls of take() and rest(); finish() complains about what was not asked for.
class ArgumentReader final
{
public:
    ArgumentReader(Interpreter &interpreter, const QString &function, const Arguments &arguments);

    // positional or by keyword
    [[nodiscard]] Value required(const QString &name);
    [[nodiscard]] std::optional<Value> optional(const QString &name);
    [[nodiscard]] Value optional(const QString &name, const Value &otherwise);
    /// all positional arguments that are left
    [[nodiscard]] QList<Value> rest();

    // by keyword only
    [[nodiscard]] std::optional<Value> keyword(const QString &name);
    /// every keyword that is left and starts so, by name
    [[nodiscard]] QList<std::pair<QString, Value>> keywordsStartingWith(const QString &prefix);
    /// every keyword that is left
    [[nodiscard]] QList<std::pair<QString, Value>> otherKeywords();

    void finish();

    // conversions that raise TypeError with the argument's name
    [[nodiscard]] QString text(const QString &name, const Value &value);
    [[nodiscard]] QStringList texts(const QString &name, const Value &value);
    [[nodiscard]] bool truth(const std::optional<Value> &value, bool otherwise);

private:
    Interpreter &m_interpreter;
    QString m_function;
    QList<Value> m_positional;
    QList<std::pair<QString, Value>> m_keywords;
    qsizetype m_next = 0;
};

} // namespace Migrations::Python
