#include "migrations/dialects/identifiers.h"

#include "migrations/dialects/refusal.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

Identifiers::Identifiers(QSet<QString> reservedWords, qsizetype longest)
    : m_reservedWords(std::move(reservedWords))
    , m_longest(longest)
{
}

namespace {

bool isLetter(QChar unit)
{
    return (unit >= u'a' && unit <= u'z') || unit == u'_';
}

// As Python's expression ^[a-z_][a-z0-9_$]*$ says, whose $ lets a newline stand at the end. Every name of
// every statement is asked.
bool isLegal(QStringView name)
{
    const QStringView text = name.endsWith(u'\n') ? name.chopped(1) : name;
    return !text.isEmpty() && isLetter(text.front()) && std::ranges::all_of(text, [](QChar unit) {
        return isLetter(unit) || (unit >= u'0' && unit <= u'9') || unit == u'$';
    });
}

} // namespace

bool Identifiers::needQuotes(const QString &name) const
{
    return !isLegal(name) || m_reservedWords.contains(name);
}

QString Identifiers::quoted(const QString &name, bool always) const
{
    if (!always && !needQuotes(name))
        return name;
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString Identifiers::list(const QStringList &names) const
{
    QStringList texts;
    for (const QString &name : names)
        texts << quoted(name);
    return texts.join(u", "_s);
}

QString Identifiers::qualified(const QString &name, const QString &schema) const
{
    return schema.isEmpty() ? quoted(name) : quoted(schema) + u'.' + quoted(name);
}

QString Identifiers::dotted(const QString &name, const QString &schema) const
{
    QString text;
    if (!schema.isEmpty()) {
        for (const QString &part : schema.split(u'.'))
            text += quoted(part) + u'.';
    }
    return text + quoted(name);
}

QString Identifiers::constraint(const Schema::Name &name) const
{
    const QList<uint> points = name.text.toUcs4();
    if (points.size() <= m_longest)
        return quoted(name.text);
    if (!name.isFinal) {
        throw Refusal::argument(
            u"Identifier '%1' exceeds maximum length of %2 characters"_s.arg(name.text, QString::number(m_longest)), {},
            u"IdentifierError"_s);
    }
    const QByteArray hash = QCryptographicHash::hash(name.text.toUtf8(), QCryptographicHash::Md5).toHex();
    const QString kept = QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), m_longest - 8);
    return quoted(kept + u'_' + QString::fromLatin1(hash.last(4)));
}

} // namespace Migrations::Dialects
