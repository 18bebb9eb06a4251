#include "migrations/project/optionreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Kind = TomlValue::Kind;

const QMap<QString, QChar> &separatorWords()
{
    static const QMap<QString, QChar> byName {
        {u"space"_s, u' '}, {u"newline"_s, u'\n'}, {u"os"_s, QDir::listSeparator()}, {u":"_s, u':'}, {u";"_s, u';'}};
    return byName;
}

} // namespace

OptionReader::OptionReader(const ConfigSources &sources, const QString &section, const QString &workingDirectory)
    : m_sources(sources)
    , m_section(section)
    , m_roots {workingDirectory, sources.folder()}
{
}

std::optional<ConfigValue> OptionReader::iniOption(const QString &name)
{
    if (m_error || !m_sources.ini)
        return std::nullopt;
    const Result<std::optional<ConfigValue>> value = m_sources.ini->value(m_section, name);
    if (!value) {
        m_error = value.error();
        return std::nullopt;
    }
    if (*value)
        m_places.insert(name, (*value)->at);
    return *value;
}

const TomlValue *OptionReader::tomlOption(const QString &name)
{
    const TomlValue *value = m_error || !m_sources.toml ? nullptr : m_sources.toml->member(name);
    if (value)
        m_places.insert(name, value->at);
    return value;
}

std::optional<ConfigValue> OptionReader::option(const QString &name)
{
    if (std::optional<ConfigValue> value = iniOption(name))
        return value;
    const TomlValue *value = tomlOption(name);
    if (!value)
        return std::nullopt;
    if (value->kind == Kind::Integer)
        return ConfigValue {.text = value->text, .at = value->at};
    return ConfigValue {.text = expanded(*value, name), .at = value->at};
}

QString OptionReader::expanded(const TomlValue &value, const QString &name)
{
    static const QRegularExpression reference(u"%(?:(%)|\\(([^)]*)\\)s)?"_s);
    if (value.kind != Kind::Text) {
        fail(ErrorCode::BadInput, Tr::tr("%1 must be a text.").arg(name), value.at,
            Tr::tr("Write it between quotes."));
        return {};
    }
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : reference.globalMatch(value.text)) {
        result += QStringView(value.text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.hasCaptured(1))
            result += u'%';
        else if (match.captured(2) == "here"_L1)
            result += QFileInfo(value.at.file).absolutePath();
        else
            fail(ErrorCode::Syntax, Tr::tr("Only %(here)s can be referred to in %1: %2").arg(name, value.text),
                value.at, Tr::tr("Write %% for a percent sign."));
    }
    return result + QStringView(value.text).sliced(from);
}

ConfigValue OptionReader::text(const QString &name, const QString &otherwise)
{
    return option(name).value_or(ConfigValue {.text = otherwise});
}

ConfigValue OptionReader::iniText(const QString &name)
{
    return iniOption(name).value_or(ConfigValue {});
}

bool OptionReader::isTrue(const QString &name)
{
    if (const std::optional<ConfigValue> value = iniOption(name))
        return value->text == "true"_L1;
    const TomlValue *value = tomlOption(name);
    if (value && value->kind != Kind::Boolean)
        fail(ErrorCode::BadInput, u"boolean value expected for TOML parameter '%1'"_s.arg(name), value->at,
            Tr::tr("Write true or false, without quotes."));
    return value && value->text == "true"_L1;
}

int OptionReader::number(const QString &name, int otherwise)
{
    const std::optional<ConfigValue> value = option(name);
    if (!value || m_error)
        return otherwise;
    bool isNumber = false;
    const int number = value->text.trimmed().toInt(&isNumber);
    if (!isNumber)
        fail(ErrorCode::BadInput, Tr::tr("%1 is \"%2\", which is not a number.").arg(name, value->text), value->at,
            Tr::tr("Write a number, such as %1.").arg(otherwise));
    return number == 0 ? otherwise : number;
}

QChar OptionReader::separator(const QStringList &names)
{
    for (const QString &name : names) {
        const std::optional<ConfigValue> value = iniOption(name);
        if (!value)
            continue;
        const auto found = separatorWords().constFind(value->text);
        if (found != separatorWords().cend())
            return *found;
        fail(ErrorCode::BadInput,
            u"'%1' is not a valid value for %2; expected 'space', 'newline', 'os', ':', ';'"_s.arg(value->text, name),
            value->at, Tr::tr("Write one of these words."));
        return {};
    }
    return {};
}

QList<ConfigValue> OptionReader::list(
    const QString &name, const QStringList &separators, const QRegularExpression &legacy)
{
    QList<ConfigValue> items;
    if (const std::optional<ConfigValue> value = iniOption(name); value && !value->text.isEmpty()) {
        const QChar character = separator(separators);
        const QStringList parts = character.isNull() ? value->text.split(legacy, Qt::SkipEmptyParts)
                                                     : value->text.split(character, Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                items << ConfigValue {.text = character.isNull() ? part : part.trimmed(), .at = value->at};
        }
        return items;
    }
    const TomlValue *value = tomlOption(name);
    if (!value)
        return {};
    if (value->kind != Kind::List)
        fail(ErrorCode::BadInput, Tr::tr("%1 must be a list of texts.").arg(name), value->at,
            Tr::tr("Write [\"first\", \"second\"]."));
    for (const TomlValue &item : value->items)
        items << ConfigValue {.text = expanded(item, name), .at = item.at};
    return items;
}

QString OptionReader::resolved(const QString &folder, const QString &file) const
{
    if (QDir::isAbsolutePath(folder))
        return QDir::cleanPath(folder);
    QStringList candidates;
    for (const QString &root : m_roots)
        candidates << QDir(root).absoluteFilePath(folder);
    if (folder.contains(u':'))
        candidates << inPackage(folder);
    for (const QString &wanted : {QString(u'/' + file), QString()}) {
        for (const QString &candidate : std::as_const(candidates)) {
            if (QFileInfo::exists(candidate + wanted))
                return QDir::cleanPath(candidate);
        }
    }
    return QDir::cleanPath(candidates.constFirst());
}

QStringList OptionReader::inPackage(const QString &resource) const
{
    QStringList parts = resource.split(u':');
    const QString package = parts.takeFirst().replace(u'.', u'/');
    const QString relative = (QStringList {package} + parts).join(u'/');
    QStringList candidates;
    for (const QString &root : m_roots) {
        for (const QString &folder : m_sysPath)
            candidates << QDir(QDir(root).absoluteFilePath(folder)).absoluteFilePath(relative);
        // the layouts that packaging tools know: the package beside the configuration, or in src/
        candidates << QDir(root).absoluteFilePath(relative) << QDir(root).absoluteFilePath(u"src/"_s + relative);
    }
    return candidates;
}

void OptionReader::fail(
    ErrorCode code, const QString &message, const SourceLocation &at, const QString &nextStep)
{
    if (!m_error)
        m_error = Error {.code = code, .message = message, .at = at, .nextStep = nextStep};
}

} // namespace Migrations
