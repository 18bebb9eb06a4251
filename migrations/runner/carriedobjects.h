#pragma once

#include "migrations/runner/dependents.h"
#include "migrations/runner/foreignkeyviolations.h"

#include <QMap>

namespace Migrations::Runner {

/// What a table that was made anew has kept beyond Alembic, and what it could not keep. A script that
/// knows Alembic's losses makes its triggers and indexes again, in its own words: those stand, and
/// what could not be kept has to be made again or dropped by the script until its step ends.
class CarriedObjects final
{
public:
    void carry(const QString &type, const QString &name) { m_carried.insert(key(name), type); }
    /// `what` goes on without the object; its error is the step's when the script says nothing about it
    void missing(const QString &name, const Error &error) { m_missing.insert(key(name), error); }
    /// after the change of the table rows had no parent that had one in `before`
    void lostParents(const QString &table, const ForeignKeyViolations &before) { m_lost << Lost {table, before}; }
    void uses(const Dependents &dependents, const QString &table);

    /// what has to be sent before the statement, because it makes an object of a name that was kept
    [[nodiscard]] QString before(const QString &sql);

    /// the next step begins; what was kept stays known
    void beginStep();
    [[nodiscard]] Result<void> finishStep(Database::Connection &connection) const;

private:
    struct Lost {
        QString table;
        ForeignKeyViolations before;
    };
    struct Used {
        Dependents dependents;
        QString table;
    };

    [[nodiscard]] static QString key(const QString &name) { return name.toLower(); }

    QMap<QString, QString> m_carried; ///< types by name
    QMap<QString, Error> m_missing;
    QList<Used> m_used;
    QList<Lost> m_lost;
};

} // namespace Migrations::Runner
