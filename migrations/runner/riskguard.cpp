#include "migrations/runner/riskguard.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

void RiskGuard::beginStep(const QString &revision)
{
    m_revision = revision;
    m_pending.clear();
    m_isAgreed = false;
}

void RiskGuard::agreeToStep()
{
    m_isAgreed = true;
    m_pending.clear();
}

QString RiskGuard::key(const RowsAtRisk &risk)
{
    return QString::number(int(risk.kind)) + risk.name;
}

Result<void> RiskGuard::before(const Operations::Operation &operation, bool isFinal)
{
    if (m_isAgreed)
        return {};
    const Result<QList<RowsAtRisk>> risks = rowsAtRisk(m_connection, operation);
    if (!risks)
        return failure(risks.error());
    for (const RowsAtRisk &risk : *risks) {
        if (!m_agreed.value(m_revision).contains(key(risk)))
            m_pending << risk;
    }
    return isFinal ? ask() : Result<void>();
}

Result<void> RiskGuard::ask()
{
    if (m_pending.isEmpty())
        return {};
    QStringList losses;
    for (const RowsAtRisk &risk : std::as_const(m_pending))
        losses << risk.toString();
    const QString what = Tr::tr("Step %1 takes data away: %2.").arg(m_revision, losses.join(u"; "_s));
    const Question question {.kind = Question::Kind::Confirmation,
        .text = what + u' ' + Tr::tr("Go on? (yes/no): "),
        .yes = u"yes"_s,
        .no = u"no"_s};
    const Result<QString> answer = m_questions.ask(question);
    if (!answer)
        return failure(answer.error());
    if (*answer != question.yes)
        return failure(Error {.code = ErrorCode::Refused,
            .message = what,
            .nextStep = Tr::tr("Save the data first, or agree that it goes.")});
    for (const RowsAtRisk &risk : std::as_const(m_pending))
        m_agreed[m_revision] << key(risk);
    m_pending.clear();
    return {};
}

} // namespace Migrations::Runner
