#pragma once

#include <QRegularExpression>
#include <QString>

#include <expected>

namespace Migrations::StandardLibrary {

/// Python's flags of regular expressions.
enum RegexFlag {
    IgnoreCase = 2,
    Locale = 4,
    MultiLine = 8,
    DotAll = 16,
    Unicode = 32,
    Verbose = 64,
    Debug = 128,
    Ascii = 256,
};

/// A pattern in Python's syntax on its way to PCRE2's. The two agree on nearly everything; what
/// PCRE2 reads otherwise is rewritten, what only PCRE2 knows is an error as in Python. A match is
/// bounded, so that no pattern takes for ever.
/// Source: "Regular Expression Syntax" of Python's re, pcre2pattern(3).
class RegularExpression final
{
public:
    struct Mistake {
        QString message;
        qsizetype position = -1; ///< in the pattern; -1: nobody knows
        bool isUnsupported = false; ///< Python reads it
    };
    [[nodiscard]] static std::expected<RegularExpression, Mistake> compile(const QString &pattern, int flags);

    [[nodiscard]] const QString &pattern() const { return m_pattern; }
    [[nodiscard]] int flags() const { return m_flags; }
    [[nodiscard]] const QRegularExpression &search() const { return m_search; }
    /// the same without an empty match where the search begins: what comes behind an empty match
    [[nodiscard]] const QRegularExpression &advance() const { return m_advance; }
    /// the same, and nothing may be left over
    [[nodiscard]] const QRegularExpression &whole() const { return m_whole; }
    /// of the groups, empty for those without
    [[nodiscard]] QStringList names() const { return m_search.namedCaptureGroups(); }

private:
    QString m_pattern;
    int m_flags = 0;
    QRegularExpression m_search;
    QRegularExpression m_advance;
    QRegularExpression m_whole;
};

} // namespace Migrations::StandardLibrary
