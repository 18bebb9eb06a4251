#include "migrations/dialects/phrase.h"

#include "migrations/dialects/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

QString pythonRepr(const QString &text)
{
    QString inside = text;
    inside.replace(u'\\', u"\\\\"_s);
    return u'\'' + inside + u'\'';
}

// The patterns are few, and each is compiled into machine code, which takes longer than a table's DDL.
const QRegularExpression &expression(const QString &pattern)
{
    static thread_local QHash<QString, QRegularExpression> expressions;
    const auto known = expressions.constFind(pattern);
    if (known != expressions.cend())
        return *known;
    return *expressions.insert(pattern, QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
}

} // namespace

QString checkedPhrase(const QString &phrase, const QString &pattern)
{
    if (expression(pattern).match(phrase).hasMatch())
        return phrase;
    throw Refusal::compile(
        u"Unexpected SQL phrase: %1 (matching against %2)"_s.arg(pythonRepr(phrase), pythonRepr(pattern)));
}

QString optionText(const Schema::DialectOptions &options, const QString &key)
{
    return options.value(key).text;
}

bool optionIsOn(const Schema::DialectOptions &options, const QString &key)
{
    return options.contains(key) && options.value(key).isTrue();
}

std::optional<bool> optionFlag(const Schema::DialectOptions &options, const QString &key)
{
    using Kind = Schema::Expression::Kind;
    const auto found = options.constFind(key);
    if (found == options.cend() || (found->kind != Kind::True && found->kind != Kind::False))
        return std::nullopt;
    return found->kind == Kind::True;
}

QStringList optionNames(const Schema::DialectOptions &options, const QString &key)
{
    return options.value(key).strings();
}

QString sequenceOptions(const QMap<QString, QString> &options)
{
    struct Row {
        const char16_t *key;
        const char16_t *text; ///< %1 is the value
        const char16_t *whenFalse;
    };
    static constexpr Row rows[] = {
        {u"increment", u"INCREMENT BY %1", nullptr},
        {u"start", u"START WITH %1", nullptr},
        {u"minvalue", u"MINVALUE %1", nullptr},
        {u"maxvalue", u"MAXVALUE %1", nullptr},
        {u"nominvalue", u"NO MINVALUE", nullptr},
        {u"nomaxvalue", u"NO MAXVALUE", nullptr},
        {u"cache", u"CACHE %1", nullptr},
        {u"cycle", u"CYCLE", u"NO CYCLE"},
    };
    QStringList texts;
    for (const Row &row : rows) {
        const auto found = options.constFind(QString::fromUtf16(row.key));
        if (found == options.cend())
            continue;
        const bool isFalse = row.whenFalse && *found == u"false";
        const QString text = QString::fromUtf16(isFalse ? row.whenFalse : row.text);
        texts << (text.contains(u"%1"_s) ? text.arg(*found) : text);
    }
    return texts.join(u' ');
}

} // namespace Migrations::Dialects
