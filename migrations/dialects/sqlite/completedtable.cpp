#include "migrations/dialects/sqlite/completedtable.h"

#include "migrations/dialects/sqlite/tabletext.h"

#include <algorithm>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

namespace {

using Clause = TableText::Clause;
using Item = TableText::Item;
using NewColumn = Operations::TableRecreation::NewColumn;

bool sameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

QString withoutBlanks(const QString &text)
{
    return text.simplified().remove(u' ').toUpper();
}

/// "flag IN (0, 1)": what SQLAlchemy writes for a Boolean or an Enum
bool isCheckOfType(const Clause &check, const QString &column)
{
    const QList<SqlToken> tokens = sqlTokens(check.group().value_or(QString()));
    return tokens.size() == 3 && sameName(tokens[0].text, column) && tokens[1].isWord("IN"_L1)
        && tokens[2].kind == SqlToken::Kind::Group;
}

/// whether a key's list says more than its columns
bool isDecorated(const Clause &key)
{
    return std::ranges::any_of(key.parts(), [](const QList<SqlToken> &part) { return part.size() > 1; });
}

QString conflictOf(const Clause &clause)
{
    const QList<SqlToken> tokens = sqlTokens(clause.text);
    for (qsizetype at = 0; at + 1 < tokens.size(); ++at) {
        if (tokens[at].isWord("CONFLICT"_L1))
            return u" ON CONFLICT "_s + tokens[at + 1].text.toUpper();
    }
    return {};
}

class Completion final
{
public:
    Completion(const QString &alembics, const CompletionSource &source)
        : m_source(source), m_text(alembics), m_before(source.before), m_now(source.now)
    {
    }

    CompletedTable run(const QString &alembics)
    {
        for (qsizetype at = 0; at < m_text.items().size(); ++at) {
            if (Item &item = m_text.items()[at]; item.column.isEmpty())
                followNames(item.clauses.front());
            else
                completeColumn(item);
        }
        for (const Item &item : m_now.items())
            completeFrom(item);
        for (const QString &option : m_now.options())
            keepOption(option);
        return {.sql = m_isChanged ? m_text.written() : alembics, .leftOut = m_leftOut};
    }

private:
    const NewColumn *newColumn(const QString &name) const
    {
        const auto found = std::ranges::find_if(
            m_source.columns, [&](const NewColumn &each) { return sameName(each.name, name); });
        return found == m_source.columns.cend() ? nullptr : &*found;
    }

    const NewColumn *madeOf(const QString &source) const
    {
        const auto found = std::ranges::find_if(m_source.columns,
            [&](const NewColumn &each) { return !each.source.isEmpty() && sameName(each.source, source); });
        return found == m_source.columns.cend() ? nullptr : &*found;
    }

    template<class T>
    void set(T &target, const T &value)
    {
        if (target == value)
            return;
        target = value;
        m_isChanged = true;
    }

    // a named CHECK as it is now, when the columns in it have got new names; a key to the table itself
    void followNames(Clause &clause)
    {
        if (m_source.newNames.isEmpty())
            return;
        if (clause.kind == "FOREIGN"_L1)
            return followSelfReference(clause);
        if (clause.kind != "CHECK"_L1 || clause.name.isEmpty())
            return;
        const Clause *before = findCheck(m_before, clause.name);
        const Clause *now = findCheck(m_now, clause.name);
        if (before && now && saysTheSame(before->group().value_or(QString()), clause.group().value_or(QString())))
            set(clause.text, now->text);
    }

    void followSelfReference(Clause &clause)
    {
        const QList<SqlToken> tokens = sqlTokens(clause.text);
        for (qsizetype at = 0; at + 2 < tokens.size(); ++at) {
            if (!tokens[at].isWord("REFERENCES"_L1) || !sameName(tokens[at + 1].text, m_source.table)
                || tokens[at + 2].kind != SqlToken::Kind::Group)
                continue;
            QString list = tokens[at + 2].text;
            const QList<SqlToken> names = sqlTokens(list);
            for (auto name = names.crbegin(); name != names.crend(); ++name) {
                for (const auto &[from, to] : m_source.newNames.asKeyValueRange()) {
                    if (name->kind != SqlToken::Kind::Comma && sameName(name->text, from))
                        list.replace(name->begin, name->end - name->begin, quoted(to));
                }
            }
            QString text = clause.text;
            text.replace(tokens[at + 2].begin + 1, tokens[at + 2].text.size(), list);
            set(clause.text, text);
        }
    }

    static QString quoted(const QString &name)
    {
        return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
    }

    static const Clause *findCheck(const TableText &text, const QString &name)
    {
        for (const Item &item : text.items()) {
            for (const Clause &clause : item.clauses) {
                if (clause.kind == "CHECK"_L1 && clause.name == name)
                    return &clause;
            }
        }
        return nullptr;
    }

    void completeColumn(Item &item)
    {
        const NewColumn *column = newColumn(item.column);
        const Item *stored = column && !column->source.isEmpty() ? m_now.column(column->source) : nullptr;
        if (!stored)
            return;
        if (!column->hasNewType && withoutBlanks(stored->type) != withoutBlanks(item.type))
            set(item.type, stored->type);
        for (const Clause &clause : stored->clauses)
            completeClause(item, clause);
    }

    void completeClause(Item &item, const Clause &stored)
    {
        const auto found = std::ranges::find(item.clauses, stored.kind, &Clause::kind);
        const bool isThere = found != item.clauses.end();
        if (stored.kind == "COLLATE"_L1 && !isThere) {
            item.clauses << stored;
            m_isChanged = true;
        } else if (stored.kind == "AS"_L1 && isThere && !saysTheSame(stored.text, found->text)) {
            if (!saysTheSame(stored.group().value_or(QString()), found->group().value_or(QString())))
                set(found->text, stored.text);
        } else if (stored.kind == "NOT"_L1 && isThere && conflictOf(*found).isEmpty()) {
            set(found->text, QString(found->text + conflictOf(stored)));
        }
    }

    // the constraints of the table that there is, whether they stand in a column or by themselves
    void completeFrom(const Item &item)
    {
        for (const Clause &clause : item.clauses) {
            const QStringList columns = item.column.isEmpty() ? clause.columns() : QStringList {item.column};
            if (clause.kind == "CHECK"_L1 && clause.name.isEmpty())
                keepCheck(clause, item.column);
            else if (clause.kind == "PRIMARY"_L1 || clause.kind == "UNIQUE"_L1)
                completeKey(clause, columns, item.column.isEmpty());
        }
    }

    void keepCheck(const Clause &check, const QString &column)
    {
        const QString condition = check.group().value_or(QString());
        const auto isGone = [&](const QString &name) { return mentions(condition, name); };
        const auto losesType = [&](const NewColumn &each) {
            return each.hasNewType && !each.source.isEmpty() && isCheckOfType(check, each.source);
        };
        const bool isOfDropped = !column.isEmpty() && !madeOf(column);
        if (isOfDropped || std::ranges::any_of(m_source.droppedColumns, isGone)
            || std::ranges::any_of(m_source.columns, losesType)) {
            m_leftOut << check.text;
            return;
        }
        for (const Item &item : std::as_const(m_text).items()) {
            for (const Clause &clause : item.clauses) {
                if (clause.kind == "CHECK"_L1 && saysTheSame(clause.group().value_or(QString()), condition))
                    return;
            }
        }
        m_text.items() << Item {.clauses = {check}};
        m_isChanged = true;
    }

    void completeKey(const Clause &stored, const QStringList &columns, bool isOfTable)
    {
        QStringList now;
        for (const QString &column : columns) {
            const NewColumn *kept = madeOf(column);
            now << (kept ? kept->name : QString());
        }
        const bool hasMore = (isOfTable && isDecorated(stored)) || !conflictOf(stored).isEmpty();
        const bool increments = stored.kind == "PRIMARY"_L1 && stored.has("AUTOINCREMENT"_L1);
        QList<Item> &items = m_text.items();
        const auto found = std::ranges::find_if(items, [&](const Item &item) {
            return item.column.isEmpty() && item.clauses.front().kind == stored.kind
                && item.clauses.front().columns().join(u',').compare(now.join(u','), Qt::CaseInsensitive) == 0;
        });
        if (found == items.end() || (!hasMore && !increments))
            return;
        if (increments)
            return keepAutoincrement(found, now.constFirst(), stored);
        Clause &clause = found->clauses.front();
        if (isOfTable && isDecorated(stored))
            set(clause.text, stored.text);
        else if (conflictOf(clause).isEmpty())
            set(clause.text, QString(clause.text + conflictOf(stored)));
    }

    // SQLite takes it in the column only, and of no other type
    void keepAutoincrement(QList<Item>::iterator key, const QString &column, const Clause &stored)
    {
        QList<Item> &items = m_text.items();
        const auto item = std::ranges::find_if(items, [&](const Item &each) { return sameName(each.column, column); });
        if (isStated(u"sqlite_autoincrement"_s) || item == items.end() || !sameName(item->type, u"INTEGER"_s))
            return;
        Clause clause = key->clauses.front();
        clause.text = u"PRIMARY KEY"_s + conflictOf(stored) + u" AUTOINCREMENT"_s;
        item->clauses << clause;
        items.erase(key);
        m_isChanged = true;
    }

    bool isStated(const QString &option) const { return m_source.statedOptions.contains(option); }

    void keepOption(const QString &option)
    {
        static const QMap<QString, QString> keys {
            {u"WITHOUT ROWID"_s, u"sqlite_with_rowid"_s}, {u"STRICT"_s, u"sqlite_strict"_s}};
        if (m_text.options().contains(option) || isStated(keys.value(option)))
            return;
        m_text.addOption(option);
        m_isChanged = true;
    }

    const CompletionSource &m_source;
    TableText m_text;
    TableText m_before;
    TableText m_now;
    QStringList m_leftOut;
    bool m_isChanged = false;
};

} // namespace

CompletedTable completed(const QString &alembics, const CompletionSource &source)
{
    return Completion(alembics, source).run(alembics);
}

} // namespace Migrations::Dialects::Sqlite
