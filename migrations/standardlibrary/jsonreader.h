#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::StandardLibrary {

/// The options of json.loads().
struct JsonHooks {
    std::optional<Python::Value> object; ///< object_hook=
    std::optional<Python::Value> pairs; ///< object_pairs_hook=
    std::optional<Python::Value> real; ///< parse_float=
    std::optional<Python::Value> integer; ///< parse_int=
};

/// Reads a text as Python's json module does, with its errors.
class JsonReader final
{
public:
    JsonReader(Python::Interpreter &interpreter, const QString &text, JsonHooks hooks)
        : m_interpreter(interpreter), m_text(text), m_hooks(std::move(hooks)) {}

    [[nodiscard]] Python::Value read();

private:
    [[nodiscard]] Python::Value value();
    [[nodiscard]] Python::Value object();
    [[nodiscard]] Python::Value list();
    [[nodiscard]] Python::Value number();
    [[nodiscard]] QString text();
    [[nodiscard]] char16_t hexDigits(qsizetype at);
    void skipBlanks();
    [[nodiscard]] QChar at(qsizetype place) const { return place < m_text.size() ? m_text[place] : QChar(); }
    [[noreturn]] void fail(const QString &message, qsizetype place);
    [[nodiscard]] Python::Value called(const Python::Value &function, const Python::Value &argument);

    Python::Interpreter &m_interpreter;
    const QString m_text;
    const JsonHooks m_hooks;
    qsizetype m_at = 0;
};

} // namespace Migrations::StandardLibrary
