#include "migrations/operations/tablerecreation.h"

#include "migrations/operations/columnorder.h"
#include "migrations/operations/ownedcolumns.h"
#include "migrations/schema/constraints.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations::Operations {

namespace {

using Schema::Expression;

std::unexpected<Error> raised(const QString &exception, const QString &message)
{
    return failure(Error {.code = ErrorCode::BadInput, .message = message, .exception = exception});
}

QString nameText(const Schema::Constraint &constraint)
{
    return std::visit([](const auto &each) { return each.name.text; }, constraint);
}

auto named(const QString &name)
{
    return [name](const Schema::Constraint &each) { return nameText(each) == name; };
}

bool isPrimaryKey(const Schema::Constraint &constraint)
{
    return std::holds_alternative<Schema::PrimaryKey>(constraint);
}

} // namespace

TableRecreation::TableRecreation(const Schema::Table &existing, Extras extras, CopiedAsItIs isCopiedAsItIs)
    : m_table {.name = existing.name, .schema = existing.schema, .options = existing.options}
    , m_extras(std::move(extras))
    , m_isCopiedAsItIs(std::move(isCopiedAsItIs))
    , m_indexes(existing.indexes)
{
    const Schema::DeclaredPrimaryKey key = Schema::declaredPrimaryKey(existing);
    for (Schema::Column column : existing.columns) {
        column.primaryKey = key.key.columns.contains(column.name);
        m_existingOrder << column.name;
        m_existingColumns << column.name;
        column.unique = false;
        column.index = false;
        column.foreignKeys.clear();
        if (!column.nullable && (column.primaryKey || column.identity))
            column.nullable = false;
        m_entries << Entry {.key = column.name, .column = column, .source = ownedColumn(column.name, existing)};
    }
    takeConstraints(existing);
    for (const Schema::Constraint &constraint : std::as_const(m_named))
        m_existingNames << nameText(constraint);
}

void TableRecreation::takeConstraints(const Schema::Table &existing)
{
    const Schema::PrimaryKey key = Schema::declaredPrimaryKey(existing).key;
    if (!key.columns.isEmpty())
        (key.name.isNone() ? m_unnamed : m_named) << key;
    for (const Schema::Constraint &constraint : existing.constraints) {
        if (!isPrimaryKey(constraint))
            (nameText(constraint).isEmpty() ? m_unnamed : m_named) << constraint;
    }
    for (const Schema::Column &column : existing.columns) {
        for (const Schema::Constraint &implied : Schema::impliedConstraints(column)) {
            // unique=True beside index=True is the index, which is left out
            (nameText(implied).isEmpty() ? m_unnamed : m_named) << implied;
        }
    }
}

TableRecreation::Entries::iterator TableRecreation::find(const QString &key)
{
    return std::ranges::find(m_entries, key, &Entry::key);
}

QString TableRecreation::nameOf(const QString &key) const
{
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.cend() ? key : found->column.name;
}

Result<void> TableRecreation::addColumn(const Schema::Column &column, const QString &before, const QString &after)
{
    const Result<void> placed = placeColumn(
        column.name, before, after, {m_existingOrder, !m_extras.ordering.isEmpty()}, m_addedOrder);
    if (!placed)
        return placed;
    const Entry entry {.key = column.name, .column = column, .source = std::nullopt};
    if (const auto found = find(column.name); found != m_entries.end())
        *found = entry;
    else
        m_entries << entry;
    return {};
}

Result<void> TableRecreation::dropColumn(const DropColumn &operation)
{
    const auto found = find(operation.column);
    if (found == m_entries.end())
        return raised(u"KeyError"_s, u"'%1'"_s.arg(operation.column));
    for (QList<Schema::Constraint> *list : {&m_named, &m_unnamed}) {
        for (Schema::Constraint &constraint : *list) {
            if (auto *key = std::get_if<Schema::PrimaryKey>(&constraint))
                key->columns.removeAll(operation.column);
        }
    }
    m_entries.erase(found);
    if (!m_existingOrder.removeOne(operation.column))
        return raised(u"ValueError"_s, u"list.remove(x): x not in list"_s);
    if (operation.existingType && !operation.existingType->typeName.isEmpty())
        m_named.removeIf(named(operation.existingType->typeName));
    return {};
}

void TableRecreation::changeType(Entry &entry, const Schema::Type &type)
{
    const Schema::Type target = type;
    entry.hasNewType = true;
    if (entry.source && !m_isCopiedAsItIs(entry.column.type, target)) {
        entry.source = Expression {.kind = Expression::Kind::Cast,
            .arguments = {*entry.source},
            .type = std::make_shared<const Schema::Type>(target)};
    }
    entry.column.type = target;
    entry.column.type.createConstraint = false; // its CHECK comes as a constraint of its own
}

Result<void> TableRecreation::alterColumn(const AlterColumn &operation)
{
    const auto entry = find(operation.column);
    if (entry == m_entries.end())
        return raised(u"KeyError"_s, u"'%1'"_s.arg(operation.column));
    Schema::Column &column = entry->column;
    if (!operation.newName.isEmpty() && operation.newName != operation.column) {
        column.name = operation.newName;
        if (operation.existingType && !operation.existingType->typeName.isEmpty())
            m_named.removeIf(named(operation.existingType->typeName));
    }
    if (operation.type)
        changeType(*entry, *operation.type);
    if (operation.nullable)
        column.nullable = operation.nullable;
    if (operation.serverDefault)
        column.serverDefault = *operation.serverDefault;
    if (operation.identity || operation.involvesComputed)
        return failure(ErrorCode::Unsupported, u"batch alter_column() to or from Identity() or Computed()"_s);
    if (operation.autoincrement) {
        column.autoincrement =
            *operation.autoincrement ? Schema::Autoincrement::Yes : Schema::Autoincrement::No;
    }
    if (operation.comment)
        column.comment = operation.comment->value_or(QString());
    return {};
}

Result<void> TableRecreation::addConstraint(const Schema::Constraint &constraint, bool isOfType)
{
    const QString name = nameText(constraint);
    if (name.isEmpty() && !isOfType)
        return raised(u"ValueError"_s, u"Constraint must have a name"_s);
    if (isPrimaryKey(constraint))
        m_unnamed.removeIf(isPrimaryKey);
    Schema::Constraint added = constraint;
    if (auto *check = std::get_if<Schema::CheckConstraint>(&added); check && isOfType)
        ownColumns(check->condition, m_table);
    const auto found = std::ranges::find_if(m_named, named(name));
    if (name.isEmpty())
        m_unnamed << added;
    else if (found != m_named.end())
        *found = added;
    else
        m_named << added;
    return {};
}

Result<void> TableRecreation::dropConstraint(const QString &name, bool isOfType)
{
    if (name.isEmpty())
        return isOfType ? Result<void>() : raised(u"ValueError"_s, u"Constraint must have a name"_s);
    for (Entry &entry : m_entries) {
        const auto isIt = [&](const Schema::CheckConstraint &check) { return check.name.text == name; };
        if (entry.column.checks.removeIf(isIt) > 0)
            return {};
    }
    const auto found = std::ranges::find_if(m_named, named(name));
    if (found == m_named.end())
        return isOfType ? Result<void>() : raised(u"ValueError"_s, u"No such constraint: '%1'"_s.arg(name));
    if (const auto *key = std::get_if<Schema::PrimaryKey>(&*found)) {
        for (Entry &entry : m_entries) {
            if (key->columns.contains(entry.key))
                entry.column.primaryKey = false;
        }
    }
    m_named.erase(found);
    return {};
}

Result<void> TableRecreation::createIndex(const Schema::Index &index)
{
    const auto found = std::ranges::find(m_newIndexes, index.name.text,
        [](const Schema::Index &each) { return each.name.text; });
    if (found != m_newIndexes.end())
        *found = index;
    else
        m_newIndexes << index;
    return {};
}

Result<void> TableRecreation::dropIndex(const QString &name)
{
    if (m_indexes.removeIf([&](const Schema::Index &each) { return each.name.text == name; }) > 0) {
        m_droppedIndexes << name;
        return {};
    }
    return raised(u"ValueError"_s, u"No such index: '%1'"_s.arg(name));
}

Result<void> TableRecreation::order()
{
    if (m_extras.ordering.isEmpty() && m_addedOrder.isEmpty())
        return {};
    QStringList keys;
    for (const Entry &entry : std::as_const(m_entries))
        keys << entry.key;
    const Result<QStringList> sorted = orderedColumns(keys, m_existingOrder, m_extras.ordering, m_addedOrder);
    if (!sorted)
        return failure(sorted.error());
    Entries entries;
    for (const QString &key : *sorted) {
        const auto found = find(key);
        if (found == m_entries.end())
            return raised(u"KeyError"_s, u"'%1'"_s.arg(key));
        entries << *found;
    }
    m_entries = entries;
    return {};
}

bool TableRecreation::fits(const Schema::Constraint &constraint) const
{
    return std::ranges::all_of(Schema::columnsOf(constraint), [&](const QString &column) {
        return std::ranges::find(m_entries, column, &Entry::key) != m_entries.cend();
    });
}

Result<TableRecreation::Steps> TableRecreation::steps()
{
    if (const Result<void> ordered = order(); !ordered)
        return failure(ordered.error());
    for (const Entry &entry : std::as_const(m_entries)) {
        // Alembic computes it, once, and writes it into every row
        if (!entry.source && entry.column.hasClientDefault && !entry.column.hasConstantDefault()) {
            return failure(ErrorCode::Unsupported,
                u"batch add_column() of %1 with a default= that is not a constant"_s.arg(entry.column.name));
        }
    }
    const Schema::Table table = newTable();
    QStringList shared = m_existingNames;
    shared.removeIf([this](const QString &name) { return std::ranges::none_of(m_named, named(name)); });
    Steps steps {.sharedNames = shared,
        .create = {.table = table},
        .copy = copy(table.name),
        .drop = {.table = m_table.name, .schema = m_table.schema},
        .rename = {.table = table.name, .newName = m_table.name, .schema = m_table.schema},
        .indexes = indexes()};
    describeChanges(steps);
    return steps;
}

} // namespace Migrations::Operations
