#include "migrations/sqltext/textparameters.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Migrations::SqlText {

namespace {

QRegularExpression unicode(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption);
}

/// what text() takes for a parameter when it is made
QSet<QString> declared(const QString &text)
{
    static const QRegularExpression parameter = unicode(uR"((?<![:\w\\]):(\w+)(?!:))"_s);
    QSet<QString> names;
    for (const QRegularExpressionMatch &match : parameter.globalMatch(text))
        names << match.captured(1);
    return names;
}

/// Replaces what the compiler takes for a parameter, which is a little less than what text() does:
/// of ":00:" it is nothing. Then `\:` becomes a colon, but not in what was put in.
QString replaced(const QString &text, const std::function<QString(const QString &name)> &replacement)
{
    static const QRegularExpression parameter = unicode(uR"((?<![:\w$\\]):([\w$]+)(?![:\w$])|\\(:[\w$]*)(?![:\w$]))"_s);
    if (!text.contains(u':')) // as nearly all texts
        return text;
    const QSet<QString> names = declared(text);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : parameter.globalMatch(text)) {
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.hasCaptured(2))
            result += match.capturedView(2);
        else if (names.contains(match.captured(1)))
            result += replacement(match.captured(1));
        else
            result += match.capturedView();
    }
    return result + QStringView(text).sliced(from);
}

} // namespace

QStringList TextParameters::names(const QString &text)
{
    QStringList names;
    replaced(text, [&](const QString &name) {
        if (!names.contains(name))
            names << name;
        return QString();
    });
    return names;
}

QString TextParameters::withLiterals(const QString &text, const std::function<QString(const QString &name)> &literal)
{
    return replaced(text, [&](const QString &name) {
        const QString written = literal(name);
        return written.isEmpty() ? u"NULL"_s : written;
    });
}

QString TextParameters::unbound(const QString &text)
{
    return withLiterals(text, [](const QString &) { return QString(); });
}

Result<TextParameters::Bound> TextParameters::bound(
    const QString &text, const QMap<QString, QVariant> &values, Style style)
{
    Bound bound;
    QString missing;
    bound.sql = replaced(text, [&](const QString &name) {
        if (!values.contains(name) && missing.isEmpty())
            missing = name;
        bound.values << values.value(name);
        return style == Style::QuestionMark ? u"?"_s : u'$' + QString::number(bound.values.size());
    });
    if (!missing.isEmpty()) {
        return failure(Error {.code = ErrorCode::Script,
            .message = u"A value is required for bind parameter '%1'"_s.arg(missing),
            .statement = text});
    }
    return bound;
}

} // namespace Migrations::SqlText
