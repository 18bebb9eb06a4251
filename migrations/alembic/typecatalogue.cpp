#include "migrations/alembic/typecatalogue.h"

#include "migrations/alembic/membertables.h"
#include "migrations/alembic/metadataobject.h"
#include "migrations/alembic/typedecorator.h"
#include "migrations/standardlibrary/enumclasses.h"

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;

namespace {

using Setter = void (*)(Session &, Interpreter &, Schema::Type &, const Value &);

template<auto Member>
void setNumber(Session &, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    if (value.isNone())
        return;
    if (!value.isInteger())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("an integer is required, not %1").arg(Interpreter::typeName(value)));
    type.*Member = int(value.toInteger());
}

template<auto Member>
void setText(Session &, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    type.*Member = toText(interpreter, QStringLiteral("name"), value);
}

template<auto Member>
void setTruth(Session &, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    type.*Member = interpreter.isTrue(value);
}

void setName(Session &, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    const Schema::Name name = toName(interpreter, value);
    type.typeName = name.text;
    type.typeNameIsFinal = name.isFinal;
}

void setItem(Session &session, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    type.item = std::make_shared<const Schema::Type>(toType(session, interpreter, value));
}

void setDimensions(Session &, Interpreter &, Schema::Type &type, const Value &value)
{
    type.dimensions = value.isInteger() ? int(value.toInteger()) : 0;
}

void setMetadata(Session &, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    const auto *metadata = value.as<MetadataObject>();
    if (metadata && !metadata->schema.isEmpty())
        interpreter.unsupported(QStringLiteral("Enum(metadata=MetaData(schema=…))"));
    if (!value.isNone())
        type.createType = false;
}

// quote=True of a name that is quoted anyway, quote=False of one that never is
void setQuote(Session &session, Interpreter &interpreter, Schema::Type &type, const Value &value)
{
    refuseQuote(session, interpreter, QStringLiteral("Enum"), QStringLiteral("quote"), value, type.typeName);
}

void ignore(Session &, Interpreter &, Schema::Type &, const Value &) { }

// every parameter that means something, and those that mean nothing to DDL
const QHash<QString, Setter> &setters()
{
    static const QHash<QString, Setter> table {
        {QStringLiteral("length"), setNumber<&Schema::Type::length>},
        {QStringLiteral("precision"), setNumber<&Schema::Type::precision>},
        {QStringLiteral("second_precision"), setNumber<&Schema::Type::precision>},
        {QStringLiteral("dim"), setNumber<&Schema::Type::length>},
        {QStringLiteral("scale"), setNumber<&Schema::Type::scale>},
        {QStringLiteral("collation"), setText<&Schema::Type::collation>},
        {QStringLiteral("timezone"), setTruth<&Schema::Type::timezone>},
        {QStringLiteral("name"), setName},
        {QStringLiteral("schema"), setText<&Schema::Type::typeSchema>},
        {QStringLiteral("native_enum"), setTruth<&Schema::Type::native>},
        {QStringLiteral("native"), setTruth<&Schema::Type::native>},
        {QStringLiteral("create_type"), setTruth<&Schema::Type::createType>},
        {QStringLiteral("create_constraint"), setTruth<&Schema::Type::createConstraint>},
        {QStringLiteral("metadata"), setMetadata},
        {QStringLiteral("item_type"), setItem},
        {QStringLiteral("dimensions"), setDimensions},
        {QStringLiteral("as_uuid"), ignore}, {QStringLiteral("asdecimal"), ignore},
        {QStringLiteral("as_tuple"), ignore}, {QStringLiteral("zero_indexes"), ignore},
        {QStringLiteral("astext_type"), ignore}, {QStringLiteral("none_as_null"), ignore},
        {QStringLiteral("decimal_return_scale"), ignore}, {QStringLiteral("validate_strings"), ignore},
        {QStringLiteral("omit_aliases"), ignore}, {QStringLiteral("protocol"), ignore},
        {QStringLiteral("charset"), ignore}, {QStringLiteral("display_width"), ignore},
        {QStringLiteral("fsp"), ignore}, {QStringLiteral("pickler"), ignore},
        {QStringLiteral("unsigned"), ignore}, {QStringLiteral("zerofill"), ignore},
        {QStringLiteral("comparator"), ignore},
        {QStringLiteral("quote"), setQuote},
        {QStringLiteral("sort_key_function"), ignore}, {QStringLiteral("text_type"), ignore},
    };
    return table;
}

// kept in Schema::Type::options under the same name
const QSet<QString> &optionNames()
{
    static const QSet<QString> names {QStringLiteral("varying"), QStringLiteral("fields"),
        QStringLiteral("native_uuid"), QStringLiteral("inherit_schema"), QStringLiteral("day_precision")};
    return names;
}

void set(Session &session, Interpreter &interpreter, Schema::Type &type, const QString &name, const Value &value)
{
    if (const auto setter = setters().constFind(name); setter != setters().cend())
        return (*setter)(session, interpreter, type, value);
    if (!optionNames().contains(name))
        interpreter.unsupported(QStringLiteral("%1(%2=…)").arg(type.name, name));
    if (!value.isNone())
        type.options.insert(name, value.isBool() ? interpreter.str(value).toLower() : interpreter.str(value));
}

// Enum('a', 'b'), or the class of an enumeration: the names of its members, and its own in small letters
void takeLabels(Interpreter &interpreter, ArgumentReader &reader, Schema::Type &type)
{
    const QList<Value> given = reader.rest();
    const std::optional<Value> chosen = reader.keyword(QStringLiteral("values_callable"));
    const auto *enumeration = given.size() == 1 ? given.front().as<EnumClass>() : nullptr;
    if (!enumeration) {
        for (const Value &label : given)
            type.labels << toText(interpreter, QStringLiteral("label"), label);
        return;
    }
    type.typeName = enumeration->name.toLower();
    if (chosen && !chosen->isNone()) {
        const Value labels = interpreter.callValue(*chosen,
            {.positional = {given.front()}, .keywords = {}, .at = interpreter.position()});
        type.labels = toTexts(interpreter, QStringLiteral("label"), labels);
    } else {
        for (const EnumMember *member : enumeration->members)
            type.labels << member->name;
    }
}

// what Enum() and postgresql.ENUM() do something with
QSet<QString> enumParameters(const QString &prefix)
{
    QSet<QString> names {QStringLiteral("create_constraint"), QStringLiteral("inherit_schema"), QStringLiteral("length"),
        QStringLiteral("metadata"), QStringLiteral("name"), QStringLiteral("native_enum"), QStringLiteral("quote"),
        QStringLiteral("schema"), QStringLiteral("sort_key_function"), QStringLiteral("validate_strings"),
        QStringLiteral("omit_aliases")};
    if (prefix == u"postgresql.")
        names << QStringLiteral("create_type");
    return names;
}

const TypeEntry sqlalchemyTable[] = {
    {u"ARRAY", u"item_type as_tuple dimensions zero_indexes"},
    {u"BIGINT", u""},
    {u"BINARY", u"length", u"_Binary"},
    {u"BLOB", u"length", u"LargeBinary"},
    {u"BOOLEAN", u"create_constraint name", u"Boolean"},
    {u"BigInteger", u""},
    {u"Boolean", u"create_constraint name"},
    {u"CHAR", u"length collation", u"String"},
    {u"CLOB", u"length collation", u"String"},
    {u"DATE", u""},
    {u"DATETIME", u"timezone", u"DateTime"},
    {u"DECIMAL", u"precision scale decimal_return_scale asdecimal", u"Numeric"},
    {u"DOUBLE", u"precision asdecimal decimal_return_scale", u"Float"},
    {u"DOUBLE_PRECISION", u"precision asdecimal decimal_return_scale", u"Float"},
    {u"Date", u""},
    {u"DateTime", u"timezone"},
    {u"Double", u"precision asdecimal decimal_return_scale", u"Float"},
    {u"Enum", u"*labels"},
    {u"FLOAT", u"precision asdecimal decimal_return_scale", u"Float"},
    {u"Float", u"precision asdecimal decimal_return_scale"},
    {u"INT", u""},
    {u"INTEGER", u""},
    {u"Integer", u""},
    {u"Interval", u"native second_precision day_precision"},
    {u"JSON", u"none_as_null"},
    {u"LargeBinary", u"length"},
    {u"NCHAR", u"length collation", u"String"},
    {u"NUMERIC", u"precision scale decimal_return_scale asdecimal", u"Numeric"},
    {u"NVARCHAR", u"length collation", u"String"},
    {u"NullType", u""},
    {u"Numeric", u"precision scale decimal_return_scale asdecimal"},
    {u"PickleType", u"protocol pickler comparator impl"},
    {u"REAL", u"precision asdecimal decimal_return_scale", u"Float"},
    {u"SMALLINT", u""},
    {u"SmallInteger", u""},
    {u"String", u"length collation"},
    {u"TEXT", u"length collation", u"String"},
    {u"TIME", u"timezone", u"Time"},
    {u"TIMESTAMP", u"timezone"},
    {u"Text", u"length collation", u"String"},
    {u"Time", u"timezone"},
    {u"UUID", u"as_uuid"},
    {u"Unicode", u"length collation", u"String"},
    {u"UnicodeText", u"length collation", u"String"},
    {u"Uuid", u"as_uuid native_uuid"},
    {u"VARBINARY", u"length", u"_Binary"},
    {u"VARCHAR", u"length collation", u"String"},
};

const TypeEntry postgresqlTable[] = {
    {u"ARRAY", u"item_type as_tuple dimensions zero_indexes"},
    {u"BIT", u"length varying"},
    {u"BYTEA", u"length", u"LargeBinary"},
    {u"CIDR", u""},
    {u"CITEXT", u"length collation", u"String"},
    {u"DATEMULTIRANGE", u""},
    {u"DATERANGE", u""},
    {u"DOUBLE_PRECISION", u"precision asdecimal decimal_return_scale", u"Float"},
    {u"ENUM", u"*labels"},
    {u"HSTORE", u"text_type"},
    {u"INET", u""},
    {u"INT4MULTIRANGE", u""},
    {u"INT4RANGE", u""},
    {u"INT8MULTIRANGE", u""},
    {u"INT8RANGE", u""},
    {u"INTERVAL", u"precision fields"},
    {u"JSON", u"none_as_null astext_type"},
    {u"JSONB", u"none_as_null astext_type", u"JSON"},
    {u"JSONPATH", u""},
    {u"MACADDR", u""},
    {u"MACADDR8", u""},
    {u"MONEY", u""},
    {u"NUMMULTIRANGE", u""},
    {u"NUMRANGE", u""},
    {u"OID", u""},
    {u"REGCLASS", u""},
    {u"REGCONFIG", u""},
    {u"TIME", u"timezone precision"},
    {u"TIMESTAMP", u"timezone precision"},
    {u"TSMULTIRANGE", u""},
    {u"TSQUERY", u""},
    {u"TSRANGE", u""},
    {u"TSTZMULTIRANGE", u""},
    {u"TSTZRANGE", u""},
    {u"TSVECTOR", u""},
    {u"UUID", u"as_uuid"},
};

const TypeEntry citextTable[] = {
    {u"CIText", u""},
};

// Vector is the older name
const TypeEntry pgvectorTable[] = {
    {u"BIT", u"length"},
    {u"HALFVEC", u"dim"},
    {u"SPARSEVEC", u"dim"},
    {u"VECTOR", u"dim"},
    {u"Vector", u"dim"},
};

// GUID is of older versions
const TypeEntry sqlmodelTable[] = {
    {u"AutoString", u"length collation"},
    {u"GUID", u""},
};

} // namespace

std::span<const TypeEntry> sqlalchemyTypes()
{
    return sqlalchemyTable;
}

std::span<const TypeEntry> postgresqlTypes()
{
    return postgresqlTable;
}

std::span<const TypeEntry> citextTypes()
{
    return citextTable;
}

std::span<const TypeEntry> pgvectorTypes()
{
    return pgvectorTable;
}

std::span<const TypeEntry> sqlmodelTypes()
{
    return sqlmodelTable;
}

QString TypeClass::repr(Interpreter &)
{
    return QStringLiteral("<class '%1'>").arg(m_entry.name);
}

// what Python says of arguments that the class does not have
void TypeClass::checkArguments(Interpreter &interpreter, const QStringList &parameters, const Arguments &arguments) const
{
    const QString initializer
        = (m_entry.initializer.isEmpty() ? m_entry.name : m_entry.initializer) + QStringLiteral(".__init__()");
    if (parameters.isEmpty() && !(arguments.positional.isEmpty() && arguments.keywords.isEmpty()))
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("%1() takes no arguments").arg(m_entry.name));
    for (const auto &[name, value] : arguments.keywords) {
        if (!parameters.contains(name))
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1 got an unexpected keyword argument '%2'").arg(initializer, name));
    }
    if (arguments.positional.size() > parameters.size())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1 takes from 1 to %2 positional arguments but %3 were given")
                .arg(initializer)
                .arg(parameters.size() + 1)
                .arg(arguments.positional.size() + 1));
}

Value TypeClass::call(Interpreter &interpreter, const Arguments &arguments)
{
    Schema::Type type = Schema::Type::named(m_prefix + m_entry.name.toString());
    ArgumentReader reader(interpreter, m_entry.name.toString(), arguments);
    // types of dialects that have more classes than are told apart here
    const bool isOfOther = m_prefix == u"mysql." || m_prefix == u"sqlite.";
    const bool isEnum = m_entry.parameters == u"*labels";
    if (isEnum) {
        takeLabels(interpreter, reader, type);
    } else {
        const QStringList parameters = m_entry.parameters.toString().split(u' ', Qt::SkipEmptyParts);
        if (!isOfOther)
            checkArguments(interpreter, parameters, arguments);
        for (const QString &name : parameters) {
            if (const std::optional<Value> value = reader.optional(name))
                set(m_session, interpreter, type, name, *value);
        }
    }
    QList<std::pair<QString, Value>> keywords = reader.otherKeywords();
    // which asks for the name
    std::ranges::stable_partition(keywords, [](const auto &keyword) { return keyword.first != u"quote"; });
    for (const auto &[name, value] : std::as_const(keywords)) {
        if (!isEnum || enumParameters(m_prefix).contains(name)) // Enum() takes any others as well
            set(m_session, interpreter, type, name, value);
    }
    reader.finish();
    return Value(interpreter.make<TypeObject>(m_session, std::move(type)));
}

// a type of an application may build on it, which no DDL needs
std::optional<Value> TypeClass::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"Comparator" || name == u"comparator_factory")
        return Value(interpreter.make<Opaque>(m_entry.name + u'.' + name, Position()));
    return std::nullopt;
}

Value TypeClass::makeClass(Interpreter &interpreter, const ClassBody &body)
{
    return makeTypeSubclass(m_session, interpreter, this, body);
}

namespace {

class TypeTable final : public MemberTable
{
public:
    TypeTable(Session &session, std::span<const TypeEntry> entries, const QString &prefix)
        : m_session(session), m_entries(entries), m_prefix(prefix) {}

    [[nodiscard]] std::optional<Value> make(Interpreter &interpreter, const QString &name) const override
    {
        const TypeEntry *entry = rowNamed(m_entries, name);
        return entry ? std::optional(Value(interpreter.make<TypeClass>(m_session, *entry, m_prefix))) : std::nullopt;
    }
    [[nodiscard]] QStringList names() const override
    {
        QStringList names;
        for (const TypeEntry &entry : m_entries)
            names << entry.name.toString();
        return names;
    }

private:
    Session &m_session;
    const std::span<const TypeEntry> m_entries;
    const QString m_prefix;
};

} // namespace

void addTypes(Session &session, ModuleObject &module, std::span<const TypeEntry> entries, const QString &prefix)
{
    module.tables.push_back(std::make_unique<TypeTable>(session, entries, prefix));
}

} // namespace Migrations::Alembic
