#include "migrations/scripts/headerlexer.h"

#include <QtTypes>

#include <algorithm>
#include <array>

namespace Migrations::Scripts {

namespace {

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

// what can change where a line ends; a body is searched for them byte by byte
constexpr std::array<bool, 256> specialCharacters = [] {
    std::array<bool, 256> table {};
    for (const char c : std::string_view("\n\\#\"'`()[]{}"))
        table[std::size_t(c)] = true;
    return table;
}();

constexpr char partnerOf(char bracket)
{
    return bracket == '(' ? ')' : bracket == '[' ? ']' : '}';
}

// with the words that are keywords in some places or some Python
constexpr std::array<std::string_view, 40> keywords {"False", "None", "True", "and", "as", "assert", "async", "await",
    "break", "case", "class", "continue", "def", "del", "elif", "else", "except", "exec", "finally", "for", "from",
    "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass", "print", "raise",
    "return", "try", "type", "while", "with", "yield"};
static_assert(std::ranges::is_sorted(keywords));

} // namespace

bool isKeyword(std::string_view word)
{
    return std::ranges::binary_search(keywords, word);
}

bool HeaderLexer::startStatement()
{
    while (!atEnd()) {
        const std::size_t begin = m_at;
        while (at(m_at) == ' ' || at(m_at) == '\t')
            ++m_at;
        if (at(m_at) == '#')
            skipComment();
        else if (!atEnd() && at(m_at) != '\n')
            return m_at == begin;
        if (!atEnd())
            ++m_at;
    }
    return true;
}

HeaderLexer::Token HeaderLexer::next()
{
    if (!skipBlanks())
        return {.kind = Kind::Strange};
    if (atEnd())
        return {.kind = m_depth == 0 ? Kind::End : Kind::Strange};
    const char character = at(m_at);
    if (character == '\n') {
        ++m_at;
        return {.kind = Kind::Newline};
    }
    if (isLetter(character))
        return name();
    if (isDigit(character))
        return number();
    return isQuote(character) ? quoted(false) : symbol();
}

// between brackets a line's end is a blank, too
bool HeaderLexer::skipBlanks()
{
    while (!atEnd()) {
        const char character = at(m_at);
        if (character == '#')
            skipComment();
        else if (character == '\\' && at(m_at + 1) == '\n')
            m_at += 2;
        else if (character == ' ' || character == '\t' || (character == '\n' && m_depth > 0))
            ++m_at;
        else
            return character != '\\';
    }
    return true;
}

void HeaderLexer::skipComment()
{
    m_at = std::min(m_text.find('\n', m_at), m_text.size());
}

HeaderLexer::Token HeaderLexer::name()
{
    const std::size_t begin = m_at;
    while (isLetter(at(m_at)) || isDigit(at(m_at)))
        ++m_at;
    const std::string_view text = m_text.substr(begin, m_at - begin);
    if (uchar(at(m_at)) >= 0x80)
        return {.kind = Kind::Strange};
    if (!isQuote(at(m_at)))
        return {.kind = Kind::Name, .text = text};
    if (text == "r" || text == "R")
        return quoted(true);
    return text == "u" || text == "U" ? quoted(false) : Token {.kind = Kind::Strange};
}

HeaderLexer::Token HeaderLexer::number()
{
    const std::size_t begin = m_at;
    while (isDigit(at(m_at)))
        ++m_at;
    const bool isLong = m_at - begin > 9;
    const bool isOctal = at(begin) == '0' && m_at - begin > 1;
    const bool goesOn = isLetter(at(m_at)) || at(m_at) == '.' || uchar(at(m_at)) >= 0x80;
    return {.kind = isLong || isOctal || goesOn ? Kind::Strange : Kind::Number};
}

HeaderLexer::Token HeaderLexer::symbol()
{
    const char character = at(m_at++);
    const char following = at(m_at);
    switch (character) {
    case '-':
        if (following != '>')
            return {.kind = Kind::Strange};
        ++m_at;
        return {.kind = Kind::Symbol, .symbol = '>'};
    case '=':
    case ':':
    case '|':
        if (following == '=')
            return {.kind = Kind::Strange};
        break;
    case '.':
        if (!isLetter(following))
            return {.kind = Kind::Strange};
        break;
    case '(':
    case '[':
    case '{':
        ++m_depth;
        break;
    case ')':
    case ']':
    case '}':
        if (m_depth-- == 0)
            return {.kind = Kind::Strange};
        break;
    case ',':
    case '@':
    case '*':
        break;
    default:
        return {.kind = Kind::Strange};
    }
    return {.kind = Kind::Symbol, .symbol = character};
}

HeaderLexer::Token HeaderLexer::quoted(bool isRaw)
{
    const std::size_t begin = m_at;
    if (!skipQuoted(false))
        return {.kind = Kind::Strange};
    const std::string_view all = m_text.substr(begin, m_at - begin);
    const std::size_t quotes = all.size() >= 6 && all[0] == all[1] && all[1] == all[2] ? 3 : 1;
    return {.kind = Kind::Text, .text = all.substr(quotes, all.size() - 2 * quotes), .isRaw = isRaw};
}

bool HeaderLexer::skipLine()
{
    while (!atEnd()) {
        const char character = m_text[m_at];
        if (!specialCharacters[uchar(character)]) {
            ++m_at;
            continue;
        }
        if (character == '\n' && m_depth == 0) {
            ++m_at;
            return true;
        }
        if (!skipSpecial(character))
            return false;
    }
    return m_depth == 0;
}

bool HeaderLexer::skipSpecial(char character)
{
    switch (character) {
    case '\n':
        ++m_at;
        return true;
    case '#':
        skipComment();
        return true;
    case '\\':
        m_at += 2;
        return at(m_at - 1) == '\n';
    case '"':
    case '\'':
        return skipQuoted(isFormattedHere());
    case '`': // a quote for the grammar, nothing for Python
        return false;
    default:
        ++m_at;
        return skipBracket(character);
    }
}

bool HeaderLexer::skipBracket(char character)
{
    if (character == '(' || character == '[' || character == '{') {
        if (m_depth == DeepestBracket)
            return false;
        m_brackets[m_depth++] = partnerOf(character);
        return true;
    }
    return m_depth > 0 && m_brackets[--m_depth] == character;
}

// the letters right before the quote
bool HeaderLexer::isFormattedHere() const
{
    std::size_t begin = m_at;
    while (begin > 0 && (isLetter(m_text[begin - 1]) || isDigit(m_text[begin - 1])))
        --begin;
    const std::string_view prefix = m_text.substr(begin, m_at - begin);
    return prefix.size() <= 2 && prefix.find_first_of("fF") != prefix.npos;
}

// A formatted string may, in a new Python, have its own quote between braces. The string then seems
// to end inside the braces, which is for the grammar to sort out.
bool HeaderLexer::skipQuoted(bool isFormatted)
{
    const char quote = m_text[m_at];
    const bool isTriple = at(m_at + 1) == quote && at(m_at + 2) == quote;
    m_at += isTriple ? 3 : 1;
    int braces = 0;
    while (!atEnd()) {
        const char character = m_text[m_at];
        if (character == '\\') {
            const char escaped = at(m_at + 1);
            m_at += isFormatted && (escaped == '{' || escaped == '}') ? 1 : 2;
            m_at = std::min(m_at, m_text.size());
        } else if (character == quote && (!isTriple || (at(m_at + 1) == quote && at(m_at + 2) == quote))) {
            m_at += isTriple ? 3 : 1;
            return braces == 0;
        } else if (character == '\n' && !isTriple) {
            return false;
        } else if (isFormatted && (character == '{' || character == '}')) {
            if (!skipBrace(braces))
                return false;
        } else {
            ++m_at;
        }
    }
    return false;
}

bool HeaderLexer::skipBrace(int &depth)
{
    const char brace = m_text[m_at];
    const bool isDoubled = depth == 0 && at(m_at + 1) == brace;
    m_at += isDoubled ? 2 : 1;
    if (isDoubled)
        return true;
    depth += brace == '{' ? 1 : -1;
    return depth >= 0;
}

bool HeaderLexer::skipBlock()
{
    constexpr int TabWidth = 8; // tree-sitter's
    int indentation = 0; // of the first line
    while (!atEnd()) {
        const std::size_t begin = m_at;
        int width = 0;
        for (; at(m_at) == ' ' || at(m_at) == '\t'; ++m_at)
            width += at(m_at) == '\t' ? TabWidth : 1;
        if (at(m_at) == '#') {
            skipComment();
        } else if (!atEnd() && at(m_at) != '\n') {
            if (m_at == begin)
                return indentation > 0;
            indentation = indentation == 0 ? width : indentation;
            if (width < indentation || at(m_at) == '\f' || !skipLine())
                return false;
            continue;
        }
        if (!atEnd())
            ++m_at;
    }
    return indentation > 0;
}

} // namespace Migrations::Scripts
