#pragma once

#include <cstdint>
#include <string_view>

namespace Migrations::Scripts {

/// Whether Python, of any version and in any place, keeps the word for itself.
[[nodiscard]] bool isKeyword(std::string_view word);

/// The tokens of the top level of a Python script, and the way around the bodies of functions. It
/// knows only what ordinary revision files are made of; anything else is Kind::Strange, after which
/// there is nothing more to ask. Sees bytes of UTF-8 with `\n` between lines, allocates nothing, and
/// lives no longer than its text.
class HeaderLexer final
{
public:
    enum class Kind { End, Newline, Name, Number, Text, Symbol, Strange };
    struct Token {
        Kind kind = Kind::End;
        std::string_view text = {}; ///< Name: it; Text: what is between the quotes
        char symbol = 0; ///< Symbol: the character; `>` for an arrow
        bool isRaw = false; ///< Text: without escapes
    };

    explicit HeaderLexer(std::string_view text) : m_text(text) {}

    /// goes to the next line that has a statement; false: it is indented, or is no ordinary line
    [[nodiscard]] bool startStatement();
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] std::size_t position() const { return m_at; }
    [[nodiscard]] Token next();
    /// the rest of the line that the last token was on, with what its brackets contain
    [[nodiscard]] bool skipLine();
    /// the indented lines that follow; false: there is none, or a string or bracket is not closed
    [[nodiscard]] bool skipBlock();

private:
    static constexpr int DeepestBracket = 64;

    [[nodiscard]] char at(std::size_t position) const
    {
        return position < m_text.size() ? m_text[position] : '\0';
    }
    [[nodiscard]] Token name();
    [[nodiscard]] Token number();
    [[nodiscard]] Token symbol();
    [[nodiscard]] Token quoted(bool isRaw);
    [[nodiscard]] bool skipBlanks();
    void skipComment();
    [[nodiscard]] bool skipSpecial(char character);
    [[nodiscard]] bool skipBracket(char character);
    /// from the quote to behind its partner; false: there is none
    [[nodiscard]] bool skipQuoted(bool isFormatted);
    [[nodiscard]] bool skipBrace(int &depth);
    [[nodiscard]] bool isFormattedHere() const;

    std::string_view m_text;
    std::size_t m_at = 0;
    char m_brackets[DeepestBracket] = {}; ///< the closing ones that are awaited
    int m_depth = 0;
};

} // namespace Migrations::Scripts
