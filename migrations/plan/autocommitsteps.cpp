#include "migrations/plan/autocommitsteps.h"

#include "migrations/scripts/revisionsource.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

QList<Error> autocommitWarnings(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps)
{
    static constexpr QByteArrayView word = "autocommit_block";
    QList<Error> warnings;
    for (const Graph::Step &step : steps) {
        const Scripts::Revision *revision = scripts.revision(step.revision);
        if (!revision || revision->language != Scripts::Language::Python)
            continue;
        const Result<QByteArray> source = Scripts::readSource(*revision);
        const qsizetype place = source ? source->indexOf(word) : -1;
        if (place < 0)
            continue;
        warnings << Error {.code = ErrorCode::Conflict,
            .message = Tr::tr("Revision %1 has statements outside of a transaction: when it comes to them, everything "
                              "before them is committed and stays, even if the step fails then.")
                           .arg(step.revision),
            .at = {.file = revision->path, .line = int(QByteArrayView(*source).first(place).count('\n')) + 1}};
    }
    return warnings;
}

} // namespace Migrations::Plan
