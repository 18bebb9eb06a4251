#pragma once

#include "migrations/base/questions.h"
#include "migrations/runner/rowsatrisk.h"

#include <QSet>

namespace Migrations::Runner {

/// Sees to it that no data goes without a yes. What a step would take away is counted before it goes;
/// a step at whose end something is there that nobody has agreed to is rolled back, the question is
/// asked while no transaction is open, once for all of it, and a yes lets the step try again. Where
/// nothing could be rolled back any more the question is asked on the spot.
class RiskGuard final
{
public:
    RiskGuard(Database::Connection &connection, Questions &questions)
        : m_connection(connection)
        , m_questions(questions)
    {
    }

    void beginStep(const QString &revision);
    /// Before the operation is carried out. `isFinal`: it cannot be rolled back. Errors: Refused, and those
    /// of the server.
    [[nodiscard]] Result<void> before(const Operations::Operation &operation, bool isFinal);
    /// The script itself has asked in this step, and heard yes.
    void agreeToStep();
    /// what goes in this step and nobody has agreed to
    [[nodiscard]] const QList<RowsAtRisk> &pending() const { return m_pending; }
    /// Asks about pending(). A yes holds for this step of the run. Errors: Refused, and those of Questions.
    [[nodiscard]] Result<void> ask();

private:
    [[nodiscard]] static QString key(const RowsAtRisk &risk);

    Database::Connection &m_connection;
    Questions &m_questions;
    QString m_revision;
    QList<RowsAtRisk> m_pending;
    bool m_isAgreed = false; ///< to the step as a whole
    QHash<QString, QSet<QString>> m_agreed; ///< by revision
};

} // namespace Migrations::Runner
