#include "migrations/dialects/sqlite/columns.h"

#include "migrations/dialects/phrase.h"
#include "migrations/dialects/refusal.h"
#include "migrations/dialects/sqlite/constraints.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

namespace {

QString conflictClause(const Schema::Column &column, const QString &key)
{
    const QString clause = optionText(column.options, key);
    return clause.isEmpty() ? QString() : u" ON CONFLICT "_s + clause;
}

} // namespace

QString Columns::parenthesizedDefault(const Schema::Expression &value) const
{
    static const QRegularExpression opens(u"^\\s*['\"(]"_s);
    static const QRegularExpression compound(u"^.*\\W.*"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString text = defaultText(value);
    const bool needed = !opens.match(text).hasMatch() && compound.match(text).hasMatch();
    return needed ? u'(' + text + u')' : text;
}

QString Columns::inlineKey(const Schema::Column &column, const TableFacts &facts) const
{
    if (!facts.isKey(column))
        return {};
    if (column.autoincrement == Schema::Autoincrement::Yes && facts.primaryKey().key.columns.size() != 1)
        throw Refusal::compile(u"SQLite does not support autoincrement for composite primary keys"_s);
    if (!Constraints::isInline(column, facts))
        return {};
    return u" PRIMARY KEY"_s + conflictClause(column, u"sqlite_on_conflict_primary_key"_s) + u" AUTOINCREMENT"_s;
}

QString Columns::specification(const Schema::Column &column, const TableFacts &facts) const
{
    QString text = name(column) + u' ' + m_words.types.text(column.type);
    if (column.serverDefault)
        text += u" DEFAULT "_s + parenthesizedDefault(*column.serverDefault);
    if (!facts.isNullable(column))
        text += u" NOT NULL"_s + conflictClause(column, u"sqlite_on_conflict_not_null"_s);
    text += inlineKey(column, facts);
    if (column.computed) {
        text += u" GENERATED ALWAYS AS ("_s + m_words.expressions.text(column.computed->expression) + u')';
        if (column.computed->persisted)
            text += *column.computed->persisted ? u" STORED"_s : u" VIRTUAL"_s;
    }
    return text;
}

} // namespace Migrations::Dialects::Sqlite
