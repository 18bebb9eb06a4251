#include "migrations/dialects/sqlite/createtabletext.h"

#include <algorithm>
#include <utility>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;
using Schema::Expression;

namespace {

bool isOneOf(const SqlToken &token, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return token.isWord(word); });
}

/// the names in "a, b COLLATE nocase DESC"
QStringList columnNames(const SqlToken &group)
{
    QStringList names;
    for (const QList<SqlToken> &part : atCommas(sqlTokens(group.text))) {
        if (!part.isEmpty())
            names << part.constFirst().text;
    }
    return names;
}

} // namespace

/// Where the reading of one column or table constraint stands.
class CreateTableText::Item final
{
public:
    explicit Item(const QList<SqlToken> &tokens)
        : m_tokens(tokens)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_tokens.size(); }
    [[nodiscard]] SqlToken peek() const { return m_tokens.value(m_at); }
    SqlToken take() { return m_tokens.value(m_at++); }
    [[nodiscard]] bool isGroup() const { return peek().kind == SqlToken::Kind::Group; }
    [[nodiscard]] Schema::Name takeName()
    {
        const QString text = std::exchange(name, {});
        return {.text = text, .isFinal = !text.isEmpty()};
    }

    QString column; ///< empty: a table constraint
    QString name; ///< behind CONSTRAINT
    QStringList columns; ///< that the next key or reference is about
    Schema::Constraint *last = nullptr; ///< that later words change; null: they are about NOT NULL

private:
    QList<SqlToken> m_tokens;
    qsizetype m_at = 0;
};

CreateTableText::CreateTableText(const QString &sql)
{
    for (const SqlToken &token : sqlTokens(sql)) {
        if (token.isWord("VIRTUAL"_L1))
            return;
        if (token.kind != SqlToken::Kind::Group)
            continue;
        for (const QList<SqlToken> &item : atCommas(sqlTokens(token.text)))
            readItem(item);
        return;
    }
}

void CreateTableText::readItem(const QList<SqlToken> &tokens)
{
    Item item(tokens);
    const bool isTableConstraint =
        isOneOf(item.peek(), {"CONSTRAINT"_L1, "PRIMARY"_L1, "UNIQUE"_L1, "CHECK"_L1, "FOREIGN"_L1});
    if (!isTableConstraint) {
        item.column = item.take().text;
        item.columns = {item.column};
    }
    while (!item.atEnd())
        readClause(item);
}

void CreateTableText::readClause(Item &item)
{
    const SqlToken token = item.take();
    if (token.isWord("CONSTRAINT"_L1)) {
        item.name = item.take().text;
    } else if (isOneOf(token, {"PRIMARY"_L1, "UNIQUE"_L1})) {
        readKey(item, token.isWord("PRIMARY"_L1));
    } else if (token.isWord("CHECK"_L1) && item.isGroup()) {
        const Schema::Name name = item.takeName();
        add(item, Schema::CheckConstraint {.name = name, .condition = Expression::sql(item.take().text.trimmed())});
    } else if (token.isWord("FOREIGN"_L1)) {
        item.take();
        item.columns = columnNames(item.take());
    } else if (token.isWord("REFERENCES"_L1)) {
        readReference(item);
    } else if (token.isWord("AUTOINCREMENT"_L1)) {
        m_autoincrement = true;
    } else if (token.isWord("COLLATE"_L1)) {
        m_collations.insert(item.column.toLower(), item.take().text);
    } else if (token.isWord("AS"_L1) && item.isGroup()) {
        m_computed.insert(item.column.toLower(), item.take().text.trimmed());
    } else if (isOneOf(token, {"DEFAULT"_L1, "MATCH"_L1})) {
        item.take();
    } else {
        readDetail(item, token);
    }
}

void CreateTableText::readDetail(Item &item, const SqlToken &token)
{
    auto *key = item.last ? std::get_if<Schema::ForeignKey>(item.last) : nullptr;
    if (token.isWord("NOT"_L1) && !item.peek().isWord("DEFERRABLE"_L1)) {
        item.last = nullptr;
        item.name.clear();
    } else if (isOneOf(token, {"NOT"_L1, "DEFERRABLE"_L1})) {
        if (token.isWord("NOT"_L1))
            item.take();
        if (key)
            key->deferrability.deferrable = !token.isWord("NOT"_L1);
    } else if (token.isWord("INITIALLY"_L1)) {
        const QString moment = item.take().text.toUpper();
        if (key)
            key->deferrability.initially = moment;
    } else if (token.isWord("ON"_L1)) {
        readAction(item);
    }
}

void CreateTableText::readAction(Item &item)
{
    const bool isConflict = item.take().isWord("CONFLICT"_L1);
    const SqlToken action = item.take();
    if (isOneOf(action, {"SET"_L1, "NO"_L1})) // NULL, DEFAULT, ACTION
        item.take();
    if (!isConflict || !item.last)
        return;
    const auto options = [](auto &constraint) -> Schema::DialectOptions * {
        if constexpr (requires { constraint.options; })
            return &constraint.options;
        return nullptr;
    };
    if (Schema::DialectOptions *found = std::visit(options, *item.last))
        found->insert(u"sqlite_on_conflict"_s, Expression::string(action.text.toUpper()));
}

void CreateTableText::readKey(Item &item, bool isPrimary)
{
    if (isPrimary)
        item.take(); // KEY
    const Schema::Name name = item.takeName();
    const QStringList columns = item.isGroup() ? columnNames(item.take()) : item.columns;
    if (isPrimary)
        add(item, Schema::PrimaryKey {.name = name, .columns = columns});
    else
        add(item, Schema::UniqueConstraint {.name = name, .columns = columns});
}

void CreateTableText::readReference(Item &item)
{
    const Schema::Name name = item.takeName();
    Schema::ForeignKey key {.name = name, .columns = item.columns, .referredTable = item.take().text};
    if (item.isGroup())
        key.referredColumns = columnNames(item.take());
    add(item, key);
}

void CreateTableText::add(Item &item, const Schema::Constraint &constraint)
{
    m_constraints << constraint;
    item.last = &m_constraints.last();
}

} // namespace Migrations::Dialects::Sqlite
