#include "migrations/dialects/tables.h"

#include "migrations/dialects/refusal.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

Tables::Tables(const Vocabulary &words, const Columns &columns, const Constraints &constraints)
    : m_words(words)
    , m_columns(columns)
    , m_constraints(constraints)
{
}

QString Tables::column(const Schema::Column &column, const TableFacts &facts) const
{
    try {
        return m_columns.specification(column, facts) + m_columns.checks(column, facts);
    } catch (Refusal &refusal) {
        if (refusal.inCompiler) {
            refusal.error.exception = u"CompileError"_s;
            refusal.error.message =
                u"(in table '%1', column '%2'): %3"_s.arg(facts.table().name, column.name, refusal.error.message);
        }
        throw;
    }
}

QString Tables::create(const Operations::CreateTable &operation) const
{
    const Schema::Table &table = operation.table;
    const TableFacts facts(table, m_words.types);
    QStringList lines;
    for (const Schema::Column &each : table.columns) {
        if (!each.isSystem)
            lines << column(each, facts);
    }
    QStringList constraints {m_constraints.primaryKey(facts)};
    for (const Schema::Constraint &constraint : facts.constraints()) {
        if (isWritten(constraint))
            constraints << m_constraints.text(constraint, facts);
    }
    constraints.removeAll(QString());
    lines << constraints;
    QString text = u"CREATE "_s;
    for (const QString &prefix : table.prefixes)
        text += prefix + u' ';
    text += u"TABLE "_s + (operation.ifNotExists ? u"IF NOT EXISTS "_s : QString())
        + m_words.identifiers.qualified(table.name, table.schema) + u" ("_s;
    for (qsizetype i = 0; i < lines.size(); ++i)
        text += (i == 0 ? u"\n\t"_s : u", \n\t"_s) + lines.at(i);
    return text + u"\n)"_s + options(table);
}

} // namespace Migrations::Dialects
