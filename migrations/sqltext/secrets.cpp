#include "migrations/sqltext/secrets.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace Migrations::SqlText {

using namespace Qt::StringLiterals;

namespace {

constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;

const QString &mask()
{
    static const QString text = u"***"_s;
    return text;
}

/// a name that has a secret for a value
const QString &secretName()
{
    static const QString pattern
        = uR"((?:passw(?:or)?d|passphrase|pwd|secret|token|api_?key|private_?key|credential))"_s;
    return pattern;
}

/// A literal of either dialect, also one that a message has cut off.
const QString &literal()
{
    static const QString pattern = uR"((?:E'(?:[^'\\]|\\.|'')*(?:'|$)|(?:U&|[BNX])?'(?:[^']|'')*(?:'|$)(?:\s*\n\s*'(?:[^']|'')*(?:'|$))*|\$(\w*)\$.*?(?:\$\g{-1}\$|$)))"_s;
    return pattern;
}

/// between two words
const QString &blank()
{
    static const QString pattern = uR"((?:\s|/\*.*?\*/|--[^\n]*\n)*)"_s;
    return pattern;
}

/// Where a secret stands: everything but what is behind `before` is replaced.
struct Place {
    QRegularExpression pattern; ///< with the groups "before" and, where something follows, "after"
    QString replacement;
};

const QList<Place> &places()
{
    const auto pattern = [](const QString &text) { return QRegularExpression(text, options); };
    static const QList<Place> all {
        // postgresql://user:password@host
        {pattern(uR"((?<before>[a-z][a-z0-9+.-]*://[^\s:/?#@'"]*:)[^\s@'"]+(?<after>@))"_s), mask()},
        // password=''…'' inside of a string
        {pattern(u"(?<before>\\w*"_s + secretName() + uR"(\w*\s*=\s*)''(?!').*?'')"_s), u"''***''"_s},
        // PASSWORD '…', "password" := '…'
        {pattern(u"(?<before>\\w*"_s + secretName() + uR"x(\w*"?)x"_s + blank() + uR"((?::?=)?)"_s + blank() + uR"()(?!''\*\*\*''))"_s
             + literal()),
            u"'***'"_s},
        // "password": "…"
        {pattern(u"(?<before>\"[^\"]*"_s + secretName() + uR"x([^"]*"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$))x"_s), u"\"***\""_s},
        // password=… of a connection string, or of a URL's options
        {pattern(u"(?<before>\\w*"_s + secretName() + uR"(\w*=)(?!['"\s])[^\s'"&;,)]+)"_s), mask()},
        {pattern(u"(?<before>\\bcrypt\\s*\\(\\s*)"_s + literal()), u"'***'"_s},
        {pattern(u"(?<before>\\bpgp_sym_(?:en|de)crypt(?:_bytea)?\\s*\\([^;]*?,\\s*)"_s + literal()), u"'***'"_s},
    };
    return all;
}

QString replaced(const QString &text, const Place &place)
{
    QString result;
    qsizetype from = 0;
    QRegularExpressionMatchIterator matches = place.pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += match.captured(u"before"_s) + place.replacement;
        if (place.pattern.namedCaptureGroups().contains(u"after"_s))
            result += match.captured(u"after"_s);
        from = match.capturedEnd();
    }
    return from == 0 ? text : result + QStringView(text).sliced(from);
}

/// The values of INSERT INTO t (…) VALUES (…), (…) at the places of the columns that have secrets.
class InsertedSecrets final
{
public:
    InsertedSecrets(const QString &text, const QString &columns, qsizetype from)
        : m_text(text)
        , m_at(from)
    {
        static const QRegularExpression secret(secretName(), options);
        const QStringList names = columns.split(u',');
        for (qsizetype index = 0; index < names.size(); ++index) {
            if (secret.match(names[index]).hasMatch())
                m_secret << index;
        }
    }

    /// the rest of the text from the first row on
    QString masked()
    {
        static const QRegularExpression anyLiteral(u"\\G"_s + literal(), options);
        while (!m_secret.isEmpty() && m_at < m_text.size()) {
            const QRegularExpressionMatch match = anyLiteral.match(m_text, m_at);
            if (match.hasMatch() && match.capturedLength() > 0) {
                m_result += hides() ? u"'***'"_s : match.captured();
                m_at = match.capturedEnd();
            } else if (!take(m_text[m_at])) {
                break;
            }
        }
        return m_result + QStringView(m_text).sliced(m_at);
    }

private:
    [[nodiscard]] bool hides() const { return m_depth > 0 && m_secret.contains(m_column); }

    /// false: the rows are over
    bool take(QChar one)
    {
        if (m_depth == 0 && one != u'(' && one != u',' && !one.isSpace())
            return false;
        if (one == u'(' && m_depth++ == 0)
            m_column = 0;
        m_depth -= one == u')' ? 1 : 0;
        m_column += one == u',' && m_depth == 1 ? 1 : 0;
        m_result += one;
        ++m_at;
        return true;
    }

    const QString &m_text;
    qsizetype m_at;
    QSet<qsizetype> m_secret; ///< numbers of columns
    qsizetype m_column = 0;
    int m_depth = 0;
    QString m_result;
};

QString withoutInserted(const QString &text)
{
    static const QRegularExpression insert(
        uR"(\b(?:insert|replace)\b[^;(]*\binto\s+[^\s(]+\s*\(([^()]*)\)[^;(]*\bvalues\s*)"_s, options);
    QString result = text;
    qsizetype from = 0;
    for (QRegularExpressionMatch match = insert.match(result); match.hasMatch(); match = insert.match(result, from)) {
        from = match.capturedEnd();
        result = result.first(from) + InsertedSecrets(result, match.captured(1), from).masked();
    }
    return result;
}

} // namespace

QString withoutSecrets(const QString &text)
{
    // most statements have none, and this is asked for each of them
    static const QRegularExpression sign(secretName() + u"|crypt|://"_s, options);
    if (!text.contains(sign))
        return text;
    QString result = withoutInserted(text);
    for (const Place &place : places())
        result = replaced(result, place);
    return result;
}

Error withoutSecrets(Error error)
{
    for (QString *text : {&error.message, &error.excerpt, &error.statement, &error.detail, &error.nextStep})
        *text = withoutSecrets(*text);
    return error;
}

} // namespace Migrations::SqlText
