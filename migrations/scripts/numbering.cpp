#include "migrations/scripts/numbering.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

constexpr int Looked = 3;
constexpr int MaximumId = 32;

struct Numbered {
    Numbering::Place place;
    int number;
    int width;
};

std::optional<Numbered> numberOf(const Numbering::Name &name)
{
    static const QRegularExpression number(u"^([0-9]{1,6})(?:\\z|_(?=\\w))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression inFile(u"^([0-9]{1,6})_"_s);
    using enum Numbering::Place;
    const auto found = [](const QRegularExpressionMatch &match, Numbering::Place place) {
        return Numbered {place, match.captured(1).toInt(), int(match.capturedLength(1))};
    };
    if (const QRegularExpressionMatch match = number.match(name.id); match.hasMatch())
        return found(match, match.capturedLength() == name.id.size() ? Id : IdAndSlug);
    if (const QRegularExpressionMatch match = inFile.match(name.file); match.hasMatch())
        return found(match, File);
    return std::nullopt;
}

} // namespace

std::optional<Numbering> Numbering::of(const QList<Name> &line)
{
    const QList<Name> looked = line.first(std::min<qsizetype>(Looked, line.size()));
    std::optional<Numbered> last;
    std::optional<Numbered> after;
    for (const Name &name : looked) {
        const std::optional<Numbered> one = numberOf(name);
        if (!one || (after && (one->place != after->place || one->number + 1 != after->number)))
            return std::nullopt;
        if (!last)
            last = one;
        after = one;
    }
    if (!last || (looked.size() == 1 && (last->number > 1 || last->width < 2)))
        return std::nullopt;
    Numbering numbering;
    numbering.m_place = last->place;
    numbering.m_number = last->number;
    numbering.m_width = last->width;
    // a file that has the number itself is named after the id, though its words may be others
    const QString file = QFileInfo(looked.constFirst().file).completeBaseName();
    const QString number = looked.constFirst().id.first(last->place == Place::File ? 0 : last->width);
    numbering.m_fileIsId = file == looked.constFirst().id
        || (last->place == Place::IdAndSlug && file.startsWith(number + u'_'));
    numbering.m_lastName = last->place == Place::File ? looked.constFirst().file : looked.constFirst().id;
    return numbering;
}

QString Numbering::next(const QList<Name> &taken) const
{
    QSet<int> used;
    for (const Name &name : taken) {
        if (const std::optional<Numbered> other = numberOf(name); other && other->place == m_place)
            used << other->number;
    }
    int number = m_number + 1;
    while (used.contains(number))
        ++number;
    return u"%1"_s.arg(number, m_width, 10, QChar(u'0'));
}

QString Numbering::id(const QString &number, const QString &slug) const
{
    if (m_place == Place::File)
        return {};
    if (m_place == Place::Id || slug.isEmpty())
        return number;
    QString words = slug;
    while (words.endsWith(u'_'))
        words.chop(1);
    const qsizetype room = MaximumId - number.size() - 1;
    if (words.size() > room) {
        const qsizetype end = words.lastIndexOf(u'_', room);
        words.truncate(end > 0 ? end : room);
    }
    return number + u'_' + words;
}

QString Numbering::fileName(const QString &number, const QString &id, const QString &slug) const
{
    if (m_place == Place::File)
        return number + u'_' + slug;
    return m_fileIsId ? id : QString();
}

} // namespace Migrations::Scripts
