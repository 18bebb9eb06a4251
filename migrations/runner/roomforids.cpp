#include "migrations/runner/roomforids.h"

#include "migrations/plan/versioncolumn.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<int> roomForIds(Database::Connection &connection, const History::VersionTable &table,
    const QList<Graph::Step> &steps, Questions &questions)
{
    const Result<int> length = table.columnLength(connection);
    if (!length)
        return failure(length.error());
    const Plan::VersionColumn column(table.sql(), *length);
    const QString id = column.tooLong(steps);
    if (id.isEmpty())
        return 0;
    const int room = Plan::VersionColumn::roomFor(id);
    const QString why = column.explanation(id);
    const Question question {.kind = Question::Kind::Confirmation,
        .text = why + u' ' + Tr::tr("Widen the column to %1 characters? (yes/no): ").arg(room),
        .yes = u"yes"_s,
        .no = u"no"_s};
    const Result<QString> answer = questions.ask(question);
    if (!answer)
        return failure(answer.error());
    if (*answer == question.yes)
        return room;
    return failure(Error {.code = ErrorCode::Refused,
        .message = why,
        .nextStep = Tr::tr("Agree to widen the column, run \"%1\" yourself, or give the revision a shorter id.")
                        .arg(table.sql().widen(room))});
}

} // namespace Migrations::Runner
