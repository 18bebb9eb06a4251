// The methods of str that ask what its characters are.
#include "migrations/python/stringmethods.h"
#include "migrations/python/textform.h"

namespace Migrations::Python {

namespace {

using Self = const QString &;

template<bool (*Test)(char32_t)>
bool all(Self self)
{
    return std::ranges::all_of(self.toStdU32String(), Test);
}

// is… of an empty text is False
template<bool (*Test)(char32_t)>
Value isAll(Interpreter &, Self self, const Arguments &)
{
    return !self.isEmpty() && all<Test>(self);
}

bool isDecimal(char32_t character)
{
    return QChar::isDigit(character);
}

bool isDigit(char32_t character)
{
    return QChar::digitValue(character) >= 0;
}

bool isNumeric(char32_t character)
{
    return QChar::isNumber(character);
}

bool isAlpha(char32_t character)
{
    return QChar::isLetter(character);
}

bool isAlphaNumeric(char32_t character)
{
    return QChar::isLetter(character) || QChar::isNumber(character);
}

bool isSpace(char32_t character)
{
    return character < 0x10000 && isWhiteSpace(QChar(char16_t(character)));
}

bool isAscii(char32_t character)
{
    return character < 0x80;
}

Value onlyAscii(Interpreter &, Self self, const Arguments &)
{
    return all<isAscii>(self);
}

Value onlyPrintable(Interpreter &, Self self, const Arguments &)
{
    return all<isPrintable>(self);
}

// at least one character with case, and none of the other
template<bool Upper>
Value hasCase(Interpreter &, Self self, const Arguments &)
{
    bool found = false;
    for (const char32_t character : self.toStdU32String()) {
        const bool wanted = Upper ? QChar::isUpper(character) : QChar::isLower(character);
        const bool other = Upper ? QChar::isLower(character) : QChar::isUpper(character);
        if (other || QChar::isTitleCase(character))
            return false;
        found = found || wanted;
    }
    return found;
}

Value isTitle(Interpreter &, Self self, const Arguments &)
{
    bool found = false;
    bool inWord = false;
    for (const char32_t character : self.toStdU32String()) {
        const bool upper = QChar::isUpper(character) || QChar::isTitleCase(character);
        const bool lower = QChar::isLower(character);
        if ((upper && inWord) || (lower && !inWord))
            return false;
        inWord = upper || lower;
        found = found || inWord;
    }
    return found;
}

Value isIdentifier(Interpreter &, Self self, const Arguments &)
{
    const auto continues = [](char32_t character) {
        return character == U'_' || QChar::isLetterOrNumber(character) || QChar::isMark(character);
    };
    const std::u32string text = self.toStdU32String();
    return !text.empty() && !QChar::isNumber(text.front()) && std::ranges::all_of(text, continues);
}

} // namespace

const QHash<QString, TextMethod> &testMethods()
{
    static const QHash<QString, TextMethod> methods {
        {QStringLiteral("isalnum"), isAll<isAlphaNumeric>},
        {QStringLiteral("isalpha"), isAll<isAlpha>},
        {QStringLiteral("isascii"), onlyAscii},
        {QStringLiteral("isdecimal"), isAll<isDecimal>},
        {QStringLiteral("isdigit"), isAll<isDigit>},
        {QStringLiteral("isidentifier"), isIdentifier},
        {QStringLiteral("islower"), hasCase<false>},
        {QStringLiteral("isnumeric"), isAll<isNumeric>},
        {QStringLiteral("isprintable"), onlyPrintable},
        {QStringLiteral("isspace"), isAll<isSpace>},
        {QStringLiteral("istitle"), isTitle},
        {QStringLiteral("isupper"), hasCase<true>},
    };
    return methods;
}

} // namespace Migrations::Python
