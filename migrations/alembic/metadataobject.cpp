#include "migrations/alembic/metadataobject.h"

#include "migrations/alembic/modulecatalogue.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

// what SQLAlchemy has where nothing is given
Value defaultConvention(Interpreter &interpreter)
{
    auto *dict = interpreter.make<Dict>();
    dict->set(interpreter, Value(QStringLiteral("ix")), Value(QStringLiteral("ix_%(column_0_label)s")));
    return Value(dict);
}

} // namespace

void MetadataObject::add(const QString &fullName, TableObject *table)
{
    if (!m_tables.contains(fullName))
        m_order << fullName;
    m_tables.insert(fullName, table);
}

std::optional<Value> MetadataObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (const auto own = m_members.constFind(name); own != m_members.cend())
        return *own;
    if (name == u"schema")
        return schema.isEmpty() ? Value() : Value(schema);
    if (name == u"naming_convention")
        return convention.isNone() ? defaultConvention(interpreter) : convention;
    if (name == u"tables") {
        auto *dict = interpreter.make<Dict>();
        for (const QString &each : std::as_const(m_order))
            dict->set(interpreter, Value(each), Value(m_tables.value(each)));
        return Value(dict);
    }
    interpreter.unsupported(QStringLiteral("MetaData.%1").arg(name));
}

bool MetadataObject::setAttribute(Interpreter &interpreter, const QString &name, const Value &value)
{
    if (name == u"schema" || name == u"naming_convention" || name == u"tables")
        interpreter.unsupported(QStringLiteral("MetaData.%1 = …").arg(name));
    m_members.insert(name, value);
    return true;
}

Value makeMetadata(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("MetaData.__init__"), arguments);
    auto *metadata = interpreter.make<MetadataObject>();
    metadata->schema = toText(interpreter, QStringLiteral("schema"), reader.optional(QStringLiteral("schema"), Value()));
    refuseQuote(session, interpreter, QStringLiteral("MetaData"), QStringLiteral("quote_schema"),
        reader.optional(QStringLiteral("quote_schema"), Value()), metadata->schema);
    metadata->convention = reader.optional(QStringLiteral("naming_convention"), Value());
    static_cast<void>(reader.optional(QStringLiteral("info")));
    reader.finish();
    if (const auto *convention = metadata->convention.as<Dict>(); convention && convention->keys().isEmpty())
        metadata->convention = Value();
    return Value(metadata);
}

} // namespace Migrations::Alembic
