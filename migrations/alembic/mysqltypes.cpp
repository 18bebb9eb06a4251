// sqlalchemy.dialects.mysql: scripts for several databases name its types in variants, and under
// conditions that do not hold here.
#include "migrations/alembic/typecatalogue.h"

namespace Migrations::Alembic {

namespace {

const TypeEntry table[] = {
    {u"BIGINT", u"display_width unsigned zerofill"},
    {u"BINARY", u"length"},
    {u"BLOB", u"length"},
    {u"BOOLEAN", u"create_constraint name"},
    {u"CHAR", u"length collation charset"},
    {u"DATE", u""},
    {u"DATETIME", u"timezone fsp"},
    {u"DECIMAL", u"precision scale"},
    {u"DOUBLE", u"precision scale"},
    {u"FLOAT", u"precision scale"},
    {u"INTEGER", u"display_width unsigned zerofill"},
    {u"JSON", u"none_as_null"},
    {u"LONGBLOB", u""},
    {u"LONGTEXT", u"charset collation"},
    {u"MEDIUMBLOB", u""},
    {u"MEDIUMINT", u"display_width unsigned zerofill"},
    {u"MEDIUMTEXT", u"charset collation"},
    {u"NUMERIC", u"precision scale"},
    {u"SMALLINT", u"display_width unsigned zerofill"},
    {u"TEXT", u"length collation charset"},
    {u"TIME", u"timezone fsp"},
    {u"TIMESTAMP", u"timezone fsp"},
    {u"TINYBLOB", u""},
    {u"TINYINT", u"display_width unsigned zerofill"},
    {u"TINYTEXT", u"charset collation"},
    {u"VARBINARY", u"length"},
    {u"VARCHAR", u"length collation charset"},
    {u"YEAR", u"display_width"},
};

} // namespace

std::span<const TypeEntry> mysqlTypes()
{
    return table;
}

} // namespace Migrations::Alembic
