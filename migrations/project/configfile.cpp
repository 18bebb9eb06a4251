#include "migrations/project/configfile.h"

#include "migrations/project/textfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr int MaximumDepth = 10;
// ten levels of names that are there several times each would fill the memory
constexpr qsizetype MaximumLength = 1'000'000;

// Python's str.isspace(): Qt's white space and the four information separators
bool isSpace(QChar c)
{
    return c.isSpace() || (c >= QChar(0x1c) && c <= QChar(0x1f));
}

QStringView stripped(QStringView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

qsizetype indentation(QStringView line)
{
    return std::ranges::find_if_not(line, isSpace) - line.begin();
}

QStringList linesOf(const QString &text)
{
    static const QRegularExpression lineEnd(u"\r\n|\r|\n"_s);
    return text.split(lineEnd);
}

Error syntaxError(
    const QString &message, const SourceLocation &at, const QString &excerpt, const QString &nextStep = {})
{
    return {.code = ErrorCode::Syntax, .message = message, .at = at, .excerpt = excerpt, .nextStep = nextStep};
}

} // namespace

/// Python's RawConfigParser._read, line for line.
struct ConfigFile::Reader {
    ConfigFile file = {};
    Options *current = nullptr;
    QString sectionName = {};
    QString optionName = {};
    qsizetype indent = 0;
    QSet<std::pair<QString, QString>> seen = {};
    QList<Error> bogus = {};

    [[nodiscard]] Error error(const QString &message, int line, QStringView text, const QString &nextStep = {}) const
    {
        return syntaxError(message, {.file = file.m_path, .line = line}, stripped(text).toString(), nextStep);
    }

    Result<void> readLine(const QString &line, int number)
    {
        const QStringView clean = stripped(line);
        if (clean.isEmpty()) {
            if (current && !optionName.isEmpty())
                (*current)[optionName].text += u'\n';
            return {};
        }
        if (clean.startsWith(u'#') || clean.startsWith(u';'))
            return {};
        const qsizetype ownIndent = indentation(line);
        if (current && !optionName.isEmpty() && ownIndent > indent) {
            (*current)[optionName].text += u'\n' + clean;
            return {};
        }
        indent = ownIndent;
        if (const qsizetype end = clean.lastIndexOf(u']'); clean.startsWith(u'[') && end > 1)
            return readHeader(clean.sliced(1, end - 1).toString(), number, line);
        if (!current)
            return failure(error(Tr::tr("The file has no section header before this line."), number, line,
                Tr::tr("Put [alembic] above it.")));
        return readOption(clean, number, line);
    }

    Result<void> readHeader(const QString &name, int number, QStringView line)
    {
        sectionName = name;
        optionName.clear();
        if (name == "DEFAULT"_L1) {
            current = &file.m_defaults;
            return {};
        }
        if (file.m_sections.contains(name))
            return failure(error(Tr::tr("The section [%1] is there twice; first in line %2.")
                                     .arg(name, QString::number(file.m_sections.value(name).line)),
                number, line, Tr::tr("Merge the two sections.")));
        file.m_order << name;
        Section &section = file.m_sections[name];
        section.line = number;
        current = &section.options;
        return {};
    }

    Result<void> readOption(QStringView clean, int number, QStringView line)
    {
        const auto delimiter = std::ranges::find_if(clean, [](QChar c) { return c == u'=' || c == u':'; });
        const Error notAnOption = error(Tr::tr("This line is neither a section header nor an option."), number, line,
            Tr::tr("Write \"key = value\", or indent the line when it continues the one above."));
        if (delimiter == clean.end()) {
            bogus << notAnOption;
            return {};
        }
        const qsizetype at = delimiter - clean.begin();
        optionName = stripped(clean.first(at)).toString().toLower();
        if (at == 0)
            bogus << notAnOption;
        if (seen.contains({sectionName, optionName}))
            return failure(
                error(Tr::tr("The option \"%1\" is in section [%2] twice.").arg(optionName, sectionName), number, line,
                    Tr::tr("Remove one of the two.")));
        seen.insert({sectionName, optionName});
        current->insert(optionName,
            {.text = stripped(clean.sliced(at + 1)).toString(), .at = {.file = file.m_path, .line = number}});
        return {};
    }

    Result<ConfigFile> finish()
    {
        if (!bogus.isEmpty()) {
            Error first = bogus.takeFirst();
            QStringList others;
            for (const Error &other : std::as_const(bogus))
                others << u"%1: %2"_s.arg(other.at.toString(), other.excerpt);
            first.detail = others.join(u'\n');
            return failure(first);
        }
        const auto trim = [](Options &options) {
            for (ConfigValue &value : options) {
                while (!value.text.isEmpty() && isSpace(value.text.back()))
                    value.text.chop(1);
            }
        };
        trim(file.m_defaults);
        for (Section &section : file.m_sections)
            trim(section.options);
        return file;
    }
};

/// Python's BasicInterpolation._interpolate_some for one option.
struct ConfigFile::Interpolation {
    const ConfigFile &file;
    QString section;
    QString option;
    ConfigValue raw;
    QString result = {};
    qsizetype parts = 0;

    [[nodiscard]] Error error(const QString &message, const QString &nextStep) const
    {
        return syntaxError(message, raw.at, u"%1 = %2"_s.arg(option, raw.text), nextStep);
    }

    Result<void> expand(QStringView rest, int depth)
    {
        const QString literalPercent = Tr::tr("Write %% for a percent sign.");
        if (depth > MaximumDepth)
            return failure(error(Tr::tr("The option \"%1\" refers to other options more than %2 levels deep.")
                                     .arg(option, QString::number(MaximumDepth)),
                Tr::tr("Check whether its options refer to each other in a circle.")));
        while (!rest.isEmpty()) {
            if (++parts > MaximumLength || result.size() > MaximumLength)
                return failure(error(Tr::tr("The option \"%1\" becomes too long.").arg(option),
                    Tr::tr("Check whether its options refer to each other too often.")));
            const qsizetype percent = rest.indexOf(u'%');
            result += rest.first(percent < 0 ? rest.size() : percent);
            if (percent < 0)
                break;
            rest = rest.sliced(percent);
            if (rest.startsWith("%%"_L1)) {
                result += u'%';
                rest = rest.sliced(2);
                continue;
            }
            const qsizetype close = rest.indexOf(u')');
            if (!rest.startsWith("%("_L1))
                return failure(
                    error(Tr::tr("\"%\" must be followed by \"%\" or \"(\": %1").arg(rest), literalPercent));
            if (close <= 2 || !rest.sliced(close + 1).startsWith(u's'))
                return failure(error(Tr::tr("Not a reference to an option: %1").arg(rest), literalPercent));
            const QString name = rest.sliced(2, close - 2).toString().toLower();
            rest = rest.sliced(close + 2);
            const std::optional<ConfigValue> value = file.rawValue(section, name);
            if (!value)
                return failure(
                    error(Tr::tr("The option \"%1\" refers to \"%2\", which neither [%3] nor [DEFAULT] has.")
                              .arg(option, name, section),
                        literalPercent));
            if (!value->text.contains(u'%'))
                result += value->text;
            else if (const Result<void> done = expand(value->text, depth + 1); !done)
                return done;
        }
        return {};
    }
};

Result<ConfigFile> ConfigFile::read(const QString &path)
{
    const Result<QString> text = readTextFile(path);
    if (!text)
        return failure(text.error());
    return parse(*text, path, {{u"here"_s, QFileInfo(path).absolutePath()}});
}

Result<ConfigFile> ConfigFile::parse(const QString &text, const QString &path, const QMap<QString, QString> &defaults)
{
    Reader reader;
    reader.file.m_path = path;
    for (const auto &[name, value] : defaults.asKeyValueRange()) {
        const QString escaped = QString(value).replace(u'%', "%%"_L1);
        reader.file.m_defaults.insert(name.toLower(), {.text = escaped});
    }
    int number = 0;
    for (const QString &line : linesOf(text.startsWith(QChar::ByteOrderMark) ? text.sliced(1) : text)) {
        if (const Result<void> read = reader.readLine(line, ++number); !read)
            return failure(read.error());
    }
    return reader.finish();
}

SourceLocation ConfigFile::sectionLocation(const QString &section) const
{
    return {.file = m_path, .line = m_sections.value(section).line};
}

QStringList ConfigFile::options(const QString &section) const
{
    Options all = m_defaults;
    all.insert(m_sections.value(section).options);
    return all.keys();
}

Result<std::optional<ConfigValue>> ConfigFile::value(const QString &section, const QString &option) const
{
    const std::optional<ConfigValue> raw = rawValue(section, option);
    if (!raw)
        return std::nullopt;
    Interpolation interpolation {.file = *this, .section = section, .option = option.toLower(), .raw = *raw};
    if (const Result<void> done = interpolation.expand(raw->text, 1); !done)
        return failure(done.error());
    return ConfigValue {.text = interpolation.result, .at = raw->at};
}

std::optional<ConfigValue> ConfigFile::rawValue(const QString &section, const QString &option) const
{
    const QString name = option.toLower();
    const auto own = m_sections.constFind(section);
    if (own != m_sections.cend() && own->options.contains(name))
        return own->options.value(name);
    if ((own != m_sections.cend() || section == "DEFAULT"_L1) && m_defaults.contains(name))
        return m_defaults.value(name);
    return std::nullopt;
}

} // namespace Migrations
