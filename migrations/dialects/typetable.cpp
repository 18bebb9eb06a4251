#include "migrations/dialects/typetable.h"

#include <QHash>

namespace Migrations::Dialects {

namespace {

using enum TypeFamily;

// clang-format off
constexpr TypeRow rows[] = {
    // name               family        PostgreSQL                     SQLite
    {u"String",           String,       u"VARCHAR{length}{collation}", u"VARCHAR{length}{collation}"},
    {u"Unicode",          String,       u"VARCHAR{length}{collation}", u"VARCHAR{length}{collation}"},
    {u"VARCHAR",          String,       u"VARCHAR{length}{collation}", u"VARCHAR{length}{collation}"},
    {u"AutoString",       String,       u"VARCHAR{length}{collation}", u"VARCHAR{length}{collation}"},
    {u"Text",             String,       u"TEXT{length}{collation}",    u"TEXT{length}{collation}"},
    {u"UnicodeText",      String,       u"TEXT{length}{collation}",    u"TEXT{length}{collation}"},
    {u"TEXT",             String,       u"TEXT{length}{collation}",    u"TEXT{length}{collation}"},
    {u"CHAR",             String,       u"CHAR{length}{collation}",    u"CHAR{length}{collation}"},
    {u"NCHAR",            String,       u"NCHAR{length}{collation}",   u"NCHAR{length}{collation}"},
    {u"NVARCHAR",         String,       u"NVARCHAR{length}{collation}", u"NVARCHAR{length}{collation}"},
    {u"CLOB",             String,       u"CLOB",                       u"CLOB"},
    {u"Integer",          Integer,      u"INTEGER",                    u"INTEGER"},
    {u"INTEGER",          Integer,      u"INTEGER",                    u"INTEGER"},
    {u"INT",              Integer,      u"INTEGER",                    u"INTEGER"},
    {u"SmallInteger",     SmallInteger, u"SMALLINT",                   u"SMALLINT"},
    {u"SMALLINT",         SmallInteger, u"SMALLINT",                   u"SMALLINT"},
    {u"BigInteger",       BigInteger,   u"BIGINT",                     u"BIGINT"},
    {u"BIGINT",           BigInteger,   u"BIGINT",                     u"BIGINT"},
    {u"Numeric",          Numeric,      u"NUMERIC{numeric}",           u"NUMERIC{numeric}"},
    {u"NUMERIC",          Numeric,      u"NUMERIC{numeric}",           u"NUMERIC{numeric}"},
    {u"DECIMAL",          Numeric,      u"DECIMAL{numeric}",           u"DECIMAL{numeric}"},
    {u"Float",            Numeric,      u"FLOAT{bits}",                u"FLOAT"},
    {u"FLOAT",            Numeric,      u"FLOAT{bits}",                u"FLOAT"},
    {u"Double",           Numeric,      u"DOUBLE PRECISION",           u"DOUBLE"},
    {u"DOUBLE",           Numeric,      u"DOUBLE",                     u"DOUBLE"},
    {u"DOUBLE_PRECISION", Numeric,      u"DOUBLE PRECISION",           u"DOUBLE PRECISION"},
    {u"REAL",             Numeric,      u"REAL",                       u"REAL"},
    {u"Boolean",          Boolean,      u"BOOLEAN",                    u"BOOLEAN"},
    {u"BOOLEAN",          Boolean,      u"BOOLEAN",                    u"BOOLEAN"},
    {u"Date",             Date,         u"DATE",                       u"DATE"},
    {u"DATE",             Date,         u"DATE",                       u"DATE"},
    {u"Time",             Time,         u"TIME{precision} {zone}",     u"TIME"},
    {u"TIME",             Time,         u"TIME{precision} {zone}",     u"TIME"},
    {u"DateTime",         DateTime,     u"TIMESTAMP{precision} {zone}", u"DATETIME"},
    {u"sqlite.DATETIME",  DateTime,     u"TIMESTAMP{precision} {zone}", u"DATETIME"},
    {u"DATETIME",         DateTime,     u"DATETIME",                   u"DATETIME"},
    {u"TIMESTAMP",        DateTime,     u"TIMESTAMP{precision} {zone}", u"TIMESTAMP"},
    {u"Interval",         Interval,     u"INTERVAL{ precision}",       u"DATETIME"},
    {u"INTERVAL",         Interval,     u"INTERVAL{ fields}{ precision}", u""},
    {u"LargeBinary",      Binary,       u"BYTEA",                      u"BLOB"},
    {u"PickleType",       Binary,       u"BYTEA",                      u"BLOB"},
    {u"BLOB",             Binary,       u"BLOB",                       u"BLOB"},
    {u"BINARY",           Binary,       u"BINARY{length}",             u"BINARY{length}"},
    {u"VARBINARY",        Binary,       u"VARBINARY{length}",          u"VARBINARY{length}"},
    {u"BYTEA",            Binary,       u"BYTEA",                      u""},
    {u"JSON",             Json,         u"JSON",                       u"JSON"},
    {u"JSONB",            Json,         u"JSONB",                      u""},
    {u"JSONPATH",         Other,        u"JSONPATH",                   u""},
    {u"Uuid",             Uuid,         u"UUID",                       u"CHAR(32)"},
    {u"UUID",             Uuid,         u"UUID",                       u"UUID"},
    {u"Enum",             String,       u"{type}",                     u"VARCHAR{length}"},
    {u"ENUM",             String,       u"{type}",                     u"VARCHAR{length}"},
    {u"DOMAIN",           Other,        u"{type}",                     u""},
    {u"ARRAY",            Array,        u"{item}",                     u""},
    {u"BIT",              Other,        u"BIT{bit}",                   u""},
    {u"INET",             Other,        u"INET",                       u""},
    {u"CIDR",             Other,        u"CIDR",                       u""},
    {u"MACADDR",          Other,        u"MACADDR",                    u""},
    {u"MACADDR8",         Other,        u"MACADDR8",                   u""},
    {u"MONEY",            Other,        u"MONEY",                      u""},
    {u"OID",              Other,        u"OID",                        u""},
    {u"REGCLASS",         Other,        u"REGCLASS",                   u""},
    {u"REGCONFIG",        Other,        u"REGCONFIG",                  u""},
    {u"HSTORE",           Other,        u"HSTORE",                     u""},
    {u"TSVECTOR",         Other,        u"TSVECTOR",                   u""},
    {u"TSQUERY",          Other,        u"TSQUERY",                    u""},
    {u"CITEXT",           String,       u"CITEXT",                     u""},
    {u"INT4RANGE",        Other,        u"INT4RANGE",                  u""},
    {u"INT8RANGE",        Other,        u"INT8RANGE",                  u""},
    {u"NUMRANGE",         Other,        u"NUMRANGE",                   u""},
    {u"DATERANGE",        Other,        u"DATERANGE",                  u""},
    {u"TSRANGE",          Other,        u"TSRANGE",                    u""},
    {u"TSTZRANGE",        Other,        u"TSTZRANGE",                  u""},
    {u"INT4MULTIRANGE",   Other,        u"INT4MULTIRANGE",             u""},
    {u"INT8MULTIRANGE",   Other,        u"INT8MULTIRANGE",             u""},
    {u"NUMMULTIRANGE",    Other,        u"NUMMULTIRANGE",              u""},
    {u"DATEMULTIRANGE",   Other,        u"DATEMULTIRANGE",             u""},
    {u"TSMULTIRANGE",     Other,        u"TSMULTIRANGE",               u""},
    {u"TSTZMULTIRANGE",   Other,        u"TSTZMULTIRANGE",             u""},
    // another database's
    {u"mysql.LONGBLOB", Binary,       u"",                           u""},
    {u"mysql.LONGTEXT", String,       u"",                           u""},
    {u"mysql.MEDIUMBLOB", Binary,       u"",                           u""},
    {u"mysql.MEDIUMINT", Integer,      u"",                           u""},
    {u"mysql.MEDIUMTEXT", String,       u"",                           u""},
    {u"mysql.TINYBLOB", Binary,       u"",                           u""},
    {u"mysql.TINYINT", Integer,      u"",                           u""},
    {u"mysql.TINYTEXT", String,       u"",                           u""},
    {u"mysql.YEAR",   Other,        u"",                           u""},
    // packages of others: their types have one text for every dialect
    {u"CIText",           String,       u"CITEXT",                     u"CITEXT"},
    {u"sqlmodel.GUID",    Uuid,         u"UUID",                       u"CHAR(32)"},
    {u"Vector",           Other,        u"VECTOR{length}",             u"VECTOR{length}"},
    {u"VECTOR",           Other,        u"VECTOR{length}",             u"VECTOR{length}"},
    {u"HALFVEC",          Other,        u"HALFVEC{length}",            u"HALFVEC{length}"},
    {u"SPARSEVEC",        Other,        u"SPARSEVEC{length}",          u"SPARSEVEC{length}"},
    {u"pgvector.BIT",     Other,        u"BIT{length}",                u"BIT{length}"},
    {u"NullType",         Null,         u"",                           u""},
};
// clang-format on

} // namespace

const TypeRow *findTypeRow(const QString &name)
{
    static const QHash<QStringView, const TypeRow *> byName = [] {
        QHash<QStringView, const TypeRow *> result;
        for (const TypeRow &row : rows)
            result.insert(row.name, &row);
        return result;
    }();
    if (const TypeRow *row = byName.value(name))
        return row;
    return byName.value(QStringView(name).sliced(name.lastIndexOf(u'.') + 1));
}

} // namespace Migrations::Dialects
