#include "migrations/inspection/postgresql/cataloguequeries.h"

namespace Migrations::Inspection::CatalogueQueries {

using namespace Qt::StringLiterals;

namespace {

/// condition on the table `c`
const QString inCurrentSchema = uR"(c.relkind IN ('r', 'p') AND c.relnamespace =
        (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema()))"_s;

/// columns of the index `i` that are only stored with it
const QString included = uR"((SELECT json_agg(a.attname ORDER BY k.position)
        FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, position)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
        WHERE k.position > i.indnkeyatts))"_s;

QString columnNames(const QString &relation, const QString &numbers)
{
    return uR"((SELECT json_agg(a.attname ORDER BY k.position)
        FROM unnest(%2) WITH ORDINALITY AS k (number, position)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = %1 AND a.attnum = k.number))"_s.arg(relation, numbers);
}

/// the entries of the index `i`; `operators`: an array beside them
QString parts(const QString &operators)
{
    return uR"((SELECT json_agg(json_build_object(
            'column', a.attname,
            'expression', CASE WHEN k.number = 0
                THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int, true) END,
            'class', CASE WHEN NOT oc.opcdefault THEN oc.opcname END,
            'option', k.option,
            'operator', (SELECT oprname FROM pg_catalog.pg_operator WHERE oid = k.operator)) ORDER BY k.position)
        FROM unnest(i.indkey::int2[], i.indclass::oid[], i.indoption::int2[], %1)
            WITH ORDINALITY AS k (number, class, option, operator, position)
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number <> 0
        LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = k.class
        WHERE k.position <= i.indnkeyatts))"_s.arg(operators);
}

} // namespace

QString tables()
{
    return uR"(SELECT c.relname AS name, pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
    c.relpersistence AS persistence,
    CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
    (SELECT json_agg(p.relname ORDER BY h.inhseqno) FROM pg_catalog.pg_inherits h
        JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
        WHERE h.inhrelid = c.oid AND NOT c.relispartition) AS parents,
    (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid = c.relam AND m.amname <> 'heap') AS method,
    (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace
FROM pg_catalog.pg_class c
WHERE %1
ORDER BY c.relname)"_s.arg(inCurrentSchema);
}

QString columns()
{
    return uR"(SELECT c.relname AS "table", a.attname AS name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid, a.attgenerated <> '') AS expression,
    a.attidentity AS identity, a.attgenerated AS generated,
    pg_catalog.col_description(c.oid, a.attnum) AS comment,
    CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collation,
    CASE WHEN s.seqstart <> 1 THEN s.seqstart END AS "start",
    CASE WHEN s.seqincrement <> 1 THEN s.seqincrement END AS "increment",
    CASE WHEN s.seqmin <> 1 THEN s.seqmin END AS "minvalue",
    CASE WHEN s.seqmax <> (CASE s.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
        ELSE 9223372036854775807 END) THEN s.seqmax END AS "maxvalue",
    CASE WHEN s.seqcache <> 1 THEN s.seqcache END AS "cache",
    CASE WHEN s.seqcycle THEN 'true' END AS "cycle"
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
LEFT JOIN pg_catalog.pg_depend o ON a.attidentity <> '' AND o.refobjid = c.oid AND o.refobjsubid = a.attnum
    AND o.refclassid = 'pg_catalog.pg_class'::regclass AND o.classid = 'pg_catalog.pg_class'::regclass
    AND o.deptype = 'i'
LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = o.objid
WHERE %1
ORDER BY c.relname, a.attnum)"_s.arg(inCurrentSchema);
}

QString constraints()
{
    // a foreign key to a partitioned table has a row for each partition, too
    return uR"(SELECT c.relname AS "table", n.conname AS name, n.contype AS kind,
    n.condeferrable AS deferrable, n.condeferred AS deferred, n.convalidated AS validated,
    n.connoinherit AS no_inherit,
    %2 AS columns,
    r.relname AS referred_table,
    CASE WHEN r.relnamespace <> c.relnamespace THEN rs.nspname END AS referred_schema,
    %3 AS referred_columns,
    n.confdeltype AS on_delete, n.confupdtype AS on_update, n.confmatchtype AS match,
    CASE WHEN n.contype = 'f' THEN (SELECT json_agg(a.attname ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = n.conrelid
        AND to_jsonb(n) -> 'confdelsetcols' @> to_jsonb(a.attnum)) END AS set_columns,
    CASE WHEN n.contype = 'c' THEN pg_catalog.pg_get_expr(n.conbin, n.conrelid, true) END AS condition,
    to_jsonb(i) ->> 'indnullsnotdistinct' AS nulls_not_distinct,
    %4 AS included,
    m.amname AS method, pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
    CASE WHEN n.contype = 'x' THEN %5 END AS elements
FROM pg_catalog.pg_constraint n
JOIN pg_catalog.pg_class c ON c.oid = n.conrelid
LEFT JOIN pg_catalog.pg_class r ON r.oid = n.confrelid
LEFT JOIN pg_catalog.pg_namespace rs ON rs.oid = r.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = n.conindid AND n.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_catalog.pg_am m ON m.oid = ic.relam
WHERE %1 AND n.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint whole
    WHERE whole.oid = n.conparentid AND whole.conrelid = n.conrelid)
ORDER BY c.relname, array_position(ARRAY['p', 'u', 'f', 'c', 'x'], n.contype::text), n.conname)"_s.arg(inCurrentSchema,
        columnNames(u"n.conrelid"_s, u"n.conkey"_s), columnNames(u"n.confrelid"_s, u"n.confkey"_s), included,
        parts(u"n.conexclop"_s));
}

QString indexes()
{
    return uR"(SELECT c.relname AS "table", ic.relname AS name, i.indisunique AS "unique", m.amname AS method,
    pg_catalog.pg_indexam_has_property(m.oid, 'can_order') AS ordered,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
    to_jsonb(i) ->> 'indnullsnotdistinct' AS nulls_not_distinct,
    to_json(ic.reloptions) AS parameters,
    (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = ic.reltablespace) AS tablespace,
    %2 AS included,
    %3 AS parts
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = ic.relam
WHERE %1 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint n
    WHERE n.conindid = i.indexrelid AND n.contype IN ('p', 'u', 'x'))
ORDER BY c.relname, ic.relname)"_s.arg(inCurrentSchema, included, parts(u"NULL::oid[]"_s));
}

QString enums()
{
    return uR"(SELECT t.typname AS name, json_agg(e.enumlabel ORDER BY e.enumsortorder) AS labels
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
WHERE t.typnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
GROUP BY t.oid, t.typname
ORDER BY t.typname)"_s;
}

} // namespace Migrations::Inspection::CatalogueQueries
