// op.batch_alter_table() and the directives of its batch.
#include "migrations/alembic/batchalteration.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/relationobjects.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

/// A directive of a batch: the same as of alembic.op, without the table and its schema.
struct BatchRow {
    QStringView name;
    int tablePlace; ///< among the positional arguments of alembic.op's
    QStringView table = u"table_name";
    QStringView schema = u"schema";
};

constexpr BatchRow batchRows[] = {
    {u"add_column", 0},
    {u"alter_column", 0},
    {u"create_check_constraint", 1},
    {u"create_exclude_constraint", 1},
    {u"create_foreign_key", 1, u"source_table", u"source_schema"},
    {u"create_index", 1},
    {u"create_primary_key", 1},
    {u"create_table_comment", 0},
    {u"create_unique_constraint", 1},
    {u"drop_column", 0},
    {u"drop_constraint", 1},
    {u"drop_index", 1},
    {u"drop_table_comment", 0},
};

// of alembic.op, and the same in a batch
constexpr QStringView sharedNames[] = {u"execute", u"f", u"get_bind", u"get_context", u"inline_literal"};

const Directive *findDirective(QStringView name)
{
    for (const auto &directives :
        {tableDirectives(), columnDirectives(), indexDirectives(), constraintDirectives()}) {
        const auto found = std::ranges::find(directives, name, &Directive::name);
        if (found != directives.end())
            return &*found;
    }
    return nullptr;
}

std::optional<Value> takeKeyword(Arguments &arguments, QStringView name)
{
    const auto found = std::ranges::find(arguments.keywords, name, [](const auto &each) { return QStringView(each.first); });
    if (found == arguments.keywords.end())
        return std::nullopt;
    const Value value = found->second;
    arguments.keywords.erase(found);
    return value.isNone() ? std::nullopt : std::optional(value);
}

bool hasKeyword(const Arguments &arguments, QStringView name)
{
    return std::ranges::any_of(
        arguments.keywords, [&](const auto &each) { return each.first == name && !each.second.isNone(); });
}

void addTable(Interpreter &interpreter, Arguments &arguments, const BatchRow &row, const BatchRequest &request)
{
    for (const QStringView own : {row.table, row.schema}) {
        const auto given
            = std::ranges::find(arguments.keywords, own, [](const auto &each) { return QStringView(each.first); });
        if (given != arguments.keywords.end())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("BatchOperations.%1() got an unexpected keyword argument '%2'").arg(row.name, own));
    }
    if (arguments.positional.size() >= row.tablePlace)
        arguments.positional.insert(row.tablePlace, Value(request.table));
    else
        arguments.keywords.append({row.table.toString(), Value(request.table)});
    if (!request.schema.isEmpty())
        arguments.keywords.append({row.schema.toString(), Value(request.schema)});
}

/// what `as batch_op` names
class BatchOperations final : public Object
{
public:
    BatchOperations(Session &session, BatchAlteration &batch) : m_session(session), m_batch(batch) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("BatchOperations"); }

    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        if (std::ranges::find(sharedNames, QStringView(name)) != std::end(sharedNames)) {
            const auto shared
                = std::ranges::find(executeDirectives(), QStringView(name), &ModuleFunction::name);
            return Value(interpreter.make<Builtin>(name,
                [session = &m_session, code = shared->code](Interpreter &inner, const Arguments &arguments) {
                    return code(*session, inner, arguments);
                }));
        }
        const auto row = std::ranges::find(batchRows, QStringView(name), &BatchRow::name);
        if (row == std::end(batchRows))
            return std::nullopt;
        return Value(interpreter.make<Builtin>(
            name, [this, row](Interpreter &inner, const Arguments &arguments) { return collect(inner, *row, arguments); }));
    }

private:
    Value collect(Interpreter &interpreter, const BatchRow &row, Arguments arguments)
    {
        BatchAlteration::Directive directive {.operation = {}, .at = interpreter.position()};
        const auto text = [&](QStringView keyword) {
            const std::optional<Value> value = takeKeyword(arguments, keyword);
            return value ? toText(interpreter, keyword.toString(), *value) : QString();
        };
        if (row.name == u"add_column") {
            directive.before = text(u"insert_before");
            directive.after = text(u"insert_after");
        }
        for (const QStringView condition : {u"if_exists", u"if_not_exists"}) {
            if (row.name.endsWith(u"_index") && hasKeyword(arguments, condition))
                directive.condition = condition.toString();
        }
        addTable(interpreter, arguments, row, m_batch.request());
        directive.operation = findDirective(row.name)->read(m_session, interpreter, arguments);
        m_batch.add(interpreter, directive);
        return {};
    }

    Session &m_session;
    BatchAlteration &m_batch;
};

/// with op.batch_alter_table(…)
class BatchBlock final : public Object
{
public:
    BatchBlock(Session &session, BatchRequest request) : m_session(session), m_batch(session, std::move(request)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("_GeneratorContextManager"); }
    [[nodiscard]] bool isContextManager() const override { return true; }

    [[nodiscard]] Value enter(Interpreter &interpreter) override
    {
        return Value(interpreter.make<BatchOperations>(m_session, m_batch));
    }

    void exit(Interpreter &interpreter, bool failed) override
    {
        if (!failed)
            m_batch.flush(interpreter);
    }

private:
    Session &m_session;
    BatchAlteration m_batch;
};

BatchRequest::Recreate takeRecreate(Interpreter &interpreter, ArgumentReader &reader)
{
    static const QHash<QString, BatchRequest::Recreate> words {
        {QStringLiteral("auto"), BatchRequest::Recreate::Auto},
        {QStringLiteral("always"), BatchRequest::Recreate::Always},
        {QStringLiteral("never"), BatchRequest::Recreate::Never},
    };
    const Value given = reader.optional(QStringLiteral("recreate"), Value(QStringLiteral("auto")));
    const auto word = words.constFind(given.isString() ? given.toString() : QString());
    if (word == words.cend())
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("recreate may be one of 'auto', 'always', or 'never'."));
    return *word;
}

// columns, constraints and indexes, in whatever order
Schema::Table takeItems(Interpreter &interpreter, const Value &given)
{
    Schema::Table items;
    for (const Value &item : given.isNone() ? QList<Value>() : interpreter.toList(given))
        addTableItem(interpreter, items, item);
    return items;
}

void takeTableKeywords(Session &session, Interpreter &interpreter, const Value &given, BatchRequest &request)
{
    const auto *dict = given.as<Dict>();
    if (!dict)
        return;
    Arguments keywords;
    for (qsizetype i = 0; i < dict->keys().size(); ++i)
        keywords.keywords.append({interpreter.str(dict->keys()[i]), dict->values()[i]});
    ArgumentReader reader(interpreter, QStringLiteral("Table"), keywords);
    request.extras.comment = optionalText(interpreter, reader, QStringLiteral("comment"));
    if (const std::optional<Value> prefixes = reader.keyword(QStringLiteral("prefixes")))
        request.extras.prefixes = toTexts(interpreter, QStringLiteral("prefixes"), *prefixes);
    static_cast<void>(reader.keyword(QStringLiteral("info")));
    request.extras.options = takeDialectOptions(session, interpreter, reader, Construct::Table);
}

std::optional<Dialects::NamingConvention> toConvention(Interpreter &interpreter, const Value &given)
{
    const auto *dict = given.as<Dict>();
    if (!dict || dict->keys().isEmpty())
        return std::nullopt;
    Dialects::NamingConvention convention;
    for (qsizetype i = 0; i < dict->keys().size(); ++i) {
        if (!dict->values()[i].isString())
            interpreter.unsupported(QStringLiteral("a naming convention that is not text"));
        convention.insert(interpreter.str(dict->keys()[i]), dict->values()[i].toString());
    }
    return convention;
}

Value batchAlterTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("batch_alter_table"), arguments);
    const auto optional = [&](const QString &name) { return reader.optional(name, Value()); };
    BatchRequest request;
    request.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    request.schema = toText(interpreter, QStringLiteral("schema"), optional(QStringLiteral("schema")));
    request.recreate = takeRecreate(interpreter, reader);
    if (const Value groups = optional(QStringLiteral("partial_reordering")); !groups.isNone()) {
        for (const Value &group : interpreter.toList(groups))
            request.extras.ordering << toTexts(interpreter, QStringLiteral("partial_reordering"), group);
    }
    const Value copyFrom = optional(QStringLiteral("copy_from"));
    if (const auto *table = copyFrom.as<TableObject>())
        request.copyFrom = table->definition(interpreter);
    else if (!copyFrom.isNone())
        interpreter.unsupported(QStringLiteral("copy_from=%1").arg(Interpreter::typeName(copyFrom)));
    const Value given = optional(QStringLiteral("table_args"));
    const bool isOneItem = given.as<ConstraintObject>() || given.as<IndexObject>();
    if (isOneItem)
        request.argumentsClass = Interpreter::typeName(given);
    const Schema::Table added = isOneItem ? Schema::Table() : takeItems(interpreter, given);
    if (!added.columns.isEmpty())
        interpreter.unsupported(QStringLiteral("a Column in table_args"));
    request.extras.constraints = added.constraints;
    request.extras.indexes = added.indexes;
    takeTableKeywords(session, interpreter, optional(QStringLiteral("table_kwargs")), request);
    request.overrides = takeItems(interpreter, optional(QStringLiteral("reflect_args")));
    if (const Value options = optional(QStringLiteral("reflect_kwargs"));
        !options.isNone() && interpreter.isTrue(options))
        interpreter.unsupported(QStringLiteral("batch_alter_table(reflect_kwargs=…)"));
    request.convention = toConvention(interpreter, optional(QStringLiteral("naming_convention")));
    reader.finish();
    return Value(interpreter.make<BatchBlock>(session, std::move(request)));
}

const ModuleFunction functions[] = {
    {u"batch_alter_table", batchAlterTable},
};

// what makes operations of a script's own
template<const char16_t *Name>
Value refuse(Session &, Interpreter &interpreter, const Arguments &)
{
    interpreter.unsupported(QStringLiteral("op.%1()").arg(QStringView(Name)));
}

constexpr char16_t implementationFor[] = u"implementation_for";
constexpr char16_t invoke[] = u"invoke";
constexpr char16_t registerOperation[] = u"register_operation";
constexpr char16_t runAsync[] = u"run_async";

const ModuleFunction refused[] = {
    {u"implementation_for", refuse<implementationFor>},
    {u"invoke", refuse<invoke>},
    {u"register_operation", refuse<registerOperation>},
    {u"run_async", refuse<runAsync>},
};

} // namespace

std::span<const ModuleFunction> batchFunctions()
{
    return functions;
}

std::span<const ModuleFunction> refusedFunctions()
{
    return refused;
}

} // namespace Migrations::Alembic
