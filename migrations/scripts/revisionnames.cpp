#include "migrations/scripts/revisionnames.h"

#include "migrations/python/parser.h"
#include "migrations/scripts/templateworld.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// What Python calls \w: letters, numbers and the underscore.
const QRegularExpression &wordPattern()
{
    static const QRegularExpression pattern(u"[\\p{L}\\p{N}_]+"_s);
    return pattern;
}

Error unusableTemplate(const QString &fileTemplate, const QString &reason)
{
    return {.code = ErrorCode::BadInput,
        .message = Tr::tr("file_template is \"%1\", which makes no file name: %2").arg(fileTemplate, reason),
        .nextStep = Tr::tr("Use %(rev)s, %(slug)s, %(epoch)s, %(year)d, %(month).2d, %(day).2d, %(hour).2d, "
                           "%(minute).2d and %(second).2d.")};
}

} // namespace

QString newRevisionId()
{
    return QUuid::createUuid().toString(QUuid::Id128).right(12);
}

Result<void> checkRevisionId(const QString &id)
{
    QStringList found;
    for (const QChar character : u"+-:@"_s) { // in Python's order
        if (id.contains(character))
            found << character;
    }
    if (!found.isEmpty())
        return failure(ErrorCode::BadInput,
            u"Character(s) '%1' not allowed in revision identifier '%2'"_s.arg(found.join(", "_L1), id),
            Tr::tr("Use letters, digits and underscores."));
    static const QRegularExpression unusable(u"[/\\\\\\x00-\\x1f]"_s);
    if (id.isEmpty() || id != id.trimmed() || unusable.match(id).hasMatch())
        return failure(ErrorCode::BadInput, Tr::tr("\"%1\" cannot be a revision identifier.").arg(id),
            Tr::tr("Use letters, digits and underscores."));
    return {};
}

QString slugOf(const QString &message, int maximum)
{
    QStringList words;
    for (const QRegularExpressionMatch &match : wordPattern().globalMatch(message))
        words << match.captured();
    const QString slug = words.join(u'_').toLower();
    const QList<uint> characters = slug.toUcs4();
    if (characters.size() <= maximum)
        return slug;
    const QList<uint> kept = characters.first(maximum);
    const QString cut = QString::fromUcs4(reinterpret_cast<const char32_t *>(kept.constData()), kept.size());
    const qsizetype end = cut.lastIndexOf(u'_');
    return (end < 0 ? cut : cut.first(end)) + u'_';
}

Result<QString> fileNameOf(
    const QString &fileTemplate, int maximumSlug, const RevisionDraft &draft, const QString &suffix)
{
    const QDateTime &moment = draft.createDate.moment();
    const FormatValues parts {{u"rev"_s, Python::Value(draft.id)},
        {u"slug"_s, Python::Value(slugOf(draft.message, maximumSlug))},
        {u"epoch"_s, Python::Value(draft.createDate.epoch())}, {u"year"_s, Python::Value(moment.date().year())},
        {u"month"_s, Python::Value(moment.date().month())}, {u"day"_s, Python::Value(moment.date().day())},
        {u"hour"_s, Python::Value(moment.time().hour())}, {u"minute"_s, Python::Value(moment.time().minute())},
        {u"second"_s, Python::Value(moment.time().second())}};
    const Result<QString> name = percentFormatted(fileTemplate, parts);
    if (!name)
        return failure(unusableTemplate(fileTemplate, name.error().message));
    const QString path = QDir::cleanPath(*name + suffix);
    if (name->isEmpty() || QDir::isAbsolutePath(path) || path.startsWith("../"_L1))
        return failure(unusableTemplate(fileTemplate, Tr::tr("%1 is not a file in the folder").arg(path)));
    return path;
}

} // namespace Migrations::Scripts
