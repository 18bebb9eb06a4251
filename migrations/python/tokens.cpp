#include "migrations/python/tokens.h"

#include <algorithm>
#include <array>

namespace Migrations::Python {

namespace {

using Kind = Token::Kind;
using Keyword = Token::Keyword;

/// Words that are no plain names, in order. `print`, `match` and the like are names in some places.
constexpr std::pair<std::u16string_view, Keyword> words[] = {
    {u"False", Keyword::False}, {u"None", Keyword::None}, {u"True", Keyword::True}, {u"and", Keyword::And},
    {u"as", Keyword::As}, {u"assert", Keyword::Other}, {u"async", Keyword::Other}, {u"await", Keyword::Other},
    {u"break", Keyword::Other}, {u"case", Keyword::Other}, {u"class", Keyword::Other}, {u"continue", Keyword::Other},
    {u"def", Keyword::Def}, {u"del", Keyword::Other}, {u"elif", Keyword::Elif}, {u"else", Keyword::Else},
    {u"except", Keyword::Other}, {u"exec", Keyword::Other}, {u"finally", Keyword::Other}, {u"for", Keyword::For},
    {u"from", Keyword::From}, {u"global", Keyword::Other}, {u"if", Keyword::If}, {u"import", Keyword::Import},
    {u"in", Keyword::In}, {u"is", Keyword::Is}, {u"lambda", Keyword::Other}, {u"match", Keyword::Other},
    {u"nonlocal", Keyword::Other}, {u"not", Keyword::Not}, {u"or", Keyword::Or}, {u"pass", Keyword::Pass},
    {u"print", Keyword::Other}, {u"raise", Keyword::Other}, {u"return", Keyword::Return}, {u"try", Keyword::Other},
    {u"type", Keyword::Other}, {u"while", Keyword::Other}, {u"with", Keyword::With}, {u"yield", Keyword::Other},
};
constexpr qsizetype LongestWord = 8;
static_assert(std::ranges::is_sorted(words, {}, &std::pair<std::u16string_view, Keyword>::first));

/// Operators of more than one character, the longest of a beginning first.
constexpr std::string_view longOperators[] = {
    "**=", "//=", "<<=", ">>=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=",
    "<>", "==", ">=", ">>", "@=", "^=", "|="};
constexpr std::string_view shortOperators = "()[]{},:.;@=+-*/%&|^~<>";

enum class Letter : quint8 { Other, Blank, Name, Digit, Quote, Operator };

constexpr std::array<Letter, 128> letters = [] {
    std::array<Letter, 128> table {};
    table[' '] = table['\t'] = Letter::Blank;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        table[size_t(letter)] = table[size_t(letter - 'a' + 'A')] = Letter::Name;
    table['_'] = Letter::Name;
    for (char digit = '0'; digit <= '9'; ++digit)
        table[size_t(digit)] = Letter::Digit;
    table['\''] = table['"'] = Letter::Quote;
    for (const char symbol : shortOperators)
        table[size_t(symbol)] = Letter::Operator;
    table['!'] = Letter::Operator;
    return table;
}();

class Lexer final
{
public:
    explicit Lexer(QStringView source) : m_source(source) { m_tokens.reserve(size_t(source.size()) / 4 + 16); }

    [[nodiscard]] std::optional<std::vector<Token>> tokens()
    {
        while (m_at < m_source.size()) {
            if (!(m_isLineStart ? takeIndentation() : takeToken()))
                return std::nullopt;
        }
        if (m_brackets != 0)
            return std::nullopt;
        endLine();
        for (; m_indents.size() > 1; m_indents.pop_back())
            add(Kind::Dedent, m_at);
        add(Kind::End, m_at);
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] Letter letter(qsizetype at) const
    {
        const char16_t unit = at < m_source.size() ? m_source[at].unicode() : u'\0';
        return unit < letters.size() ? letters[unit] : Letter::Other;
    }
    [[nodiscard]] bool isAt(qsizetype at, char16_t unit) const
    {
        return at < m_source.size() && m_source[at] == QChar(unit);
    }

    // adds what is between here and `end`, and goes there
    Token &add(Kind kind, qsizetype end)
    {
        m_tokens.push_back({.kind = kind,
            .begin = m_at,
            .end = end,
            .at = {.line = m_line, .column = int(m_at - m_lineStart) + 1}});
        m_at = end;
        return m_tokens.back();
    }

    void endLine()
    {
        if (!m_tokens.empty() && m_tokens.back().kind < Kind::NewLine)
            add(Kind::NewLine, m_at);
    }

    void beginLine()
    {
        ++m_line;
        m_lineStart = m_at;
    }

    // an empty line, or one with only a comment, has none
    bool takeIndentation()
    {
        while (isAt(m_at, u' '))
            ++m_at;
        if (m_at >= m_source.size() || isAt(m_at, u'\n') || isAt(m_at, u'#')) {
            skipComment();
            ++m_at;
            beginLine();
            return true;
        }
        if (isAt(m_at, u'\t'))
            return false;
        m_isLineStart = false;
        const qsizetype indent = m_at - m_lineStart;
        if (indent > m_indents.back()) {
            m_indents.push_back(indent);
            add(Kind::Indent, m_at);
        }
        for (; indent < m_indents.back(); m_indents.pop_back())
            add(Kind::Dedent, m_at);
        return indent == m_indents.back();
    }

    void skipComment()
    {
        if (!isAt(m_at, u'#'))
            return;
        const qsizetype end = m_source.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_source.size() : end;
    }

    bool takeToken()
    {
        switch (letter(m_at)) {
        case Letter::Blank:
            ++m_at;
            return true;
        case Letter::Name:
            takeName();
            return true;
        case Letter::Digit:
            return takeNumber();
        case Letter::Quote:
            return takeString();
        case Letter::Operator:
            return takeOperator();
        case Letter::Other:
            break;
        }
        if (isAt(m_at, u'#')) {
            skipComment();
            return true;
        }
        return takeLineEnd();
    }

    bool takeLineEnd()
    {
        if (!isAt(m_at, u'\n'))
            return false;
        if (m_brackets == 0) {
            endLine();
            m_isLineStart = true;
        }
        ++m_at;
        beginLine();
        return true;
    }

    void takeName()
    {
        qsizetype end = m_at + 1;
        while (letter(end) == Letter::Name || letter(end) == Letter::Digit)
            ++end;
        const QStringView text = m_source.sliced(m_at, end - m_at);
        Token &token = add(Kind::Name, end);
        if (text.size() > LongestWord)
            return;
        const std::u16string_view view(text.utf16(), size_t(text.size()));
        const auto word = std::ranges::lower_bound(words, view, {}, &std::pair<std::u16string_view, Keyword>::first);
        if (word == std::end(words) || word->first != view)
            return;
        token.kind = Kind::Keyword;
        token.keyword = word->second;
    }

    // 12 and 1.5; what is written in another way is the grammar's
    bool takeNumber()
    {
        constexpr qsizetype MostDigits = 18;
        const auto skipDigits = [this](qsizetype at) {
            while (letter(at) == Letter::Digit)
                ++at;
            return at;
        };
        qsizetype end = skipDigits(m_at);
        Kind kind = Kind::Integer;
        if (end - m_at > MostDigits || (isAt(m_at, u'0') && end - m_at > 1))
            return false;
        if (isAt(end, u'.')) {
            const qsizetype fraction = end + 1;
            end = skipDigits(fraction);
            if (end == fraction)
                return false;
            kind = Kind::Float;
        }
        if (letter(end) == Letter::Name || isAt(end, u'.'))
            return false;
        add(kind, end);
        return true;
    }

    bool takeString()
    {
        const bool isPrefixed = !m_tokens.empty() && m_tokens.back().end == m_at
            && (m_tokens.back().kind == Kind::Name || m_tokens.back().kind == Kind::Keyword);
        if (isPrefixed)
            return false;
        const char16_t quote = m_source[m_at].unicode();
        const bool isLong = isAt(m_at + 1, quote) && isAt(m_at + 2, quote);
        const qsizetype quotes = isLong ? 3 : 1;
        const QStringView closing = m_source.sliced(m_at, quotes);
        qsizetype lines = 0;
        qsizetype lineStart = m_lineStart;
        for (qsizetype at = m_at + quotes; at < m_source.size(); ++at) {
            if (isAt(at, u'\\') && !isAt(at + 1, u'\n')) {
                ++at;
            } else if (isAt(at, u'\n')) {
                if (!isLong)
                    return false;
                ++lines;
                lineStart = at + 1;
            } else if (isAt(at, quote) && m_source.sliced(at).startsWith(closing)) {
                add(Kind::String, at + quotes).quotes = quint8(quotes);
                m_line += int(lines);
                m_lineStart = lineStart;
                return true;
            }
        }
        return false;
    }

    bool takeOperator()
    {
        const QStringView rest = m_source.sliced(m_at, std::min<qsizetype>(3, m_source.size() - m_at));
        const auto fits = [rest](std::string_view symbol) {
            return rest.startsWith(QLatin1StringView(symbol.data(), qsizetype(symbol.size())));
        };
        const char first = char(rest.front().unicode());
        const bool mayBeLong = rest.size() > 1 && std::string_view("=<>.*/-").contains(char(rest[1].toLatin1()));
        const auto found = mayBeLong ? std::ranges::find_if(longOperators, fits) : std::end(longOperators);
        const std::string_view symbol = found == std::end(longOperators) ? std::string_view(&first, 1) : *found;
        if (symbol == "!")
            return false;
        m_brackets += std::string_view("([{").contains(first) ? 1 : 0;
        m_brackets -= std::string_view(")]}").contains(first) ? 1 : 0;
        if (m_brackets < 0)
            return false;
        add(Kind::Operator, m_at + qsizetype(symbol.size())).symbol = symbolOf(symbol);
        return true;
    }

    const QStringView m_source;
    std::vector<Token> m_tokens;
    std::vector<qsizetype> m_indents {0};
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
    int m_brackets = 0;
    bool m_isLineStart = true;
};

} // namespace

std::optional<std::vector<Token>> plainTokens(QStringView source)
{
    return Lexer(source).tokens();
}

} // namespace Migrations::Python
