#include "migrations/project/tomlvalue.h"

#include "migrations/project/textfile.h"

#include <toml++/toml.hpp>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// From the library's tree to ours.
class Converter final
{
public:
    explicit Converter(const QString &path) : m_path(path) {}

    [[nodiscard]] SourceLocation place(const toml::source_position &position) const
    {
        return {.file = m_path, .line = int(position.line), .column = int(position.column)};
    }

    [[nodiscard]] TomlValue value(const toml::node &node, const SourceLocation &at) const
    {
        using enum TomlValue::Kind;
        if (const toml::table *table = node.as_table())
            return members(*table, at);
        if (const toml::array *array = node.as_array()) {
            TomlValue list {.kind = List, .at = at};
            for (const toml::node &item : *array)
                list.items << value(item, place(item.source().begin));
            return list;
        }
        if (const auto *text = node.as_string())
            return {.kind = Text, .text = toText(text->get()), .at = at};
        if (const auto *number = node.as_integer())
            return {.kind = Integer, .text = QString::number(number->get()), .at = at};
        if (const auto *truth = node.as_boolean())
            return {.kind = Boolean, .text = truth->get() ? u"true"_s : u"false"_s, .at = at};
        return {.kind = Other, .at = at};
    }

private:
    [[nodiscard]] TomlValue members(const toml::table &table, const SourceLocation &at) const
    {
        TomlValue result {.at = at};
        for (const auto &[key, node] : table)
            result.members.emplaceBack(toText(key.str()), value(node, place(key.source().begin)));
        return result;
    }

    QString m_path;
};

Error notToml(const toml::parse_error &error, const SourceLocation &at, const QByteArray &bytes)
{
    return {.code = ErrorCode::Syntax,
        .message = Tr::tr("This is not TOML: %1").arg(toText(error.description())),
        .at = at,
        .excerpt = QString::fromUtf8(bytes.split('\n').value(at.line - 1)).trimmed(),
        .nextStep = Tr::tr("Correct the line; texts need quotes, and a section is written [name].")};
}

} // namespace

const TomlValue *TomlValue::member(const QString &name) const
{
    for (const auto &[key, value] : members) {
        if (key == name)
            return &value;
    }
    return nullptr;
}

Result<TomlValue> TomlValue::read(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    return parse(*bytes, path);
}

Result<TomlValue> TomlValue::parse(const QByteArray &bytes, const QString &path)
{
    const Converter converter(path);
    try {
        const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
        return converter.value(toml::parse(text), {.file = path});
    } catch (const toml::parse_error &error) {
        return failure(notToml(error, converter.place(error.source().begin), bytes));
    }
}

} // namespace Migrations
