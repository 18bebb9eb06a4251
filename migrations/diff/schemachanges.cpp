#include "migrations/diff/schemachanges.h"

#include <QMap>

#include <utility>

namespace Migrations::Diff {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaChange::Kind;

QString qualified(const QString &name, const QString &schema)
{
    return schema.isEmpty() ? name : schema + u'.' + name;
}

/// The DDL of each object of a schema.
class Objects final
{
public:
    Objects(const Schema::Database &database, const Dialects::Dialect &dialect)
        : m_dialect(dialect)
    {
        for (const Schema::EnumType &type : database.enums)
            add(Kind::EnumType, qualified(type.name, type.schema), Operations::CreateEnum {.type = type, .checkFirst = false});
        for (const Schema::Table &table : database.tables)
            addTable(table);
    }

    [[nodiscard]] const QMap<std::pair<Kind, QString>, QString> &all() const { return m_all; }

private:
    void addTable(Schema::Table table)
    {
        const QList<Schema::Index> indexes = std::exchange(table.indexes, {});
        add(Kind::Table, qualified(table.name, table.schema), Operations::CreateTable {.table = table});
        for (const Schema::Index &index : indexes)
            add(Kind::Index, qualified(index.name.text, table.schema),
                Operations::CreateIndex {.table = table.name, .index = index, .schema = table.schema});
    }

    void add(Kind kind, const QString &name, const Operations::Operation &operation)
    {
        // a compiler remembers which enum types it has made; each object is written by itself
        QStringList lines;
        for (const QString &statement : m_dialect.compiler()->compile(operation).statements)
            lines << statement.trimmed();
        m_all.insert({kind, name}, lines.join(u'\n'));
    }

    const Dialects::Dialect &m_dialect;
    QMap<std::pair<Kind, QString>, QString> m_all;
};

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        lines << (trimmed.endsWith(u',') ? trimmed.chopped(1) : trimmed);
    }
    return lines;
}

} // namespace

QStringList SchemaChange::lines() const
{
    QStringList gone;
    QStringList added = linesOf(after);
    for (const QString &line : linesOf(before)) {
        if (!added.removeOne(line))
            gone << u"- "_s + line;
    }
    for (const QString &line : std::as_const(added))
        gone << u"+ "_s + line;
    return gone;
}

QList<SchemaChange> schemaChanges(
    const Schema::Database &before, const Schema::Database &after, const Dialects::Dialect &dialect)
{
    const Objects old(before, dialect);
    const Objects now(after, dialect);
    QMap<std::pair<Kind, QString>, SchemaChange> changes;
    for (const auto &[key, text] : old.all().asKeyValueRange())
        changes[key] = {.kind = key.first, .name = key.second, .before = text, .after = {}};
    for (const auto &[key, text] : now.all().asKeyValueRange()) {
        SchemaChange &change = changes[key];
        change.kind = key.first;
        change.name = key.second;
        change.after = text;
    }
    changes.removeIf([](const auto &change) { return change.value().before == change.value().after; });
    return changes.values();
}

} // namespace Migrations::Diff
