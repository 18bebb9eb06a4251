#include "migrations/dialects/sqlite/reflection.h"

#include "migrations/schema/constraints.h"
#include "migrations/sqltext/textparameters.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

namespace {

using Schema::Expression;

enum class Takes { Nothing, Length, Precision, PrecisionAndScale };

struct KnownType {
    QStringView text;
    QStringView name;
    Takes takes;
};

// SQLiteDialect.ischema_names
constexpr KnownType knownTypes[] = {
    {u"BIGINT", u"BIGINT", Takes::Nothing},
    {u"BLOB", u"BLOB", Takes::Length},
    {u"BOOL", u"BOOLEAN", Takes::Nothing},
    {u"BOOLEAN", u"BOOLEAN", Takes::Nothing},
    {u"CHAR", u"CHAR", Takes::Length},
    {u"DATE", u"DATE", Takes::Nothing},
    {u"DATE_CHAR", u"DATE", Takes::Nothing},
    {u"DATETIME", u"DATETIME", Takes::Nothing},
    {u"DATETIME_CHAR", u"DATETIME", Takes::Nothing},
    {u"DECIMAL", u"DECIMAL", Takes::PrecisionAndScale},
    {u"DOUBLE", u"DOUBLE", Takes::Precision},
    {u"FLOAT", u"FLOAT", Takes::Precision},
    {u"INT", u"INTEGER", Takes::Nothing},
    {u"INTEGER", u"INTEGER", Takes::Nothing},
    {u"JSON", u"JSON", Takes::Nothing},
    {u"NCHAR", u"NCHAR", Takes::Length},
    {u"NUMERIC", u"NUMERIC", Takes::PrecisionAndScale},
    {u"NVARCHAR", u"NVARCHAR", Takes::Length},
    {u"REAL", u"REAL", Takes::Precision},
    {u"SMALLINT", u"SMALLINT", Takes::Nothing},
    {u"TEXT", u"TEXT", Takes::Length},
    {u"TIME", u"TIME", Takes::Nothing},
    {u"TIME_CHAR", u"TIME", Takes::Nothing},
    {u"TIMESTAMP", u"TIMESTAMP", Takes::Nothing},
    {u"VARCHAR", u"VARCHAR", Takes::Length},
};

KnownType byAffinity(const QString &text)
{
    const auto has = [&](QStringView word) { return text.contains(word); };
    if (has(u"INT"))
        return {{}, u"INTEGER", Takes::Nothing};
    if (has(u"CHAR") || has(u"CLOB") || has(u"TEXT"))
        return {{}, u"TEXT", Takes::Length};
    if (has(u"BLOB") || text.isEmpty())
        return {{}, u"NullType", Takes::Nothing};
    if (has(u"REAL") || has(u"FLOA") || has(u"DOUB"))
        return {{}, u"REAL", Takes::Precision};
    return {{}, u"NUMERIC", Takes::PrecisionAndScale};
}

void setArguments(Schema::Type &type, Takes takes, const QList<int> &numbers)
{
    if (numbers.isEmpty())
        return;
    if (takes == Takes::Length)
        type.length = numbers.constFirst();
    else if (takes != Takes::Nothing)
        type.precision = numbers.constFirst();
    if (takes == Takes::PrecisionAndScale && numbers.size() > 1)
        type.scale = numbers.at(1);
}

// text between the parentheses that DEFAULT (…) needs is what SQLite keeps
QString kept(const QString &written)
{
    if (!written.startsWith(u'(') || !written.endsWith(u')'))
        return written;
    int depth = 0;
    for (qsizetype i = 0; i < written.size(); ++i) {
        depth += written.at(i) == u'(' ? 1 : written.at(i) == u')' ? -1 : 0;
        if (depth == 0 && i + 1 < written.size())
            return written;
    }
    return written.sliced(1, written.size() - 2).trimmed();
}

// what a script writes as DEFAULT, SQLite keeps without parentheses and Alembic puts into them again
Expression reflectedDefault(const QString &text)
{
    static const QRegularExpression plain(u"^(?:[0-9.]|'.+'|\\(.+\\))\\n?$"_s);
    const bool isPlain = text.isEmpty() || plain.match(text).hasMatch();
    return Expression::sql(SqlText::TextParameters::unbound(isPlain ? text : u'(' + text + u')'));
}

Result<Schema::Column> reflectedColumn(const Schema::Column &column, const Dialects::Dialect &dialect)
{
    if (column.type.createConstraint && dialect.typeCheck(column)) {
        return failure(ErrorCode::Unsupported,
            u"a table made anew whose column %1 has a type with create_constraint=True"_s.arg(column.name));
    }
    const Result<QString> type =
        column.type.name.isEmpty() ? Result<QString>(column.type.text) : dialect.typeText(column.type);
    if (!type)
        return failure(type.error());
    Schema::Column result {.name = column.name, .type = reflectedType(*type)};
    result.nullable = column.nullable.value_or(!column.primaryKey && !column.identity);
    result.primaryKey = column.primaryKey;
    result.computed = column.computed;
    if (column.serverDefault) {
        const Result<QString> text = dialect.expression(*column.serverDefault);
        if (!text)
            return failure(text.error());
        const bool isInspected = column.type.name.isEmpty();
        result.serverDefault = reflectedDefault(isInspected ? *text : kept(*text));
    }
    return result;
}

template<class Constraint>
void take(const Schema::Table &table, QList<Schema::Constraint> &constraints)
{
    for (const Schema::Constraint &constraint : table.constraints) {
        const auto *found = std::get_if<Constraint>(&constraint);
        if (!found)
            continue;
        Constraint plain = *found;
        plain.name.isFinal = false;
        plain.options.clear();
        constraints << plain;
    }
}

Result<void> takeChecks(
    const Schema::Table &table, const Dialects::Dialect &dialect, QList<Schema::Constraint> &constraints)
{
    QList<Schema::CheckConstraint> checks;
    for (const Schema::Constraint &constraint : table.constraints) {
        const auto *check = std::get_if<Schema::CheckConstraint>(&constraint);
        if (!check || check->name.isNone())
            continue;
        const Result<QString> text = dialect.expression(check->condition);
        if (!text)
            return failure(text.error());
        checks << Schema::CheckConstraint {.name = {.text = check->name.text},
            .condition = Expression::sql(SqlText::TextParameters::unbound(*text))};
    }
    std::ranges::sort(checks, {}, [](const Schema::CheckConstraint &check) { return check.name.text; });
    for (const Schema::CheckConstraint &check : std::as_const(checks))
        constraints << check;
    return {};
}

Result<QList<Schema::Index>> reflectedIndexes(const Schema::Table &table, const Dialects::Dialect &dialect)
{
    QList<Schema::Index> indexes;
    for (const Schema::Index &index : table.indexes) {
        const bool isPlain = std::ranges::all_of(index.parts,
            [](const Schema::IndexPart &part) { return part.expression.kind == Expression::Kind::Column; });
        if (!isPlain)
            continue;
        Schema::Index plain {.name = {.text = index.name.text}, .unique = index.unique};
        for (const Schema::IndexPart &part : index.parts)
            plain.parts << Schema::IndexPart {.expression = Expression::column(part.expression.text)};
        if (const auto where = index.options.constFind(u"sqlite_where"_s); where != index.options.cend()) {
            const Result<QString> text = where->kind == Expression::Kind::String ? Result<QString>(where->text)
                                                                                 : dialect.expression(*where);
            if (!text)
                return failure(text.error());
            plain.options.insert(
                u"sqlite_where"_s, Expression::sql(SqlText::TextParameters::unbound(*text)));
        }
        indexes << plain;
    }
    std::ranges::sort(indexes, {}, [](const Schema::Index &index) { return index.name.text; });
    return indexes;
}

} // namespace

Schema::Type reflectedType(const QString &declared)
{
    static const QRegularExpression shape(
        u"^([\\w ]+)(\\(.*?\\))?"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression number(u"\\d+"_s);
    const QRegularExpressionMatch match = shape.match(declared.toUpper());
    const QString text = match.captured(1);
    const auto known = std::ranges::find(knownTypes, QStringView(text), &KnownType::text);
    const KnownType row = known == std::end(knownTypes) ? byAffinity(text) : *known;
    Schema::Type type = Schema::Type::named(row.name.toString());
    QList<int> numbers;
    for (const QRegularExpressionMatch &each : number.globalMatch(match.captured(2)))
        numbers << each.captured().toInt();
    setArguments(type, row.takes, numbers);
    return type;
}

Result<Schema::Table> reflectedTable(const Schema::Table &table, const Dialects::Dialect &dialect)
{
    Schema::Table result {.name = table.name, .schema = table.schema};
    for (const Schema::Column &column : table.columns) {
        const Result<Schema::Column> reflected = reflectedColumn(column, dialect);
        if (!reflected)
            return failure(reflected.error());
        result.columns << *reflected;
    }
    take<Schema::PrimaryKey>(table, result.constraints);
    take<Schema::ForeignKey>(table, result.constraints);
    take<Schema::UniqueConstraint>(table, result.constraints);
    if (const Result<void> checks = takeChecks(table, dialect, result.constraints); !checks)
        return failure(checks.error());
    const Result<QList<Schema::Index>> indexes = reflectedIndexes(table, dialect);
    if (!indexes)
        return failure(indexes.error());
    result.indexes = *indexes;
    return result;
}

} // namespace Migrations::Dialects::Sqlite
