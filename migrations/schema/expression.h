#pragma once

#include "migrations/schema/type.h"

#include <QList>
#include <QVariant>

namespace Migrations::Schema {

struct Relation;
struct Query;

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
        Column, ///< a column's name, quoted where the dialect asks for it; `relation`: where it is selected
                ///< from, or arguments[0], a Column with the name of its table
        Function, ///< sa.func.<text>(arguments)
        True,
        False,
        Null,
        Binary, ///< arguments with the operator `text` between them (see operators.h; "AND" and "+" take many)
        Prefix, ///< the operator `text` before arguments[0] ("NOT", "-")
        Postfix, ///< the operator `text` after arguments[0] ("DESC", "NULLS LAST")
        Group, ///< arguments[0] in parentheses that were asked for; precedence needs none of these
        Cast, ///< CAST(arguments[0] AS type)
        List, ///< arguments with commas; in parentheses where it is an operand
        Dict, ///< arguments are key, value, key, value…; a key is a String

        // what statements on data have besides
        Value, ///< `value` as a literal of `type`
        ValueList, ///< the Values of IN, which may be none; of a Tuple type, lists of them
        Template, ///< sa.text() with its :names still in it; arguments are name, value, name, value…
        Case, ///< condition, result, condition, result…, and what else; with text "of" the first is what is compared
        Label, ///< arguments[0] AS text; without text the compiler numbers it
        Over, ///< arguments[0] OVER (PARTITION BY arguments[1] ORDER BY arguments[2] text)
        WithinGroup, ///< arguments[0] WITHIN GROUP (ORDER BY arguments[1])
        Filter, ///< arguments[0] FILTER (WHERE arguments[1])
        Extract, ///< EXTRACT(text FROM arguments[0])
        Coerce, ///< arguments[0] with another type (type_coerce)
        Subquery, ///< `query` in parentheses
        Tuple, ///< arguments in parentheses
        Array, ///< ARRAY[arguments]
        Slice, ///< arguments[0]:arguments[1], of an array
        AsBoolean, ///< arguments[0], or its opposite with text "false", where a condition is wanted
        OrderedArgument, ///< arguments[0] ORDER BY arguments[1], in an aggregate function
        Star, ///< all columns of `relation`
        LabelName, ///< text: a label or column of the SELECT around it, by name (ORDER BY)
    };

    Kind kind = Kind::Text;
    QString text;
    QList<Expression> arguments = {};
    std::shared_ptr<const Type> type = {}; ///< what it gives; of a Cast: what it is cast to
    QVariant value = {}; ///< of a Value, see Operations::InsertRows
    std::shared_ptr<const Relation> relation = {};
    std::shared_ptr<const Query> query = {};
    std::optional<int> precedence = {}; ///< of a Binary whose operator a script made with .op()
    bool isComparison = false; ///< of such a Binary
    bool isGroupedEagerly = false; ///< in parentheses wherever it is an operand (->> of PostgreSQL)
    /// the same for the same object of a script: SELECT names it once
    std::shared_ptr<const void> identity = {};

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
