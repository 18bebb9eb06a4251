#include "migrations/dialects/naming.h"

#include "migrations/dialects/refusal.h"
#include "migrations/schema/constraints.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

QString keyOf(const QString &kind)
{
    static const QHash<QString, QString> keys {
        {u"primary"_s, u"pk"_s}, {u"unique"_s, u"uq"_s}, {u"foreignkey"_s, u"fk"_s}, {u"check"_s, u"ck"_s}};
    return keys.value(kind);
}

// a foreign key that is dropped without its name: SQLAlchemy looks for the first of no columns
Refusal nothingReferred()
{
    return Refusal::argument(u"list index out of range"_s, {}, u"IndexError"_s);
}

} // namespace

Naming::Naming(const NamingConvention &convention)
    : m_convention(convention)
{
    if (m_convention.isEmpty())
        m_convention.insert(u"ix"_s, u"ix_%(column_0_label)s"_s);
}

QString Naming::columnToken(const QString &name, const Subject &subject)
{
    static const QRegularExpression shape(u"^(referred_)?column_(\\d+)(_?N)?_(name|key|label)$"_s);
    const QRegularExpressionMatch match = shape.match(name);
    if (!match.hasMatch())
        throw Refusal::argument(u"'%1'"_s.arg(name), {}, u"KeyError"_s);
    QStringList texts = match.hasCaptured(1) ? subject.referredColumns : subject.columns;
    if (match.capturedView(4) == u"label") {
        const QString schema =
            subject.schema.isEmpty() ? QString() : QString(subject.schema).replace(u'.', u'_') + u'_';
        for (QString &text : texts)
            text = schema + subject.table + u'_' + text;
    }
    const qsizetype index = match.capturedView(2).toInt();
    if (!match.hasCaptured(3) && match.hasCaptured(1) && index >= texts.size())
        throw nothingReferred();
    if (!match.hasCaptured(3))
        return texts.value(index);
    return texts.join(match.capturedView(3) == u"_N" ? u"_"_s : QString());
}

QString Naming::token(const QString &name, const Subject &subject)
{
    if (name == u"table_name")
        return subject.table;
    if (name == u"referred_table_name" && subject.referredTable.isEmpty())
        throw nothingReferred();
    if (name == u"referred_table_name")
        return subject.referredTable;
    if (name != u"constraint_name")
        return columnToken(name, subject);
    if (subject.name.isNone()) {
        throw Refusal::argument(u"Naming convention including %(constraint_name)s token requires that constraint is "
                                "explicitly named."_s,
            {}, u"InvalidRequestError"_s);
    }
    return subject.name.text;
}

Schema::Name Naming::resolved(const Subject &subject) const
{
    const QString convention = m_convention.value(subject.key);
    if (subject.name.isFinal || convention.isEmpty())
        return subject.name;
    if (!subject.name.isNone() && !convention.contains(u"constraint_name"_s))
        return subject.name;
    static const QRegularExpression word(u"%\\((\\w+)\\)s|%%"_s);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : word.globalMatch(convention)) {
        result += QStringView(convention).sliced(from, match.capturedStart() - from);
        result += match.hasCaptured(1) ? token(match.captured(1), subject) : u"%"_s;
        from = match.capturedEnd();
    }
    result += QStringView(convention).sliced(from);
    return {.text = result, .isFinal = true};
}

Schema::Name Naming::constraint(const Schema::Constraint &constraint, const QString &table, const QString &schema) const
{
    Subject subject {.key = keyOf(Schema::kindOf(constraint)),
        .name = std::visit([](const auto &each) { return each.name; }, constraint),
        .table = table,
        .schema = schema,
        .columns = Schema::columnsOf(constraint)};
    if (const auto *key = std::get_if<Schema::ForeignKey>(&constraint)) {
        subject.referredTable = key->referredTable;
        subject.referredColumns = key->referredColumns;
    }
    return resolved(subject);
}

Schema::Name Naming::index(const Schema::Index &index, const QString &table, const QString &schema) const
{
    const QStringList columns = Schema::namingColumns(index);
    return resolved({.key = u"ix"_s, .name = index.name, .table = table, .schema = schema, .columns = columns});
}

Schema::Name Naming::dropped(
    const Schema::Name &name, const QString &kind, const QString &table, const QString &schema) const
{
    return resolved({.key = keyOf(kind), .name = name, .table = table, .schema = schema, .columns = {}});
}

void Naming::checkReferred(const Schema::ForeignKey &key, const QString &table, const QString &schema) const
{
    const bool itself = key.referredTable == table && key.referredSchema == schema;
    if (!key.name.isNone() || itself || !m_convention.value(u"fk"_s).contains(u"%(referred_column_"_s))
        return;
    throw Refusal::argument(u"Foreign key associated with column '%1.%2' could not find table '%3' with which to "
                            "generate a foreign key to target column '%4'"_s.arg(
                                table, key.columns.value(0), key.referredTable, key.referredColumns.value(0)),
        {}, u"NoReferencedTableError"_s);
}

namespace {

Result<Schema::Name> resolvedName(auto &&resolve)
{
    try {
        return resolve();
    } catch (const Refusal &refusal) {
        return failure(refusal.error);
    }
}

} // namespace

Result<Schema::Name> conventionName(const NamingConvention &convention, const Schema::Constraint &constraint,
    const QString &table, const QString &schema)
{
    return resolvedName([&] { return Naming(convention).constraint(constraint, table, schema); });
}

Result<Schema::Name> conventionName(
    const NamingConvention &convention, const Schema::Index &index, const QString &table, const QString &schema)
{
    return resolvedName([&] { return Naming(convention).index(index, table, schema); });
}

Result<Schema::Name> conventionNameOfDropped(const NamingConvention &convention, const Schema::Name &name,
    const QString &kind, const QString &table, const QString &schema)
{
    return resolvedName([&] { return Naming(convention).dropped(name, kind, table, schema); });
}

} // namespace Migrations::Dialects
