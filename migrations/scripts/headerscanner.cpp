#include "migrations/scripts/headerscanner.h"

#include "migrations/python/stringescapes.h"
#include "migrations/scripts/headerlexer.h"
#include "migrations/scripts/plaintext.h"

#include <algorithm>

namespace Migrations::Scripts {

namespace {

using Kind = HeaderLexer::Kind;
using Token = HeaderLexer::Token;

/// One walk over the top level of a script. Every function returns false for what it does not know.
class Scanner final
{
public:
    explicit Scanner(std::string_view text) : m_lexer(text) {}

    [[nodiscard]] bool run();
    [[nodiscard]] HeaderFacts &facts() { return m_facts; }

private:
    /// The texts of an expression: a string, None, or a tuple, list or set of such; nullopt: it is
    /// something else. Nothing is collected where nobody asks.
    struct Value {
        bool isWanted = false;
        bool isText = true;
        bool isName = false; ///< and nothing around it
        QStringList texts = {};
    };

    void advance() { m_token = m_lexer.next(); }
    [[nodiscard]] bool is(char symbol) const { return m_token.kind == Kind::Symbol && m_token.symbol == symbol; }
    [[nodiscard]] bool is(std::string_view word) const { return m_token.kind == Kind::Name && m_token.text == word; }
    [[nodiscard]] bool take(char symbol);
    [[nodiscard]] bool take(std::string_view word);
    [[nodiscard]] bool takeName();
    [[nodiscard]] bool atLineEnd() const { return m_token.kind == Kind::Newline || m_token.kind == Kind::End; }

    [[nodiscard]] bool statement();
    [[nodiscard]] bool docstringOrText();
    [[nodiscard]] bool import();
    [[nodiscard]] bool importFrom();
    [[nodiscard]] bool importedNames();
    [[nodiscard]] bool dottedName();
    [[nodiscard]] bool decorator();
    [[nodiscard]] bool function();
    [[nodiscard]] bool parameters();
    [[nodiscard]] bool body();
    [[nodiscard]] bool assignment();
    [[nodiscard]] bool assign(std::string_view name);

    [[nodiscard]] bool expression(Value &value);
    [[nodiscard]] bool plainExpression();
    [[nodiscard]] bool operand(Value &value);
    [[nodiscard]] bool text(Value &value);
    [[nodiscard]] bool word(Value &value);
    [[nodiscard]] bool display(Value &value);
    [[nodiscard]] bool trailers();
    [[nodiscard]] bool callArguments();
    [[nodiscard]] bool subscripts();

    static constexpr int DeepestNesting = 32;

    HeaderLexer m_lexer;
    Token m_token;
    HeaderFacts m_facts;
    int m_nesting = 0;
    bool m_isFirst = true;
    bool m_isDecorated = false;
};

bool Scanner::run()
{
    while (true) {
        if (!m_lexer.startStatement())
            return false;
        if (m_lexer.atEnd())
            return !m_isDecorated;
        advance();
        if (!statement())
            return false;
        m_isFirst = false;
    }
}

bool Scanner::take(char symbol)
{
    if (!is(symbol))
        return false;
    advance();
    return true;
}

bool Scanner::take(std::string_view word)
{
    if (!is(word))
        return false;
    advance();
    return true;
}

bool Scanner::takeName()
{
    if (m_token.kind != Kind::Name || isKeyword(m_token.text))
        return false;
    advance();
    return true;
}

bool Scanner::statement()
{
    if (is('@'))
        return decorator();
    const bool isAsync = take("async");
    if (is("def"))
        return function();
    if (isAsync || m_isDecorated)
        return false;
    if (m_token.kind == Kind::Text)
        return docstringOrText();
    if (is("import"))
        return import();
    return is("from") ? importFrom() : assignment();
}

bool Scanner::docstringOrText()
{
    Value value {.isWanted = m_isFirst};
    if (!text(value) || !atLineEnd())
        return false;
    if (m_isFirst)
        m_facts.docstring = value.texts.join(QString());
    return true;
}

bool Scanner::import()
{
    advance();
    do {
        if (!dottedName() || (take("as") && !takeName()))
            return false;
    } while (take(','));
    return atLineEnd();
}

bool Scanner::importFrom()
{
    advance();
    if (!dottedName() || !take("import"))
        return false;
    if (take('*'))
        return atLineEnd();
    if (!take('('))
        return importedNames() && atLineEnd();
    return importedNames() && take(')') && atLineEnd();
}

bool Scanner::importedNames()
{
    do {
        if (!takeName() || (take("as") && !takeName()))
            return false;
    } while (take(',') && !is(')'));
    return true;
}

bool Scanner::dottedName()
{
    do {
        if (!takeName())
            return false;
    } while (take('.'));
    return true;
}

bool Scanner::decorator()
{
    advance();
    if (!dottedName() || !trailers() || !atLineEnd())
        return false;
    m_isDecorated = true;
    return true;
}

bool Scanner::function()
{
    advance();
    if (!takeName() || !take('(') || !parameters() || !take(')'))
        return false;
    if (take('>') && !plainExpression())
        return false;
    m_isDecorated = false;
    return is(':') && body();
}

bool Scanner::parameters()
{
    bool hasDefault = false;
    while (!is(')')) {
        if (!takeName() || (take(':') && !plainExpression()))
            return false;
        const bool isDefault = take('=');
        if ((isDefault && !plainExpression()) || (hasDefault && !isDefault))
            return false;
        hasDefault = isDefault;
        if (!is(')') && !take(','))
            return false;
    }
    return true;
}

bool Scanner::body()
{
    const std::size_t begin = m_lexer.position();
    advance();
    if (take("pass") ? !atLineEnd() : m_token.kind != Kind::Newline || !m_lexer.skipBlock())
        return false;
    m_facts.bodies.push_back({qsizetype(begin), qsizetype(m_lexer.position())});
    return true;
}

bool Scanner::assignment()
{
    const Token name = m_token;
    if (!takeName())
        return false;
    if (take('='))
        return assign(name.text);
    if (!is(':'))
        return trailers() && atLineEnd();
    advance();
    if (!plainExpression())
        return false;
    return take('=') ? assign(name.text) : atLineEnd();
}

bool Scanner::assign(std::string_view name)
{
    const auto known = std::ranges::find(headerNames, name);
    Value value {.isWanted = known != headerNames.end()};
    if (!expression(value) || !atLineEnd())
        return false;
    if (!value.isWanted)
        return true;
    m_facts.assigned[std::size_t(known - headerNames.begin())] = std::move(value.texts);
    return value.isText;
}

bool Scanner::expression(Value &value)
{
    if (++m_nesting > DeepestNesting || !operand(value))
        return false;
    while (take('|')) {
        if (!operand(value))
            return false;
        value.isText = false;
        value.isName = false;
    }
    --m_nesting;
    return true;
}

bool Scanner::plainExpression()
{
    Value value;
    return expression(value);
}

bool Scanner::operand(Value &value)
{
    switch (m_token.kind) {
    case Kind::Text:
        return text(value);
    case Kind::Name:
        return word(value);
    case Kind::Number:
        value.isText = false;
        advance();
        return true;
    case Kind::Symbol:
        return display(value);
    default:
        return false;
    }
}

// one or more string literals, which Python joins
bool Scanner::text(Value &value)
{
    QString joined;
    do {
        const QByteArrayView raw(m_token.text.data(), qsizetype(m_token.text.size()));
        if (!m_token.isRaw && m_token.text.find("\\N{") != std::string_view::npos)
            return false;
        if (value.isWanted)
            joined += m_token.isRaw ? QString::fromUtf8(raw) : Python::unescapedText(QString::fromUtf8(raw));
        advance();
    } while (m_token.kind == Kind::Text);
    if (!joined.isEmpty())
        value.texts << joined;
    return true;
}

bool Scanner::word(Value &value)
{
    const std::string_view name = m_token.text;
    if (name == "None" || name == "True" || name == "False") {
        value.isText = value.isText && name == "None";
        advance();
        return true;
    }
    if (!takeName())
        return false;
    value.isText = false;
    value.isName = !is('.') && !is('(') && !is('[');
    return trailers();
}

// a tuple, list, set or dictionary, or just brackets around an expression
bool Scanner::display(Value &value)
{
    const char closing = is('(') ? ')' : is('[') ? ']' : '}';
    if (!is('(') && !is('[') && !is('{'))
        return false;
    advance();
    bool isDictionary = closing == '}' && is(closing);
    while (!is(closing)) {
        if (!expression(value))
            return false;
        isDictionary = isDictionary || (closing == '}' && is(':'));
        if (isDictionary && (!take(':') || !plainExpression()))
            return false;
        if (!is(closing) && !take(','))
            return false;
    }
    value.isText = value.isText && !isDictionary;
    value.isName = false;
    advance();
    return true;
}

// what follows a name: attributes, calls, subscripts
bool Scanner::trailers()
{
    while (true) {
        if (take('.')) {
            if (!takeName())
                return false;
        } else if (take('(')) {
            if (!callArguments() || !take(')'))
                return false;
        } else if (take('[')) {
            if (!subscripts() || !take(']'))
                return false;
        } else {
            return true;
        }
    }
}

bool Scanner::callArguments()
{
    while (!is(')')) {
        Value value;
        if (!expression(value) || (is('=') && !value.isName))
            return false;
        if (take('=') && !plainExpression())
            return false;
        if (!is(')') && !take(','))
            return false;
    }
    return true;
}

bool Scanner::subscripts()
{
    do {
        if (!plainExpression())
            return false;
    } while (take(',') && !is(']'));
    return true;
}

} // namespace

std::optional<HeaderFacts> scanHeader(const QByteArray &bytes)
{
    const std::optional<QByteArray> text = plainText(bytes);
    if (!text)
        return std::nullopt;
    Scanner scanner(std::string_view(text->constData(), std::size_t(text->size())));
    return scanner.run() ? std::optional(std::move(scanner.facts())) : std::nullopt;
}

} // namespace Migrations::Scripts
