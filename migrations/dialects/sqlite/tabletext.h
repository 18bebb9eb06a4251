#pragma once

#include "migrations/dialects/sqlite/sqltokens.h"

#include <QStringList>

#include <optional>

namespace Migrations::Dialects::Sqlite {

/// The text of a CREATE TABLE in its parts, each as it is written
/// (https://www.sqlite.org/lang_createtable.html). Takes what SQLite has stored, or what a compiler
/// has written; never fails, what it does not know stays part of the clause before.
class TableText final
{
public:
    /// "CONSTRAINT name CHECK (…)", "DEFAULT 5", "NOT NULL ON CONFLICT IGNORE"
    struct Clause {
        QString kind; ///< its first word in upper case; "AS" also for GENERATED ALWAYS AS
        QString name = {}; ///< behind CONSTRAINT; empty: none
        QString namedAs = {}; ///< "CONSTRAINT name " as it is written
        QString text; ///< without the name

        [[nodiscard]] QString written() const { return namedAs + text; }
        /// the columns of a key or CHECK list: "a COLLATE nocase DESC" is one part
        [[nodiscard]] QList<QList<SqlToken>> parts() const;
        [[nodiscard]] QStringList columns() const;
        [[nodiscard]] bool has(QLatin1StringView word) const;
        /// what stands in its first bracket
        [[nodiscard]] std::optional<QString> group() const;
    };

    /// A column, or one constraint of the table.
    struct Item {
        QString column = {}; ///< empty: a constraint
        QString writtenName = {}; ///< of the column, with its quotes
        QString type = {};
        QList<Clause> clauses = {};

        [[nodiscard]] const Clause *clause(QLatin1StringView kind) const;
        [[nodiscard]] QString written() const;
    };

    explicit TableText(const QString &sql);

    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    [[nodiscard]] QList<Item> &items() { return m_items; }
    [[nodiscard]] const Item *column(const QString &name) const;
    /// "WITHOUT ROWID", "STRICT"
    [[nodiscard]] const QStringList &options() const { return m_options; }
    void addOption(const QString &option) { m_options << option; }

    /// the text as SQLAlchemy lays it out
    [[nodiscard]] QString written() const;

private:
    void readItem(const QString &sql, const QList<SqlToken> &tokens);

    QString m_head; ///< up to the bracket
    QList<Item> m_items;
    QStringList m_options;
};

/// Whether two texts say the same: blanks, comments, quotes of names and the case of words apart.
[[nodiscard]] bool saysTheSame(const QString &one, const QString &other);
/// Whether a name stands anywhere in the text, as a word or between double quotes.
[[nodiscard]] bool mentions(const QString &sql, const QString &name);

} // namespace Migrations::Dialects::Sqlite
