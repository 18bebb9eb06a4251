#pragma once

#include "migrations/base/error.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <optional>

namespace Migrations {

/// A text of a configuration and where it is written. No file: nobody wrote it, it is a default.
struct ConfigValue {
    QString text;
    SourceLocation at = {};

    friend bool operator==(const ConfigValue &, const ConfigValue &) = default;
};

/// An .ini file by the rules of Python's ConfigParser (strict, BasicInterpolation), which is how
/// Alembic reads alembic.ini: `key = value` and `key: value`, continuation lines by indentation,
/// `#` and `;` comments on lines of their own, keys in lower case, `[DEFAULT]`, `%(name)s` and
/// `%%`. Source of the rules: Python's documentation of configparser.
///
/// Differs from Python on purpose: a byte order mark is skipped, and the file is UTF-8 whatever
/// the locale is. Immutable.
class ConfigFile final
{
public:
    /// Errors: NotFound, Io, and those of parse(). `here` is the file's folder.
    [[nodiscard]] static Result<ConfigFile> read(const QString &path);
    /// `path` is only for messages; `defaults` are keys that every section has (`here`), taken as
    /// they are. Errors are Syntax, with the line: no section header, a line that is neither a header
    /// nor an option, a section or option that is there twice.
    [[nodiscard]] static Result<ConfigFile> parse(
        const QString &text, const QString &path, const QMap<QString, QString> &defaults = {});

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QStringList sections() const { return m_order; } ///< as written, without [DEFAULT]
    [[nodiscard]] bool hasSection(const QString &section) const { return m_sections.contains(section); }
    [[nodiscard]] SourceLocation sectionLocation(const QString &section) const; ///< of its header
    /// the options that a section has, of its own or from [DEFAULT]; in alphabetical order
    [[nodiscard]] QStringList options(const QString &section) const;

    /// The value with its interpolation done; nullopt when neither the section nor [DEFAULT] has it.
    /// Errors: Syntax at the option's line: a `%` that is none of ours, an unknown name, more than ten
    /// levels of names.
    [[nodiscard]] Result<std::optional<ConfigValue>> value(const QString &section, const QString &option) const;
    /// the value as it is written
    [[nodiscard]] std::optional<ConfigValue> rawValue(const QString &section, const QString &option) const;

private:
    using Options = QMap<QString, ConfigValue>;
    struct Section {
        int line = 0;
        Options options;
    };
    struct Reader;
    struct Interpolation;

    QString m_path;
    QStringList m_order;
    QHash<QString, Section> m_sections;
    Options m_defaults;
};

} // namespace Migrations
