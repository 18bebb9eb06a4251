#include "migrations/python/textsearch.h"

#include <QVarLengthArray>

namespace Migrations::Python {

namespace {

/// Knuth, Morris and Pratt: how much of the part is matched when it goes on elsewhere.
class Matcher final
{
public:
    explicit Matcher(QStringView part)
        : m_part(part)
        , m_borders(part.size() + 1)
    {
        m_borders[0] = -1;
        qsizetype border = -1;
        for (qsizetype i = 0; i < part.size(); ++i) {
            while (border >= 0 && part[border] != part[i])
                border = m_borders[border];
            m_borders[i + 1] = ++border;
        }
    }

    [[nodiscard]] qsizetype find(QStringView text, qsizetype from) const
    {
        qsizetype matched = 0;
        for (qsizetype i = from; i < text.size(); ++i) {
            while (matched >= 0 && m_part[matched] != text[i])
                matched = m_borders[matched];
            if (++matched == m_part.size())
                return i + 1 - matched;
        }
        return -1;
    }

private:
    QStringView m_part;
    QVarLengthArray<qsizetype, 64> m_borders;
};

} // namespace

qsizetype findText(QStringView text, QStringView part, qsizetype from)
{
    if (from < 0 || from > text.size() || part.size() > text.size() - from)
        return -1;
    constexpr qsizetype ShortPart = 8;
    if (part.size() <= ShortPart)
        return text.indexOf(part, from);
    return Matcher(part).find(text, from);
}

QList<qsizetype> findAll(QStringView text, QStringView part, qsizetype most)
{
    QList<qsizetype> places;
    if (part.isEmpty()) { // between all characters, and before and after them
        for (qsizetype i = 0; i <= text.size() && places.size() < most; ++i) {
            if (i == text.size() || !text[i].isLowSurrogate())
                places << i;
        }
        return places;
    }
    const Matcher matcher(part);
    for (qsizetype at = 0; places.size() < most; at += part.size()) {
        at = matcher.find(text, at);
        if (at < 0)
            break;
        places << at;
    }
    return places;
}

qsizetype findLast(QStringView text, QStringView part)
{
    if (part.size() > text.size())
        return -1;
    if (part.isEmpty())
        return text.size();
    QString backwards(text.size(), Qt::Uninitialized);
    std::ranges::reverse_copy(text, backwards.begin());
    QString wanted(part.size(), Qt::Uninitialized);
    std::ranges::reverse_copy(part, wanted.begin());
    const qsizetype at = Matcher(wanted).find(backwards, 0);
    return at < 0 ? -1 : text.size() - at - part.size();
}

} // namespace Migrations::Python
