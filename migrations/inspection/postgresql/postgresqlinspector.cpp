#include "migrations/inspection/postgresql/postgresqlinspector.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/postgresql/cataloguequeries.h"
#include "migrations/inspection/record.h"

#include <QJsonObject>

namespace Migrations::Inspection {

using namespace Qt::StringLiterals;
using Schema::Expression;

namespace {

// bits of pg_index.indoption
constexpr int descending = 1;
constexpr int nullsFirst = 2;

Schema::Name finalName(const QString &text)
{
    return {.text = text, .isFinal = true};
}

Schema::Deferrability deferrability(const Record &record)
{
    if (!record.flag(u"deferrable"_s))
        return {};
    return {.deferrable = true, .initially = record.flag(u"deferred"_s) ? u"DEFERRED"_s : QString()};
}

/// pg_constraint.confdeltype and confupdtype; NO ACTION is what nobody has to write
QString action(const QString &letter, const QStringList &columns = {})
{
    static const QMap<QString, QString> actions {
        {u"r"_s, u"RESTRICT"_s}, {u"c"_s, u"CASCADE"_s}, {u"n"_s, u"SET NULL"_s}, {u"d"_s, u"SET DEFAULT"_s}};
    const QString text = actions.value(letter);
    return columns.isEmpty() ? text : text + u" ("_s + columns.join(u", "_s) + u')';
}

Schema::DialectOptions keyOptions(const Record &record)
{
    Schema::DialectOptions options;
    if (const QStringList included = record.list(u"included"_s); !included.isEmpty())
        options.insert(u"postgresql_include"_s, Expression::list(included));
    if (record.text(u"nulls_not_distinct"_s) == "true"_L1)
        options.insert(u"postgresql_nulls_not_distinct"_s, Expression::boolean(true));
    return options;
}

Schema::DialectOptions validityOptions(const Record &record)
{
    Schema::DialectOptions options;
    if (!record.flag(u"validated"_s))
        options.insert(u"postgresql_not_valid"_s, Expression::boolean(true));
    return options;
}

Expression partExpression(const QJsonObject &part)
{
    const QJsonValue column = part.value("column"_L1);
    return column.isString() ? Expression::column(column.toString())
                             : Expression::sql(part.value("expression"_L1).toString());
}

Schema::Constraint primaryKey(const Record &record)
{
    return Schema::PrimaryKey {.name = finalName(record.text(u"name"_s)),
        .columns = record.list(u"columns"_s),
        .deferrability = deferrability(record),
        .options = keyOptions(record)};
}

Schema::Constraint unique(const Record &record)
{
    return Schema::UniqueConstraint {.name = finalName(record.text(u"name"_s)),
        .columns = record.list(u"columns"_s),
        .deferrability = deferrability(record),
        .options = keyOptions(record)};
}

Schema::Constraint foreignKey(const Record &record)
{
    static const QMap<QString, QString> matches {{u"f"_s, u"FULL"_s}, {u"p"_s, u"PARTIAL"_s}};
    return Schema::ForeignKey {.name = finalName(record.text(u"name"_s)),
        .columns = record.list(u"columns"_s),
        .referredTable = record.text(u"referred_table"_s),
        .referredSchema = record.text(u"referred_schema"_s),
        .referredColumns = record.list(u"referred_columns"_s),
        .onDelete = action(record.text(u"on_delete"_s), record.list(u"set_columns"_s)),
        .onUpdate = action(record.text(u"on_update"_s)),
        .match = matches.value(record.text(u"match"_s)),
        .deferrability = deferrability(record),
        .options = validityOptions(record)};
}

Schema::Constraint check(const Record &record)
{
    Schema::DialectOptions options = validityOptions(record);
    if (record.flag(u"no_inherit"_s))
        options.insert(u"postgresql_no_inherit"_s, Expression::boolean(true));
    return Schema::CheckConstraint {.name = finalName(record.text(u"name"_s)),
        .condition = Expression::sql(record.text(u"condition"_s)),
        .options = options};
}

Schema::Constraint exclusion(const Record &record)
{
    Schema::ExcludeConstraint constraint {.name = finalName(record.text(u"name"_s)),
        .method = record.text(u"method"_s),
        .deferrability = deferrability(record)};
    for (const QJsonValue &value : record.array(u"elements"_s)) {
        const QJsonObject part = value.toObject();
        constraint.elements << Schema::ExcludeElement {.expression = partExpression(part),
            .comparison = part.value("operator"_L1).toString(),
            .operatorClass = part.value("class"_L1).toString()};
    }
    if (const QString predicate = record.text(u"predicate"_s); !predicate.isEmpty())
        constraint.where = Expression::sql(predicate);
    return constraint;
}

QString order(int option)
{
    switch (option & (descending | nullsFirst)) {
    case descending:
        return u"DESC NULLS LAST"_s;
    case nullsFirst:
        return u"NULLS FIRST"_s;
    case descending | nullsFirst: // where a descending order has its NULLs by itself
        return u"DESC"_s;
    default:
        return {};
    }
}

/// ["fillfactor=70"] as a dictionary
Expression parameters(const QStringList &settings)
{
    Expression dictionary {.kind = Expression::Kind::Dict};
    for (const QString &setting : settings) {
        const QString value = setting.section(u'=', 1);
        bool isNumber = false;
        (void)value.toDouble(&isNumber);
        dictionary.arguments << Expression::string(setting.section(u'=', 0, 0))
                             << (isNumber ? Expression::number(value) : Expression::string(value));
    }
    return dictionary;
}

Schema::DialectOptions indexOptions(const Record &record)
{
    Schema::DialectOptions options = keyOptions(record);
    if (const QString method = record.text(u"method"_s); method != "btree"_L1)
        options.insert(u"postgresql_using"_s, Expression::string(method));
    if (const QString predicate = record.text(u"predicate"_s); !predicate.isEmpty())
        options.insert(u"postgresql_where"_s, Expression::sql(predicate));
    if (const QStringList settings = record.list(u"parameters"_s); !settings.isEmpty())
        options.insert(u"postgresql_with"_s, parameters(settings));
    if (const QString tablespace = record.text(u"tablespace"_s); !tablespace.isEmpty())
        options.insert(u"postgresql_tablespace"_s, Expression::string(tablespace));
    return options;
}

} // namespace

Result<Schema::Database> PostgresqlInspector::read()
{
    const std::pair<QString, void (PostgresqlInspector::*)(const Record &)> steps[] {
        {CatalogueQueries::tables(), &PostgresqlInspector::takeTable},
        {CatalogueQueries::columns(), &PostgresqlInspector::takeColumn},
        {CatalogueQueries::constraints(), &PostgresqlInspector::takeConstraint},
        {CatalogueQueries::indexes(), &PostgresqlInspector::takeIndex},
    };
    for (const auto &[query, take] : steps) {
        const auto member = take;
        if (const Result<void> done = each(query, [&](const Record &record) { (this->*member)(record); }); !done)
            return failure(done.error());
    }
    const Result<void> done = each(CatalogueQueries::enums(), [this](const Record &record) {
        m_database.enums << Schema::EnumType {.name = record.text(u"name"_s), .labels = record.list(u"labels"_s)};
    });
    if (!done)
        return failure(done.error());
    markPrimaryKeys();
    return std::move(m_database);
}

Result<void> PostgresqlInspector::each(const QString &query, const std::function<void(const Record &)> &take)
{
    const Result<Database::Rows> rows = m_connection.execute(query);
    if (!rows)
        return failure(rows.error());
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        take(Record(*rows, row));
    return {};
}

void PostgresqlInspector::takeTable(const Record &record)
{
    Schema::Table table {.name = record.text(u"name"_s), .comment = record.text(u"comment"_s)};
    if (record.text(u"persistence"_s) == "u"_L1)
        table.prefixes << u"UNLOGGED"_s;
    if (const QStringList parents = record.list(u"parents"_s); !parents.isEmpty())
        table.options.insert(u"postgresql_inherits"_s, Expression::list(parents));
    const std::pair<QString, QString> texts[] {{u"partition_key"_s, u"postgresql_partition_by"_s},
        {u"method"_s, u"postgresql_using"_s}, {u"tablespace"_s, u"postgresql_tablespace"_s}};
    for (const auto &[column, option] : texts) {
        if (const QString text = record.text(column); !text.isEmpty())
            table.options.insert(option, Expression::string(text));
    }
    m_database.tables << table;
}

void PostgresqlInspector::takeColumn(const Record &record)
{
    Schema::Column column {.name = record.text(u"name"_s),
        .type = Schema::Type::verbatim(record.text(u"type"_s)),
        .nullable = record.flag(u"nullable"_s),
        .comment = record.text(u"comment"_s)};
    column.type.collation = record.text(u"collation"_s);
    const QString generated = record.text(u"generated"_s);
    const QString expression = record.text(u"expression"_s);
    if (!generated.isEmpty())
        column.computed = {.expression = Expression::sql(expression), .persisted = generated == "s"_L1};
    else if (!expression.isEmpty())
        column.serverDefault = Expression::sql(expression);
    if (const QString identity = record.text(u"identity"_s); !identity.isEmpty()) {
        column.identity = Schema::Identity {.always = identity == "a"_L1};
        for (const QString &option :
            {u"start"_s, u"increment"_s, u"minvalue"_s, u"maxvalue"_s, u"cache"_s, u"cycle"_s}) {
            if (const QVariant value = record.value(option); !value.isNull())
                column.identity->options.insert(option, value.toString());
        }
    }
    if (Schema::Table *table = m_database.table(record.text(u"table"_s)))
        table->columns << column;
}

void PostgresqlInspector::takeConstraint(const Record &record)
{
    static const QMap<QString, Schema::Constraint (*)(const Record &)> kinds {
        {u"p"_s, primaryKey}, {u"u"_s, unique}, {u"f"_s, foreignKey}, {u"c"_s, check}, {u"x"_s, exclusion}};
    const auto make = kinds.constFind(record.text(u"kind"_s));
    Schema::Table *table = m_database.table(record.text(u"table"_s));
    if (table && make != kinds.cend())
        table->constraints << (*make)(record);
}

void PostgresqlInspector::takeIndex(const Record &record)
{
    Schema::Index index {
        .name = finalName(record.text(u"name"_s)), .unique = record.flag(u"unique"_s), .options = indexOptions(record)};
    Expression operatorClasses {.kind = Expression::Kind::Dict};
    for (const QJsonValue &value : record.array(u"parts"_s)) {
        const QJsonObject part = value.toObject();
        Schema::IndexPart entry {.expression = partExpression(part)};
        if (record.flag(u"ordered"_s))
            entry.order = order(part.value("option"_L1).toInt());
        if (const QString operatorClass = part.value("class"_L1).toString(); !operatorClass.isEmpty()) {
            entry.key = entry.expression.text;
            operatorClasses.arguments << Expression::string(entry.key) << Expression::string(operatorClass);
        }
        index.parts << entry;
    }
    if (!operatorClasses.arguments.isEmpty())
        index.options.insert(u"postgresql_ops"_s, operatorClasses);
    if (Schema::Table *table = m_database.table(record.text(u"table"_s)))
        table->indexes << index;
}

void PostgresqlInspector::markPrimaryKeys()
{
    for (Schema::Table &table : m_database.tables) {
        for (const Schema::Constraint &constraint : std::as_const(table.constraints)) {
            const auto *key = std::get_if<Schema::PrimaryKey>(&constraint);
            for (Schema::Column &column : table.columns)
                column.primaryKey = column.primaryKey || (key && key->columns.contains(column.name));
        }
    }
}

} // namespace Migrations::Inspection
