#include "migrations/dialects/types.h"

#include "migrations/dialects/refusal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString inParentheses(const std::optional<int> &number)
{
    return number ? u"(%1)"_s.arg(*number) : QString();
}

QString numericArguments(const Schema::Type &type)
{
    if (type.precision && type.scale)
        return u"(%1, %2)"_s.arg(*type.precision).arg(*type.scale);
    return inParentheses(type.precision);
}

QString bitArguments(const Schema::Type &type)
{
    if (type.options.value(u"varying"_s) == u"true")
        return u" VARYING"_s + inParentheses(type.length);
    return inParentheses(type.length.value_or(1));
}

QString className(const Schema::Type &type)
{
    return type.name.sliced(type.name.lastIndexOf(u'.') + 1);
}

} // namespace

bool Types::isEnum(const Schema::Type &type)
{
    const QString name = className(type);
    return name == u"Enum" || name == u"ENUM";
}

Schema::Type Types::effective(const Schema::Type &type) const
{
    const std::shared_ptr<const Schema::Type> variant = type.variants.value(m_dialect);
    return variant ? *variant : type;
}

TypeFamily Types::family(const Schema::Type &type)
{
    const TypeRow *row = findTypeRow(type.name);
    return row ? row->family : TypeFamily::Other;
}

QString Types::affinity(const Schema::Type &type)
{
    static const QHash<TypeFamily, QString> names {{TypeFamily::String, u"String"_s},
        {TypeFamily::Integer, u"Integer"_s}, {TypeFamily::SmallInteger, u"Integer"_s},
        {TypeFamily::BigInteger, u"Integer"_s}, {TypeFamily::Numeric, u"Numeric"_s},
        {TypeFamily::Boolean, u"Boolean"_s}, {TypeFamily::Date, u"Date"_s}, {TypeFamily::Time, u"Time"_s},
        {TypeFamily::DateTime, u"DateTime"_s}, {TypeFamily::Interval, u"Interval"_s},
        {TypeFamily::Binary, u"_Binary"_s}, {TypeFamily::Uuid, u"Uuid"_s}, {TypeFamily::Json, u"JSON"_s},
        {TypeFamily::Array, u"ARRAY"_s}, {TypeFamily::Null, u"NullType"_s}};
    // a TypeDecorator counts as its impl
    if (type.name == u"sqlmodel.GUID")
        return u"String"_s;
    return names.value(family(type), className(type));
}

Schema::Type Types::asVarchar(const Schema::Type &enumeration)
{
    qsizetype longest = 0;
    for (const QString &label : enumeration.labels)
        longest = std::max(longest, label.toUcs4().size());
    Schema::Type type = Schema::Type::named(u"VARCHAR"_s);
    type.collation = enumeration.collation;
    type.length = std::max(enumeration.length.value_or(0), static_cast<int>(longest));
    return type;
}

QString Types::namedType(const Schema::Type &type) const
{
    if (type.typeName.isEmpty())
        throw Refusal::compile(u"PostgreSQL %1 type requires a name."_s.arg(className(type)));
    return m_identifiers.qualified(type.typeName, type.typeSchema);
}

QString Types::array(const Schema::Type &type) const
{
    if (!type.item)
        throw Refusal::argument(u"ARRAY requires an item type"_s);
    QString item = text(*type.item);
    const qsizetype collation = item.indexOf(u" COLLATE"_s);
    return item.insert(collation < 0 ? item.size() : collation, u"[]"_s.repeated(std::max(1, type.dimensions)));
}

QString Types::argument(QStringView word, const Schema::Type &type) const
{
    using Writer = QString (*)(const Types &, const Schema::Type &);
    static const QHash<QStringView, Writer> writers {
        {u"length",
            [](const Types &, const Schema::Type &t) {
                return t.length.value_or(0) ? inParentheses(t.length) : QString();
            }},
        {u"collation",
            [](const Types &, const Schema::Type &t) {
                return t.collation.isEmpty() ? QString() : u" COLLATE \"%1\""_s.arg(t.collation);
            }},
        {u"numeric", [](const Types &, const Schema::Type &t) { return numericArguments(t); }},
        {u"bits",
            [](const Types &, const Schema::Type &t) {
                return t.precision.value_or(0) ? inParentheses(t.precision) : QString();
            }},
        {u"precision", [](const Types &, const Schema::Type &t) { return inParentheses(t.precision); }},
        {u" precision",
            [](const Types &, const Schema::Type &t) {
                return t.precision ? u' ' + inParentheses(t.precision) : QString();
            }},
        {u" fields",
            [](const Types &, const Schema::Type &t) {
                const QString fields = t.options.value(u"fields"_s);
                return fields.isEmpty() ? QString() : u' ' + fields;
            }},
        {u"zone",
            [](const Types &, const Schema::Type &t) {
                return t.timezone ? u"WITH TIME ZONE"_s : u"WITHOUT TIME ZONE"_s;
            }},
        {u"bit", [](const Types &, const Schema::Type &t) { return bitArguments(t); }},
        {u"type", [](const Types &self, const Schema::Type &t) { return self.namedType(t); }},
        {u"item", [](const Types &self, const Schema::Type &t) { return self.array(t); }},
    };
    return writers.value(word)(*this, type);
}

QString Types::text(const Schema::Type &declared) const
{
    const Schema::Type type = implementation(effective(declared));
    if (type.name.isEmpty() && !type.text.isEmpty())
        return type.text;
    const TypeRow *row = findTypeRow(type.name);
    if (type.name.isEmpty() || (row && row->family == TypeFamily::Null)) {
        throw Refusal::compile(
            u"Can't generate DDL for NullType(); did you forget to specify a type on this Column?"_s);
    }
    if (!row) {
        throw Refusal::compile(Tr::tr("The type %1 is not known.").arg(type.name),
            Tr::tr("Say in stillroom.toml, under [types], what it is in SQLAlchemy's words."));
    }
    if (pattern(*row).isEmpty())
        throw Refusal::unknownElement(noSuchType(className(type)), Tr::tr("Give the column a type that this database has."));
    return filled(pattern(*row).toString(), type);
}

QString Types::filled(const QString &shape, const Schema::Type &type) const
{
    if (!shape.contains(u'{'))
        return shape;
    QString result;
    qsizetype from = 0;
    for (qsizetype open = shape.indexOf(u'{'); open >= 0; open = shape.indexOf(u'{', from)) {
        const qsizetype close = shape.indexOf(u'}', open);
        const QStringView word = QStringView(shape).sliced(open + 1, close - open - 1);
        result += QStringView(shape).sliced(from, open - from) % argument(word, type);
        from = close + 1;
    }
    return result + QStringView(shape).sliced(from);
}

QString Types::generic(const Schema::Type &type) const
{
    const TypeRow *row = findTypeRow(type.name);
    if (!row || row->sqlite.isEmpty())
        return type.describe();
    return filled(row->sqlite.toString(), isEnum(type) ? asVarchar(type) : type);
}

std::optional<Schema::CheckConstraint> Types::check(const Schema::Column &column) const
{
    const Schema::Type type = effective(column.type);
    if (!type.createConstraint)
        return std::nullopt;
    Schema::Expression allowed {.kind = Schema::Expression::Kind::List};
    if (family(type) == TypeFamily::Boolean && checksBooleans())
        allowed.arguments = {Schema::Expression::number(u"0"_s), Schema::Expression::number(u"1"_s)};
    else if (isEnum(type) && checksEnum(type))
        allowed = Schema::Expression::list(type.labels);
    else
        return std::nullopt;
    return Schema::CheckConstraint {.name = {.text = type.typeName, .isFinal = type.typeNameIsFinal},
        .condition = {.kind = Schema::Expression::Kind::Binary,
            .text = u"IN"_s,
            .arguments = {Schema::Expression::column(column.name), allowed}}};
}

} // namespace Migrations::Dialects
