#include "migrations/python/codepoints.h"

#include <QStringList>

#include <algorithm>

namespace Migrations::Python::CodePoints {

namespace {

bool isFirstUnit(QChar unit)
{
    return !unit.isLowSurrogate();
}

} // namespace

bool isWide(QStringView text)
{
    return std::ranges::any_of(text, [](QChar unit) { return unit.isSurrogate(); });
}

qint64 length(QStringView text)
{
    return std::ranges::count_if(text, isFirstUnit);
}

qsizetype unit(QStringView text, qint64 character)
{
    if (!isWide(text))
        return character;
    qsizetype at = 0;
    for (qint64 passed = -1; at < text.size(); ++at) {
        if (isFirstUnit(text[at]) && ++passed == character)
            break;
    }
    return at;
}

qint64 character(QStringView text, qsizetype unit)
{
    return unit < 0 ? unit : length(text.first(unit));
}

QStringList split(const QString &text)
{
    QStringList characters;
    characters.reserve(text.size());
    for (const QChar unit : text) {
        if (isFirstUnit(unit) || characters.isEmpty())
            characters << QString(unit);
        else
            characters.last() += unit;
    }
    return characters;
}

int compare(const QString &left, const QString &right)
{
    const auto [atLeft, atRight] = std::ranges::mismatch(left, right);
    if (atLeft == left.end() || atRight == right.end())
        return int(left.size() > right.size()) - int(left.size() < right.size());
    // a surrogate stands for a character behind the whole basic plane
    if (atLeft->isSurrogate() != atRight->isSurrogate())
        return atLeft->isSurrogate() ? 1 : -1;
    return *atLeft < *atRight ? -1 : 1;
}

} // namespace Migrations::Python::CodePoints
