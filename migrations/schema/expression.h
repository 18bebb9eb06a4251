#pragma once

#include <QList>
#include <QString>

namespace Migrations::Schema {

/// A SQL expression before a dialect writes it down: what SQLAlchemy builds with text(), func.x(),
/// true() and literals. A dialect's spelling differs (`now()` on PostgreSQL is CURRENT_TIMESTAMP on
/// SQLite, `true` is 1), so the text is made late.
struct Expression {
    enum class Kind {
        String, ///< a string literal, to be quoted
        Number, ///< written as it is
        Text, ///< sa.text(): SQL as it is
        Column, ///< a column's name, quoted where the dialect asks for it
        Function, ///< sa.func.<text>(arguments)
        True,
        False,
        Null,
    };

    Kind kind = Kind::Text;
    QString text;
    QList<Expression> arguments = {};

    friend bool operator==(const Expression &, const Expression &) = default;
};

} // namespace Migrations::Schema
