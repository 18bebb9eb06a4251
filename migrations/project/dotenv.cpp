#include "migrations/project/dotenv.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isBlank(QChar c)
{
    return c.isSpace() && !isLineEnd(c);
}

QString withEscapes(QStringView text, QStringView letters)
{
    static const QHash<QChar, QChar> meanings {{u'a', u'\a'}, {u'b', u'\b'}, {u'f', u'\f'}, {u'n', u'\n'},
        {u'r', u'\r'}, {u't', u'\t'}, {u'v', u'\v'}};
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == u'\\' && at + 1 < text.size() && letters.contains(text[at + 1]);
        if (isEscape)
            ++at;
        result += isEscape ? meanings.value(text[at], text[at]) : text[at];
    }
    return result;
}

/// Reads a text from the front. What a line means is decided by its first characters only.
class DotEnvReader final
{
public:
    explicit DotEnvReader(const QString &text) : m_text(text) {}

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] int line() const { return m_line; }

    void skipSpace() { skipWhile([](QChar c) { return c.isSpace(); }); }

    /// none: what stands here is no variable; the rest of the line is then skipped
    std::optional<DotEnv::Entry> entry()
    {
        DotEnv::Entry found;
        skipExport();
        if (peek() == u'#')
            return endOfLine() ? std::optional(found) : std::nullopt;
        const int line = m_line;
        const std::optional<QString> name = key();
        bool isUnderstood = name.has_value();
        skipWhile(isBlank);
        if (isUnderstood && peek() == u'=') {
            ++m_at;
            const qsizetype before = m_at;
            skipWhile(isBlank);
            found.value = value(m_at > before);
            isUnderstood = found.value.has_value();
        }
        if (!isUnderstood || !endOfLine()) {
            skipLine();
            return std::nullopt;
        }
        found.name = *name;
        found.at.line = line;
        return found;
    }

private:
    [[nodiscard]] QChar peek() const { return isAtEnd() ? QChar() : m_text[m_at]; }

    template<class Predicate>
    QStringView skipWhile(Predicate predicate)
    {
        const qsizetype begin = m_at;
        while (!isAtEnd() && predicate(m_text[m_at]))
            advance();
        return QStringView(m_text).sliced(begin, m_at - begin);
    }

    void advance()
    {
        const bool isPair = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
        if (isLineEnd(m_text[m_at]) && !isPair)
            ++m_line;
        ++m_at;
    }

    void skipExport()
    {
        const QStringView rest = QStringView(m_text).sliced(m_at);
        if (!rest.startsWith("export"_L1) || rest.size() < 7 || !isBlank(rest[6]))
            return;
        m_at += 6;
        skipWhile(isBlank);
    }

    std::optional<QString> key()
    {
        if (peek() == u'\'')
            return quoted(u'\'', false);
        const QStringView name = skipWhile([](QChar c) { return c != u'=' && c != u'#' && !c.isSpace(); });
        return name.isEmpty() ? std::nullopt : std::optional(name.toString());
    }

    /// Between two quotes, as it is written. The end is the first quote without a backslash before it;
    /// where there is none, the last one with.
    std::optional<QString> quoted(QChar quote, bool hasEscapes)
    {
        qsizetype end = -1;
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            if (m_text[at] != quote)
                continue;
            end = at;
            if (!hasEscapes || at == m_at + 1 || m_text[at - 1] != u'\\')
                break;
        }
        if (end < 0 || (!hasEscapes && end == m_at + 1))
            return std::nullopt;
        const QString inner = m_text.sliced(m_at + 1, end - m_at - 1);
        while (m_at <= end)
            advance();
        return inner;
    }

    std::optional<QString> value(bool isAfterBlank)
    {
        const auto escaped = [](QStringView letters) {
            return [letters](const QString &inner) { return withEscapes(inner, letters); };
        };
        if (peek() == u'\'')
            return quoted(u'\'', true).transform(escaped(u"\\'"));
        if (peek() == u'"')
            return quoted(u'"', true).transform(escaped(u"\\'\"abfnrtv"));
        static const QRegularExpression comment(u"\\s+#.*$"_s);
        QString text = skipWhile([](QChar c) { return !isLineEnd(c); }).toString();
        if (isAfterBlank && text.startsWith(u'#'))
            return QString();
        text.remove(comment);
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        return text;
    }

    /// a comment, then the end
    bool endOfLine()
    {
        skipWhile(isBlank);
        if (peek() == u'#')
            skipWhile([](QChar c) { return !isLineEnd(c); });
        if (isAtEnd())
            return true;
        if (!isLineEnd(peek()))
            return false;
        skipLineEnd();
        return true;
    }

    void skipLine()
    {
        skipWhile([](QChar c) { return !isLineEnd(c); });
        if (!isAtEnd())
            skipLineEnd();
    }

    void skipLineEnd()
    {
        const bool isPair = peek() == u'\r';
        advance();
        if (isPair && peek() == u'\n')
            advance();
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

/// Puts in what `${NAME}` refers to: the process's variables first, then what stands above.
QString interpolated(const QString &text, const DotEnv &above, const DotEnv::Lookup &lookup)
{
    constexpr qsizetype MaximumLength = 1'000'000; // of names that double each other
    static const QRegularExpression reference(u"\\$\\{([^}:]*)(?::-([^}]*))?\\}"_s);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : reference.globalMatch(text)) {
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const DotEnv::Entry *entry = above.entry(match.captured(1));
        if (const std::optional<QString> outer = lookup(match.captured(1)))
            result += *outer;
        else
            result += entry ? entry->value.value_or(QString()) : match.captured(2);
        if (result.size() > MaximumLength)
            return result.first(MaximumLength);
    }
    return result + QStringView(text).sliced(from);
}

} // namespace

const DotEnv::Entry *DotEnv::entry(const QString &name) const
{
    const auto reversed = entries | std::views::reverse;
    const auto found = std::ranges::find(reversed, name, &Entry::name);
    return found == reversed.end() ? nullptr : &*found;
}

DotEnv DotEnv::parse(const QString &text, const QString &path, const Lookup &lookup)
{
    DotEnv file;
    DotEnvReader reader(text.startsWith(QChar::ByteOrderMark) ? text.sliced(1) : text);
    for (reader.skipSpace(); !reader.isAtEnd(); reader.skipSpace()) {
        const int line = reader.line();
        std::optional<Entry> entry = reader.entry();
        if (!entry) {
            file.problems << Error {.code = ErrorCode::Syntax,
                .message = Tr::tr("This line is not a variable, so it is skipped."),
                .at = {.file = path, .line = line},
                .nextStep = Tr::tr("Write NAME=value; a value with spaces at its ends or a # needs quotes.")};
            continue;
        }
        if (entry->name.isEmpty())
            continue;
        entry->at.file = path;
        if (entry->value)
            entry->value = interpolated(*entry->value, file, lookup);
        file.entries << *entry;
    }
    return file;
}

} // namespace Migrations
