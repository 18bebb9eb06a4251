#include "migrations/operations/claims.h"

#include <QRegularExpression>

namespace Migrations::Operations {

using namespace Qt::StringLiterals;

namespace {

QString qualified(const std::pair<QString, QString> &place)
{
    return place.first.isEmpty() ? place.second : place.first + u'.' + place.second;
}

QSet<QString> indexNames(const Schema::Table &table)
{
    QSet<QString> names;
    for (const Schema::Index &index : table.indexes)
        names << index.name.text;
    return names;
}

/// A name that the database chooses, or makes shorter (PostgreSQL: 63 bytes), is not known.
bool isKnown(const QString &name)
{
    constexpr qsizetype longest = 63;
    return !name.isEmpty() && name.toUtf8().size() <= longest;
}

/// The words of a text, without their quotes.
QSet<QString> wordsOf(const QString &sql)
{
    static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> words;
    for (const QRegularExpressionMatch &match : word.globalMatch(sql))
        words << match.captured();
    return words;
}

} // namespace

void Claims::note(const Operation &operation)
{
    std::visit([this](const auto &one) { take(one); }, operation);
}

void Claims::take(const CreateTable &operation)
{
    if (!operation.table.prefixes.isEmpty() || !isKnown(operation.table.name))
        return; // a temporary table is nobody else's
    Table &table = m_tables[{operation.table.schema, operation.table.name}];
    m_created << Place {operation.table.schema, operation.table.name};
    for (const Schema::Column &column : operation.table.columns) {
        if (!column.isSystem)
            table.columns << column.name;
    }
    for (const Schema::Index &index : operation.table.indexes) {
        if (isKnown(index.name.text))
            table.indexes << index.name.text;
    }
}

void Claims::take(const DropTable &operation)
{
    m_tables.remove({operation.schema, operation.table});
    m_created.remove({operation.schema, operation.table});
}

void Claims::take(const RenameTable &operation)
{
    const Place from {operation.schema, operation.table};
    const Place to {operation.schema, operation.newName};
    if (m_tables.contains(from))
        m_tables.insert(to, m_tables.take(from));
    if (m_created.remove(from))
        m_created << to;
}

void Claims::take(const AddColumn &operation)
{
    m_tables[{operation.schema, operation.table}].columns << operation.column.name;
}

void Claims::take(const DropColumn &operation)
{
    const auto table = m_tables.find({operation.schema, operation.table});
    if (table == m_tables.end())
        return;
    table->columns.remove(operation.column);
    table->indexes.clear(); // those of the column went with it, and which they are is not known
}

void Claims::take(const AlterColumn &operation)
{
    const auto table = m_tables.find({operation.schema, operation.table});
    if (table != m_tables.end() && !operation.newName.isEmpty() && table->columns.remove(operation.column))
        table->columns << operation.newName;
}

void Claims::take(const CreateIndex &operation)
{
    if (isKnown(operation.index.name.text))
        m_tables[{operation.schema, operation.table}].indexes << operation.index.name.text;
}

void Claims::take(const DropIndex &operation)
{
    for (Table &table : m_tables)
        table.indexes.remove(operation.name.text);
}

void Claims::take(const CreateEnum &operation)
{
    m_enums.insert({operation.type.schema, operation.type.name}, operation.type.labels);
}

void Claims::take(const DropEnum &operation)
{
    m_enums.remove({operation.schema, operation.name});
}

void Claims::take(const DropSchema &operation)
{
    const auto isInside = [&](const Place &place) { return place.first == operation.name; };
    m_tables.removeIf([&](const auto &entry) { return isInside(entry.key()); });
    m_enums.removeIf([&](const auto &entry) { return isInside(entry.key()); });
    m_created.removeIf(isInside);
}

void Claims::take(const ExecuteSql &operation)
{
    static const QRegularExpression trigger(
        u"^\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:TEMP(?:ORARY)?\\s+)?(?:CONSTRAINT\\s+)?TRIGGER\\s+"
        "(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:\"([^\"]+)\"|(\\w+))\\s"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression changing(
        u"\\b(DROP|RENAME|ALTER)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (operation.sql.contains(changing)) {
        const QSet<QString> words = wordsOf(operation.sql);
        m_tables.removeIf([&](const auto &entry) { return words.contains(entry.key().second); });
        m_created.removeIf([&](const Place &place) { return words.contains(place.second); });
        m_enums.removeIf([&](const auto &entry) { return words.contains(entry.key().second); });
        m_triggers.subtract(words);
        for (Table &table : m_tables)
            table.indexes.subtract(words);
        return;
    }
    const QRegularExpressionMatch match = trigger.match(operation.sql);
    if (match.hasMatch()) // a name without quotes is folded to lower case by PostgreSQL, and found either way
        m_triggers << (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
}

QStringList Claims::missing(const Schema::Database &found, const QSet<QString> &triggers) const
{
    QStringList lines;
    for (const auto &[place, claimed] : m_tables.asKeyValueRange()) {
        const Schema::Table *table = found.table(place.second, place.first);
        if (!table) {
            if (m_created.contains(place)) // of a view nothing is known
                lines << u"table "_s + qualified(place);
            continue;
        }
        for (const QString &column : claimed.columns) {
            if (!table->column(column))
                lines << u"column %1.%2"_s.arg(qualified(place), column);
        }
        const QSet<QString> indexes = indexNames(*table);
        for (const QString &index : claimed.indexes) {
            if (!indexes.contains(index))
                lines << u"index "_s + index;
        }
    }
    for (const auto &[place, labels] : m_enums.asKeyValueRange()) {
        const auto type = std::ranges::find_if(found.enums, [&](const Schema::EnumType &one) {
            return one.name == place.second && one.schema == place.first;
        });
        if (type == found.enums.cend())
            lines << u"enum type "_s + qualified(place);
        for (const QString &label : type == found.enums.cend() ? QStringList() : labels) {
            if (!type->labels.contains(label))
                lines << u"label \"%1\" of enum type %2"_s.arg(label, qualified(place));
        }
    }
    for (const QString &trigger : m_triggers) {
        if (!triggers.contains(trigger) && !triggers.contains(trigger.toLower()))
            lines << u"trigger "_s + trigger;
    }
    lines.sort();
    return lines;
}

QSet<QString> Claims::schemas() const
{
    QSet<QString> names;
    for (auto place = m_tables.keyBegin(); place != m_tables.keyEnd(); ++place)
        names << place->first;
    for (auto place = m_enums.keyBegin(); place != m_enums.keyEnd(); ++place)
        names << place->first;
    return names;
}

int Claims::size() const
{
    qsizetype count = m_created.size() + m_enums.size() + m_triggers.size();
    for (const Table &table : m_tables)
        count += table.columns.size() + table.indexes.size();
    return int(count);
}

} // namespace Migrations::Operations
