#include "migrations/standardlibrary/regularexpression.h"

#include <QHash>

#include <optional>

namespace Migrations::StandardLibrary {

namespace {

using Mistake = RegularExpression::Mistake;

int flagOf(QChar letter)
{
    static const QHash<QChar, int> flags {{u'a', Ascii}, {u'i', IgnoreCase}, {u'L', Locale}, {u'm', MultiLine},
        {u's', DotAll}, {u'u', Unicode}, {u'x', Verbose}};
    return flags.value(letter, 0);
}

/// Rewrites a pattern from left to right.
class Translator final
{
public:
    Translator(const QString &pattern, int flags) : m_pattern(pattern), m_flags(flags) {}

    [[nodiscard]] std::optional<Mistake> run()
    {
        readGlobalFlags();
        while (!m_mistake && m_at < m_pattern.size())
            next();
        if (!m_mistake && !m_open.empty())
            fail(QStringLiteral("missing ), unterminated subpattern"), m_open.back());
        return m_mistake;
    }
    [[nodiscard]] const QString &result() const { return m_result; }
    [[nodiscard]] int flags() const { return m_flags; }

private:
    [[nodiscard]] QChar at(qsizetype offset = 0) const
    {
        return m_at + offset < m_pattern.size() ? m_pattern[m_at + offset] : QChar();
    }
    void fail(const QString &message, qsizetype position)
    {
        if (!m_mistake)
            m_mistake = Mistake {.message = message, .position = position};
    }
    void refuse(const QString &what) { m_mistake = Mistake {.message = what, .position = m_at, .isUnsupported = true}; }
    void take(qsizetype count)
    {
        m_result += QStringView(m_pattern).mid(m_at, count);
        m_at += count;
    }

    // (?ims) in front of everything
    void readGlobalFlags()
    {
        while (at() == u'(' && at(1) == u'?' && flagOf(at(2)) != 0) {
            qsizetype end = m_at + 2;
            int found = 0;
            while (end < m_pattern.size() && flagOf(m_pattern[end]) != 0)
                found |= flagOf(m_pattern[end++]);
            if (end >= m_pattern.size() || m_pattern[end] != u')')
                return;
            m_flags |= found;
            m_at = end + 1;
        }
    }

    void next()
    {
        const QChar character = at();
        if (character == u'\\')
            return escape(false);
        if (character == u'[')
            return characterClass();
        if (character == u'(')
            return group();
        if (character == u'#' && (m_flags & Verbose) != 0)
            return comment();
        if (QStringView(u"*+?{").contains(character))
            return quantifier();
        m_repeats = false;
        m_hasItem = !QStringView(u"|^$").contains(character);
        if (character == u')') {
            if (m_open.empty())
                return fail(QStringLiteral("unbalanced parenthesis"), m_at);
            m_open.pop_back();
        }
        take(1);
    }

    void comment()
    {
        const qsizetype end = m_pattern.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_pattern.size() : end;
    }

    // * + ? {n} {n,} {,m} {n,m}, and behind one of them ? or +
    void quantifier()
    {
        QString text(at());
        qsizetype size = 1;
        if (at() == u'{') {
            const qsizetype close = m_pattern.indexOf(u'}', m_at);
            const QString inside = close < 0 ? QString() : m_pattern.mid(m_at + 1, close - m_at - 1);
            const bool isRepeat = !inside.isEmpty() && inside != u","
                && inside.count(u',') <= 1
                && std::ranges::all_of(inside, [](QChar c) { return c == u',' || (c >= u'0' && c <= u'9'); });
            if (!isRepeat) { // a brace like any other character
                m_result += QStringLiteral("\\{");
                ++m_at;
                m_repeats = false;
                m_hasItem = true;
                return;
            }
            text = (inside.startsWith(u',') ? QStringLiteral("{0") : QStringLiteral("{")) + inside + u'}';
            size = close - m_at + 1;
        }
        if (m_repeats)
            return fail(QStringLiteral("multiple repeat"), m_at);
        if (!m_hasItem)
            return fail(QStringLiteral("nothing to repeat"), m_at);
        m_result += text;
        m_at += size;
        if (at() == u'?' || at() == u'+')
            take(1);
        m_repeats = true;
    }

    void group()
    {
        const QChar kind = at(2);
        if (at(1) == u'?' && kind == u'#') {
            const qsizetype close = m_pattern.indexOf(u')', m_at);
            if (close < 0)
                return fail(QStringLiteral("missing ), unterminated comment"), m_at);
            m_at = close + 1;
            return;
        }
        m_repeats = false;
        m_hasItem = false;
        if (at(1) == u'*')
            return fail(QStringLiteral("nothing to repeat"), m_at + 1);
        if (at(1) != u'?' || kind != u'P' || at(3) != u'=')
            m_open.push_back(m_at);
        if (at(1) != u'?')
            return take(1);
        if (QStringView(u":=!>(").contains(kind))
            return kind == u'(' ? condition() : take(3);
        if (kind == u'<' && (at(3) == u'=' || at(3) == u'!'))
            return take(4);
        if (kind == u'P' && (at(3) == u'<' || at(3) == u'='))
            return named();
        if (flagOf(kind) != 0 || kind == u'-')
            return groupFlags();
        fail(kind == u'P' || kind == u'<' ? QStringLiteral("unknown extension ?%1%2").arg(kind).arg(at(3))
                                          : QStringLiteral("unknown extension ?%1").arg(kind),
            m_at + 1);
    }

    // (?(1)yes|no), (?(name)yes|no)
    void condition()
    {
        const qsizetype close = m_pattern.indexOf(u')', m_at);
        if (close < 0)
            return fail(QStringLiteral("missing ), unterminated name"), m_at + 3);
        const QString name = m_pattern.mid(m_at + 3, close - m_at - 3);
        const bool isName = !name.isEmpty()
            && std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
        if (!isName || name.startsWith(u'R') || name == u"DEFINE")
            return refuse(QStringLiteral("a regular expression with the condition (%1)").arg(name));
        take(close - m_at + 1);
    }

    void named()
    {
        const QChar closing = at(3) == u'<' ? u'>' : u')';
        const qsizetype end = m_pattern.indexOf(closing, m_at);
        const QString name = end < 0 ? QString() : m_pattern.mid(m_at + 4, end - m_at - 4);
        if (end < 0)
            return fail(QStringLiteral("missing %1, unterminated name").arg(closing), m_at + 4);
        const bool isName = !name.isEmpty() && !name.front().isDigit()
            && std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
        if (!isName)
            return fail(QStringLiteral("bad character in group name '%1'").arg(name), m_at + 4);
        m_hasItem = at(3) == u'='; // a reference can be repeated
        take(end - m_at + 1);
    }

    // (?i-m: …)
    void groupFlags()
    {
        qsizetype end = m_at + 2;
        while (end < m_pattern.size() && (flagOf(m_pattern[end]) != 0 || m_pattern[end] == u'-'))
            ++end;
        const QString letters = m_pattern.mid(m_at + 2, end - m_at - 2);
        if (end < m_pattern.size() && m_pattern[end] == u')')
            return fail(QStringLiteral("global flags not at the start of the expression"), m_at);
        if (end >= m_pattern.size() || m_pattern[end] != u':')
            return fail(QStringLiteral("missing -, : or )"), end);
        if (letters.contains(u'x') || letters.contains(u'a') || letters.contains(u'L') || letters.contains(u'u'))
            return refuse(QStringLiteral("a regular expression with the flags %1 in a group").arg(letters));
        take(end - m_at + 1);
    }

    void escape(bool inClass)
    {
        static const QStringView classes = u"dDsSwW";
        const qsizetype begin = m_at;
        const QChar letter = at(1);
        m_repeats = false;
        m_hasItem = inClass || !QStringView(u"AbBZ").contains(letter);
        if (letter.isNull())
            return fail(QStringLiteral("bad escape (end of pattern)"), m_at);
        if (letter == u'x')
            return hexEscape(2, begin);
        if (letter == u'u')
            return hexEscape(4, begin);
        if (letter == u'U')
            return hexEscape(8, begin);
        if (letter >= u'0' && letter <= u'9')
            return digitEscape(inClass);
        if (letter == u'N')
            return refuse(QStringLiteral("a regular expression with \\N{…}"));
        static const QHash<QChar, QString> rewritten {{u'v', QStringLiteral("\\x0b")}, {u'a', QStringLiteral("\\x07")}};
        if (rewritten.contains(letter)) {
            m_result += rewritten.value(letter);
            m_at += 2;
            return;
        }
        if (letter == u'Z' && !inClass) {
            m_result += QStringLiteral("\\z");
            m_at += 2;
            return;
        }
        const bool isLetter = (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z');
        const bool isKnown = classes.contains(letter) || QStringView(u"fnrtb").contains(letter)
            || (!inClass && QStringView(u"AB").contains(letter));
        if (isLetter && !isKnown)
            return fail(QStringLiteral("bad escape \\%1").arg(letter), begin);
        take(2);
    }

    void hexEscape(int digits, qsizetype begin)
    {
        const QString text = m_pattern.mid(m_at + 2, digits);
        bool valid = false;
        const uint code = text.toUInt(&valid, 16);
        if (!valid || text.size() != digits)
            return fail(QStringLiteral("incomplete escape %1").arg(m_pattern.mid(begin, 2 + text.size())), begin);
        m_result += QStringLiteral("\\x{%1}").arg(code, 0, 16);
        m_at += 2 + digits;
    }

    // \0 and three octal digits are characters, anything else a group that was before
    void digitEscape(bool inClass)
    {
        const auto isOctal = [this](qsizetype offset) { return at(offset) >= u'0' && at(offset) <= u'7'; };
        qsizetype size = 2;
        const bool threeOctal = isOctal(1) && isOctal(2) && isOctal(3);
        if (at(1) == u'0' || inClass || threeOctal) {
            size = 1;
            while (size < 4 && isOctal(size))
                ++size;
            if (size == 1)
                return fail(QStringLiteral("bad escape \\%1").arg(at(1)), m_at);
            m_result += QStringLiteral("\\x{%1}").arg(m_pattern.mid(m_at + 1, size - 1).toUInt(nullptr, 8), 0, 16);
            m_at += size;
            return;
        }
        if (at(2) >= u'0' && at(2) <= u'9')
            size = 3;
        m_result += QStringLiteral("\\g{%1}").arg(m_pattern.mid(m_at + 1, size - 1));
        m_at += size;
    }

    void characterClass()
    {
        m_repeats = false;
        m_hasItem = true;
        const qsizetype begin = m_at;
        take(1);
        if (at() == u'^')
            take(1);
        bool isFirst = true;
        while (m_at < m_pattern.size() && !m_mistake) {
            if (at() == u']' && !isFirst)
                return take(1);
            if (at() == u'\\') {
                escape(true);
            } else if (at() == u'[' || at() == u']') { // [: and the like mean nothing in Python
                m_result += u'\\';
                take(1);
            } else {
                take(1);
            }
            isFirst = false;
        }
        fail(QStringLiteral("unterminated character set"), begin);
    }

    const QString &m_pattern;
    int m_flags;
    qsizetype m_at = 0;
    QString m_result;
    bool m_repeats = false; ///< a quantifier came just before
    bool m_hasItem = false; ///< something came just before that can be repeated
    std::vector<qsizetype> m_open; ///< where the groups begin that are not closed yet
    std::optional<Mistake> m_mistake;
};

QRegularExpression::PatternOptions optionsOf(int flags)
{
    QRegularExpression::PatternOptions options;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, flags & IgnoreCase);
    options.setFlag(QRegularExpression::MultilineOption, flags & MultiLine);
    options.setFlag(QRegularExpression::DotMatchesEverythingOption, flags & DotAll);
    options.setFlag(QRegularExpression::ExtendedPatternSyntaxOption, flags & Verbose);
    options.setFlag(QRegularExpression::UseUnicodePropertiesOption, !(flags & Ascii));
    return options;
}

} // namespace

std::expected<RegularExpression, Mistake> RegularExpression::compile(const QString &pattern, int flags)
{
    // what a match may cost, as PCRE2 counts it
    static const QString limits = QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=20000)(*LIMIT_HEAP=65536)");
    Translator translator(pattern, flags);
    if (const std::optional<Mistake> mistake = translator.run())
        return std::unexpected(*mistake);
    RegularExpression result;
    result.m_pattern = pattern;
    result.m_flags = translator.flags() | (translator.flags() & Ascii ? 0 : Unicode);
    const QRegularExpression::PatternOptions options = optionsOf(result.m_flags);
    result.m_search = QRegularExpression(limits + translator.result(), options);
    if (!result.m_search.isValid())
        return std::unexpected(Mistake {.message = result.m_search.errorString()});
    const QString group = QStringLiteral("(?:") + translator.result()
        + (result.m_flags & Verbose ? QStringLiteral("\n)") : QStringLiteral(")"));
    result.m_whole = QRegularExpression(limits + group + QStringLiteral("\\z"), options);
    result.m_advance = QRegularExpression(limits + group + QStringLiteral("(?!\\G)"), options);
    return result;
}

} // namespace Migrations::StandardLibrary
