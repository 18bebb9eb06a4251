#pragma once

#include "migrations/schema/type.h"

#include <QList>

namespace Migrations::Schema {

/// A SQL expression before a dialect writes it down: what SQLAlchemy builds with text(), func.x(),
/// true(), operators and literals. A dialect's spelling differs (`now()` on PostgreSQL is
/// CURRENT_TIMESTAMP on SQLite, `true` is 1), so the text is made late.
///
/// The same tree holds the values of dialect options (`postgresql_include=["a"]`): a string is a
/// String, a bool True or False, None is Null, a list a List, a dictionary a Dict.
struct Expression {
    enum class Kind {
        String, ///< a string literal, to be quoted
        Number, ///< written as it is
        Text, ///< sa.text(), literal_column(): SQL as it is, already through text()'s parameter rules
        Column, ///< a column's name, quoted where the dialect asks for it; arguments[0]: its table, a Column
        Function, ///< sa.func.<text>(arguments)
        True,
        False,
        Null,
        Binary, ///< arguments with the operator `text` between them ("=", "AND", "||", "IS NOT", "IN")
        Prefix, ///< the operator `text` before arguments[0] ("NOT", "-")
        Postfix, ///< the operator `text` after arguments[0] ("DESC", "NULLS LAST")
        Group, ///< arguments[0] in parentheses that were asked for; precedence needs none of these
        Cast, ///< CAST(arguments[0] AS type)
        List, ///< arguments with commas; in parentheses where it is an operand
        Dict, ///< arguments are key, value, key, value…; a key is a String
    };

    Kind kind = Kind::Text;
    QString text;
    QList<Expression> arguments = {};
    std::shared_ptr<const Type> type = {}; ///< of a Cast

    [[nodiscard]] static Expression string(const QString &text) { return {.kind = Kind::String, .text = text}; }
    [[nodiscard]] static Expression number(const QString &text) { return {.kind = Kind::Number, .text = text}; }
    [[nodiscard]] static Expression sql(const QString &text) { return {.kind = Kind::Text, .text = text}; }
    [[nodiscard]] static Expression column(const QString &name) { return {.kind = Kind::Column, .text = name}; }
    [[nodiscard]] static Expression boolean(bool value) { return {.kind = value ? Kind::True : Kind::False}; }
    [[nodiscard]] static Expression list(const QStringList &strings);

    /// what is not False, Null, empty text or an empty List: Python's truth
    [[nodiscard]] bool isTrue() const;
    /// the text of the arguments of a List; of anything else its own text, if it has one
    [[nodiscard]] QStringList strings() const;

    friend bool operator==(const Expression &left, const Expression &right);
};

} // namespace Migrations::Schema
