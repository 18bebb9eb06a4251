#include "migrations/project/environmentscript.h"

#include "migrations/project/scripturl.h"
#include "migrations/project/scriptwalk.h"
#include "migrations/project/textfile.h"
#include "migrations/python/parser.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// A call of configure() and the function that it is in.
struct Configuration {
    const CallExpression *call;
    const FunctionBody *function;
    bool isOnline = false;
    QMap<SettingKey, EnvironmentScript::Value> values = {};
};

bool isConfigure(const CallExpression &call)
{
    const auto *method = std::get_if<AttributeExpression>(&call.function->node);
    return lastName(*call.function) == "configure"_L1 && (!method || lastName(*method->object) == "context"_L1);
}

const Expression *keyword(const CallExpression &call, QLatin1StringView name)
{
    for (const Argument &argument : call.arguments) {
        if (argument.kind == Argument::Kind::Keyword && argument.name == name)
            return argument.value.get();
    }
    return nullptr;
}

/// Reads one script into an EnvironmentScript.
class EnvironmentReader final
{
public:
    EnvironmentReader(const std::shared_ptr<const Module> &module, const EnvironmentVariables &variables)
        : m_module(module)
        , m_texts(module, variables)
    {
        m_script.file = module->file;
    }

    EnvironmentScript read()
    {
        ScriptWalk {.call = [this](const CallExpression &call,
                                const ScriptPlace &place) { addCall(call, place); },
            .assignment = [this](const Assignment &node, const ScriptPlace &place) { addAssignment(node, place); }}
            .through(m_module->body);
        const auto online = std::ranges::find(m_found, true, &Configuration::isOnline);
        const auto chosen = online == m_found.end() ? m_found.begin() : online;
        if (chosen != m_found.end()) {
            m_script.values = chosen->values;
            readMetadata(*chosen);
            for (const Configuration &other : std::as_const(m_found))
                compare(*chosen, other);
        }
        m_script.url = urlOfScript(*m_module, m_texts);
        return std::move(m_script);
    }

private:
    [[nodiscard]] SourceLocation place(Position at) const { return {m_module->file, at.line, at.column}; }

    void addCall(const CallExpression &call, const ScriptPlace &where)
    {
        if (!isConfigure(call))
            return;
        Configuration configuration {.call = &call, .function = where.function};
        for (const Argument &argument : call.arguments) {
            using enum Argument::Kind;
            configuration.isOnline |= argument.kind == Positional || argument.name == "connection"_L1;
            if (argument.kind == Keyword)
                addArgument(configuration, argument.name, *argument.value);
            else if (argument.kind == DoubleStar)
                addArguments(configuration, *argument.value);
        }
        m_found << configuration;
    }

    void addArgument(Configuration &configuration, const QString &name, const Expression &value) const
    {
        const SettingDefinition *definition = settingDefinition(name);
        if (definition)
            configuration.values.insert(definition->key, settingValue(*definition, value, configuration.function));
    }

    // configure(**options), where the script itself has the options
    void addArguments(Configuration &configuration, const Expression &dictionary)
    {
        const Expression *found = m_texts.resolved(dictionary, configuration.function);
        const auto *dict = found ? std::get_if<DictExpression>(&found->node) : nullptr;
        if (!dict) {
            m_script.otherArguments = place(dictionary.at);
            return;
        }
        for (const auto &[key, value] : dict->items) {
            const auto *name = key ? std::get_if<StringLiteral>(&key->node) : nullptr;
            if (name)
                addArgument(configuration, name->value, *value);
            else
                m_script.otherArguments = place(dictionary.at);
        }
    }

    [[nodiscard]] EnvironmentScript::Value settingValue(
        const SettingDefinition &definition, const Expression &written, const FunctionBody *function) const
    {
        const ValueSource here = ValueSource::file(place(written.at));
        const Expression *value = m_texts.resolved(written, function);
        if (value && std::holds_alternative<NoneLiteral>(value->node))
            return {.text = definition.otherwise, .source = here};
        const auto *flag = value ? std::get_if<BooleanLiteral>(&value->node) : nullptr;
        if (definition.isFlag)
            return {.text = flag ? std::optional(flag->value ? u"true"_s : u"false"_s) : std::nullopt, .source = here};
        const StaticTexts::Found text = m_texts.text(written, function);
        return text ? EnvironmentScript::Value {.text = text->text, .source = text->source}
                    : EnvironmentScript::Value {.text = {}, .source = here};
    }

    // metadata.naming_convention = {…}
    void addAssignment(const Assignment &node, const ScriptPlace &where)
    {
        for (const ExpressionPtr &target : node.targets) {
            const auto *attribute = std::get_if<AttributeExpression>(&target->node);
            if (attribute && attribute->name == "naming_convention"_L1 && node.value)
                readConvention(*node.value, where.function);
        }
    }

    void readMetadata(const Configuration &configuration)
    {
        const Expression *written = keyword(*configuration.call, "target_metadata"_L1);
        if (!written || m_script.namingConvention)
            return;
        const Expression *metadata = m_texts.resolved(*written, configuration.function);
        if (metadata && std::holds_alternative<NoneLiteral>(metadata->node))
            return;
        const auto *call = metadata ? std::get_if<CallExpression>(&metadata->node) : nullptr;
        if (!call || lastName(*call->function) != "MetaData"_L1) {
            m_script.conventionAt = place(metadata ? metadata->at : written->at);
            return;
        }
        if (const Expression *convention = keyword(*call, "naming_convention"_L1))
            readConvention(*convention, configuration.function);
    }

    void readConvention(const Expression &written, const FunctionBody *function)
    {
        m_script.conventionAt = place(written.at);
        const Expression *found = m_texts.resolved(written, function);
        const auto *dict = found ? std::get_if<DictExpression>(&found->node) : nullptr;
        if (!dict)
            return;
        m_script.conventionAt = place(found->at);
        QMap<QString, QString> convention;
        for (const auto &[key, value] : dict->items) {
            const auto *name = key ? std::get_if<StringLiteral>(&key->node) : nullptr;
            const StaticTexts::Found text = m_texts.text(*value, function);
            if (!name || !text)
                return;
            convention.insert(name->value, text->text);
        }
        m_script.namingConvention = convention;
    }

    // Alembic would take one for --sql and the other for the database
    void compare(const Configuration &chosen, const Configuration &other)
    {
        using enum SettingKey;
        for (const SettingKey key : {VersionTable, VersionTableSchema, VersionTablePrimaryKey, TransactionPerMigration}) {
            const SettingDefinition &definition = settingDefinition(key);
            const EnvironmentScript::Value usual {.text = definition.otherwise, .source = {}};
            const QString one = chosen.values.value(key, usual).text.value_or(QString());
            const QString two = other.values.value(key, usual).text.value_or(QString());
            if (one == two)
                continue;
            m_script.problems << Error {.code = ErrorCode::Conflict,
                .message = Tr::tr("env.py calls configure() with %1 \"%2\" and, in another place, \"%3\".")
                               .arg(definition.name, one, two),
                .at = place(other.call->function->at),
                .detail = Tr::tr("\"%1\" is taken, which is that of the online mode.").arg(one),
                .nextStep = Tr::tr("Write the same in both, or %1 in stillroom.toml.").arg(definition.name)};
        }
    }

    std::shared_ptr<const Module> m_module;
    StaticTexts m_texts;
    QList<Configuration> m_found;
    EnvironmentScript m_script;
};

} // namespace

EnvironmentScript EnvironmentScript::read(const QString &folder, const EnvironmentVariables &variables)
{
    const QString path = folder + u"/env.py"_s;
    if (!QFileInfo::exists(path))
        return {};
    const Result<QByteArray> bytes = readFile(path);
    if (bytes)
        return parse(*bytes, path, variables);
    EnvironmentScript unread;
    unread.problems << bytes.error();
    return unread;
}

EnvironmentScript EnvironmentScript::parse(
    const QByteArray &bytes, const QString &file, const EnvironmentVariables &variables)
{
    const Result<std::shared_ptr<const Module>> module = Python::parse(bytes, file);
    if (module)
        return EnvironmentReader(*module, variables).read();
    EnvironmentScript unread;
    unread.file = file;
    unread.problems << module.error();
    return unread;
}

} // namespace Migrations
