#pragma once

#include "migrations/python/syntaxtree.h"

#include <QStringView>

#include <optional>
#include <string_view>
#include <vector>

namespace Migrations::Python {

/// A piece of Python text as its grammar counts them.
struct Token {
    enum class Kind : quint8 { Name, Keyword, Integer, Float, String, Operator, NewLine, Indent, Dedent, End };
    /// Those that the plain parser knows what to do with; Other: any that it does not.
    enum class Keyword : quint8 {
        And, As, Def, Elif, Else, False, For, From, If, Import, In, Is, None, Not, Or, Pass, Return, True, With, Other,
    };

    Kind kind = Kind::End;
    Keyword keyword = Keyword::Other; ///< of a Keyword
    quint8 quotes = 0; ///< of a String: how many it begins with
    quint32 symbol = 0; ///< of an Operator: its characters, the first one lowest
    qsizetype begin = 0; ///< in UTF-16 units
    qsizetype end = 0;
    Position at;
};

/// The symbol of an operator as a Token has it.
[[nodiscard]] constexpr quint32 symbolOf(std::string_view characters)
{
    quint32 symbol = 0;
    for (size_t i = characters.size(); i > 0; --i)
        symbol = symbol << 8 | quint32(uchar(characters[i - 1]));
    return symbol;
}

/// Cuts a text into tokens, with a NewLine after each logical line and an End after all. nullopt: there
/// is something in it that needs the whole grammar (a prefix or an unusual number, a continued line, a
/// tab before a statement, a letter that is not ASCII outside of strings), or that is not Python.
[[nodiscard]] std::optional<std::vector<Token>> plainTokens(QStringView source);

} // namespace Migrations::Python
