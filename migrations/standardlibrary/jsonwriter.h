#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::StandardLibrary {

/// The options of json.dumps().
struct JsonStyle {
    bool skipsKeys = false;
    bool onlyAscii = true;
    bool allowsNan = true;
    bool sortsKeys = false;
    std::optional<QString> indent; ///< one level of it
    QString itemSeparator = QStringLiteral(", ");
    QString keySeparator = QStringLiteral(": ");
    std::optional<Python::Value> fallback; ///< default=
};

/// Writes a value as Python's json module does, byte for byte.
class JsonWriter final
{
public:
    JsonWriter(Python::Interpreter &interpreter, JsonStyle style)
        : m_interpreter(interpreter), m_style(std::move(style)) {}

    [[nodiscard]] QString write(const Python::Value &value);

private:
    void append(const Python::Value &value, int depth);
    void appendObject(const Python::Value &value, int depth);
    void appendDict(const Python::Dict &dict, int depth);
    void appendList(const QList<Python::Value> &items, int depth);
    void appendFallback(const Python::Value &value, int depth);
    void appendText(const QString &text);
    void lineBreak(int depth);
    [[nodiscard]] std::optional<QString> keyText(const Python::Value &key);
    [[nodiscard]] QString numberText(const Python::Value &number);

    Python::Interpreter &m_interpreter;
    const JsonStyle m_style;
    QString m_text;
    QSet<const Python::Object *> m_open;
};

} // namespace Migrations::StandardLibrary
