#pragma once

#include "migrations/schema/table.h"

namespace Migrations::Schema {

// Statements on data before a dialect writes them down: what SQLAlchemy builds with select(),
// insert(), update() and delete(). Trees of values; what is shared is immutable. Two relations are
// the same when they are the same object, as with SQLAlchemy: a SELECT names each once.

using RelationPtr = std::shared_ptr<const Relation>;
using QueryPtr = std::shared_ptr<const Query>;
struct Change;

/// What stands in FROM.
struct Relation {
    enum class Kind { Table, Alias, Subquery, Cte, Join, Values, Function, Text };

    Kind kind = Kind::Table;
    QString name = {}; ///< empty: the compiler makes one up ("anon_1", "users_1")
    QString schema = {};
    QList<Column> columns = {}; ///< what it offers; of a Join: nothing, its sides offer theirs
    std::shared_ptr<const Table> declared = {}; ///< one that knows its key (sa.Table, op.create_table)

    RelationPtr left = {}; ///< what an Alias is of; the left side of a Join
    RelationPtr right = {};
    Expression condition = {};
    bool isOuter = false;
    bool isFull = false;

    QueryPtr query = {}; ///< of a Subquery or Cte
    std::shared_ptr<const Change> change = {}; ///< of a Cte that inserts, updates or deletes
    RelationPtr restates = {}; ///< of a Cte: the one that it continues (cte.union_all())
    bool isRecursive = false;
    bool isLateral = false;
    QString prefix = {}; ///< of a Cte: "MATERIALIZED"
    bool isNamed = true; ///< its columns stand with its name (not so for unnamed Values)

    QList<QList<Expression>> rows = {}; ///< of Values
    Expression function = {}; ///< of a Function: func.x(…).table_valued(…); of a Text: that
    bool hasColumnList = false; ///< AS name(a, b)
};

/// FOR UPDATE and its kin; SQLite has nothing of it.
struct RowLock {
    bool read = false;
    bool keyShare = false;
    bool noWait = false;
    bool skipLocked = false;
    QList<RelationPtr> of = {};
};

/// A SELECT, or several with `keyword` between them, or the text of one.
struct Query {
    QString keyword = {}; ///< "UNION ALL"…; empty: one SELECT
    QList<QueryPtr> parts = {};
    std::optional<Expression> text = {}; ///< text().columns()

    QList<Expression> columns = {};
    bool qualifiesLabels = false; ///< labels are table_column (LABEL_STYLE_TABLENAME_PLUS_COL)
    bool isDistinct = false;
    QList<Expression> distinctOn = {};
    QStringList prefixes = {};
    QList<RelationPtr> from = {}; ///< said by select_from() or join(); what the columns need is found
    QList<Expression> where = {};
    QList<Expression> groupBy = {};
    QList<Expression> having = {};
    QList<Expression> orderBy = {};
    std::optional<Expression> limit = {};
    std::optional<Expression> offset = {};
    std::optional<RowLock> lock = {};
    bool correlates = true; ///< false: correlate(None)
    std::optional<QList<RelationPtr>> correlated = {};
    std::optional<QList<RelationPtr>> notCorrelated = {};
    QList<RelationPtr> ctes = {}; ///< add_cte()
};

/// column = value; the value of a literal has the column's type already
struct Assignment {
    QString column;
    RelationPtr relation = {}; ///< of an UPDATE of several tables: not its own
    Expression value;
};

/// ON CONFLICT of an INSERT.
struct ConflictClause {
    QString dialect; ///< whose insert() it is
    QString constraint = {};
    std::optional<QList<Expression>> target = {};
    std::optional<Expression> targetWhere = {};
    bool doesNothing = false;
    QList<Assignment> set = {}; ///< in the table's order, then what it does not have
    std::optional<Expression> where = {};
};

/// INSERT, UPDATE or DELETE.
struct Change {
    enum class Kind { Insert, Update, Delete };

    Kind kind = Kind::Insert;
    RelationPtr table;
    QList<QList<Assignment>> rows = {}; ///< of an Update: one
    bool hasManyRows = false; ///< values([…]), also of one
    bool keepsOrder = false; ///< ordered_values()
    bool isInline = false; ///< an INSERT that nobody asks for its key
    QueryPtr source = {}; ///< INSERT … SELECT into `sourceColumns`
    QStringList sourceColumns = {};
    bool sourceDefaults = true; ///< from_select(include_defaults=)
    QList<Expression> where = {};
    QList<Expression> returning = {};
    std::optional<ConflictClause> conflict = {};
    QStringList prefixes = {};
    QList<RelationPtr> ctes = {};
};

/// the relations that an expression needs in FROM, each as often as it does
[[nodiscard]] QList<RelationPtr> relationsIn(const Expression &expression);
/// the relation itself, and both sides of a Join
[[nodiscard]] QList<RelationPtr> relationsIn(const RelationPtr &relation);
/// FROM of a SELECT before correlation: each once, without what a Join has already
[[nodiscard]] QList<RelationPtr> relationsOf(const Query &query);
/// the columns that a SELECT gives, a Star as the columns that it stands for
[[nodiscard]] QList<Expression> columnsOf(const Query &query);
/// column `index` of a relation
[[nodiscard]] Expression columnOf(const RelationPtr &relation, qsizetype index);
/// all columns of a relation, of a Join those of both sides
[[nodiscard]] QList<Expression> columnsOf(const RelationPtr &relation);

} // namespace Migrations::Schema
