#pragma once

#include "migrations/dialects/values.h"
#include "migrations/schema/statement.h"

namespace Migrations::Dialects {

/// Writes one statement on data, or one expression, with its literals, byte for byte as SQLAlchemy's
/// compiler does: the names that it makes up (anon_1), which tables stand in FROM, CTEs before all.
/// A subclass says what its dialect does otherwise.
///
/// One writer writes one text; the parts must outlive it. Not thread safe. Everything throws a
/// Refusal in SQLAlchemy's words.
class StatementWriter
{
public:
    /// functions that a dialect writes in words of its own, by lower-case name
    struct Functions {
        QHash<QString, QString> whole; ///< instead of name and arguments
        QHash<QString, QString> renamed;
    };
    struct Parts {
        const Identifiers &identifiers;
        const Types &types;
        const Functions &functions;
        const Literals &literals;
        const Values &values;
    };
    enum class Columns { Bare, WithTable };

    explicit StatementWriter(const Parts &parts) : m_parts(parts) {}
    virtual ~StatementWriter() = default;
    Q_DISABLE_COPY_MOVE(StatementWriter)

    [[nodiscard]] QString expression(const Schema::Expression &expression, Columns columns);
    [[nodiscard]] QString query(const Schema::Query &query);
    [[nodiscard]] QString change(const Schema::Change &change);
    /// what an INSERT that does not name the column gives it
    [[nodiscard]] QString clientDefault(const Schema::Column &column)
    {
        return clientValue(column, column.clientDefault);
    }

protected:
    using Expression = Schema::Expression;

    /// where in a statement the text stands that is being written
    struct Place {
        Columns columns = Columns::WithTable;
        bool isSelected = false; ///< among what SELECT gives: labels are said with AS
        bool isLabelled = false; ///< within such a label
        bool isOperand = false; ///< within an operator
        bool groupsEagerly = false; ///< within one that wants its operands in parentheses
        bool isCast = false; ///< within the CAST of a JSON element
    };

    // what a dialect does otherwise
    [[nodiscard]] virtual bool hasBooleans() const = 0;
    [[nodiscard]] virtual bool tuplesAreValues() const = 0; ///< IN (VALUES (1, 2))
    [[nodiscard]] virtual bool returnsKeys() const = 0; ///< INSERT … RETURNING the key that nobody asked for
    [[nodiscard]] virtual bool castsParameters() const = 0; ///< :name::UUID
    [[nodiscard]] virtual Columns returningColumns() const = 0;
    [[nodiscard]] virtual QString special(const Expression &operation) = 0; ///< empty: nothing special
    [[nodiscard]] virtual QString specialFunction(const Expression &call) = 0; ///< empty: nothing special
    [[nodiscard]] virtual QString emptySet(const Expression &operation) = 0;
    [[nodiscard]] virtual QString extract(const Expression &expression) = 0;
    [[nodiscard]] virtual QString array(const Expression &expression) = 0;
    [[nodiscard]] virtual QString limits(const Schema::Query &query) = 0;
    [[nodiscard]] virtual QString distinct(const Schema::Query &query) = 0;
    [[nodiscard]] virtual QString lock(const Schema::RowLock &lock) = 0;
    [[nodiscard]] virtual QString deleteUsing(const QString &tables) const = 0;
    [[nodiscard]] virtual QString conflictTarget(const Schema::ConflictClause &clause) const = 0;
    [[nodiscard]] virtual QString jsonIndex(const Expression &index) const = 0; ///< of a Value

    // for them
    [[nodiscard]] QString text(const Expression &expression);
    [[nodiscard]] QString text(const QList<Expression> &expressions, const QString &separator = QStringLiteral(", "));
    [[nodiscard]] QString joinedOperands(const Expression &operation, const QString &separator);
    [[nodiscard]] QString like(const Expression &operation, const QString &left, const QString &right, bool isIlike);
    [[nodiscard]] QString relationName(const Schema::RelationPtr &relation);
    /// Refuses what SQLAlchemy prints with a parameter's name in place of a value, which no database
    /// could read; a connection gets the value.
    void refuseLostValues(const QString &where, const QList<Expression> &expressions) const;
    [[nodiscard]] QString cast(const QString &text, const Schema::Type &type) const;
    [[nodiscard]] const Parts &parts() const { return m_parts; }
    [[nodiscard]] Place &place() { return m_place; }
    /// writes with another place
    template<class Write>
    QString within(const Place &place, Write write)
    {
        const Place before = std::exchange(m_place, place);
        const QString written = write();
        m_place = before;
        return written;
    }

private:
    struct Level {
        QList<Schema::RelationPtr> correlated;
        QList<Schema::RelationPtr> asFrom;
        const Schema::Query *query = nullptr;
    };
    struct NamedColumn {
        Expression column;
        QString label = {}; ///< that must be said; empty: none
        QString fallback = {}; ///< that is said where the expression has no name of its own
    };
    struct Names {
        QHash<QString, Expression> known;
        int repetitions = 0;
    };
    struct WrittenCte {
        Schema::RelationPtr cte;
        QString name;
        QString text; ///< empty: under way
    };
    enum class As { Statement, Relation, Scalar, Part };
    using ExpressionMethod = QString (StatementWriter::*)(const Expression &);

    // names
    [[nodiscard]] QString anonymous(const void *object, const QString &base);
    [[nodiscard]] QString anonymous(const Expression &expression, const QString &base);
    [[nodiscard]] QString shortened(const QString &name);
    [[nodiscard]] QString naturalName(const Expression &expression);
    [[nodiscard]] QString anonymousName(const Expression &expression);

    // expressions
    [[nodiscard]] QString column(const Expression &expression);
    [[nodiscard]] QString function(const Expression &expression);
    [[nodiscard]] QString operation(const Expression &expression);
    [[nodiscard]] QString prefixed(const Expression &expression);
    [[nodiscard]] QString condition(const Expression &expression);
    [[nodiscard]] QString caseOf(const Expression &expression);
    [[nodiscard]] QString over(const Expression &expression);
    [[nodiscard]] QString castOf(const Expression &expression);
    [[nodiscard]] QString labelled(const Expression &expression);
    [[nodiscard]] QString labelName(const Expression &expression);
    [[nodiscard]] QString valueList(const Expression &operation);
    [[nodiscard]] QString value(const Expression &expression);
    [[nodiscard]] QString templateText(const Expression &expression);
    [[nodiscard]] QString conditionsText(const QList<Expression> &conditions);

    // relations
    [[nodiscard]] QString relation(const Schema::RelationPtr &relation);
    [[nodiscard]] QString join(const Schema::Relation &relation);
    [[nodiscard]] QString valuesRelation(const Schema::RelationPtr &relation);
    [[nodiscard]] QString cte(const Schema::RelationPtr &relation);
    [[nodiscard]] QString cteText(const Schema::RelationPtr &relation, const QString &name);
    [[nodiscard]] QString cteClause() const;
    [[nodiscard]] QString relations(const QList<Schema::RelationPtr> &relations);

    // queries
    [[nodiscard]] QString queryText(const Schema::Query &query, As as, bool isLateral = false);
    [[nodiscard]] QString compound(const Schema::Query &query, As as);
    [[nodiscard]] QString select(const Schema::Query &query, As as, bool isLateral);
    [[nodiscard]] QString selectBody(const Schema::Query &query, const QList<Schema::RelationPtr> &from, As as);
    [[nodiscard]] QList<Schema::RelationPtr> displayed(const Schema::Query &query, As as, bool isLateral) const;
    [[nodiscard]] QString repeatedName(const Expression &column, int number);
    [[nodiscard]] NamedColumn unnamed(const Expression &column, Names &names);
    [[nodiscard]] QList<NamedColumn> named(const QList<Expression> &columns, bool qualifiesLabels);
    [[nodiscard]] QString selected(const NamedColumn &column, bool isRelation);
    [[nodiscard]] QString ordered(const QList<Expression> &expressions);
    [[nodiscard]] QStringList columnNames(const Schema::Query &query);

    // changes
    [[nodiscard]] QString changeText(const Schema::Change &change, bool isTop);
    [[nodiscard]] QString insert(const Schema::Change &change, bool isTop);
    [[nodiscard]] QString insertedRows(const Schema::Change &change, bool wantsKey, QStringList &keys);
    [[nodiscard]] QString insertedQuery(const Schema::Change &change);
    [[nodiscard]] QString update(const Schema::Change &change);
    [[nodiscard]] QString deletion(const Schema::Change &change);
    [[nodiscard]] QString conflict(const Schema::Change &change);
    [[nodiscard]] QString returning(const QList<Expression> &columns);
    [[nodiscard]] QString clientValue(const Schema::Column &column, const std::optional<Expression> &given);
    [[nodiscard]] QString parameter(const Schema::Column &column) const;
    [[nodiscard]] QString assigned(const Schema::Assignment &assignment);

    const Parts m_parts;
    Place m_place;
    QList<Level> m_levels;
    QList<WrittenCte> m_ctes;
    QHash<QString, QString> m_anonymous;
    QHash<QString, int> m_counters;
    int m_unnamed = 0;
    int m_shortened = 0;
};

} // namespace Migrations::Dialects
