#include "app/cli/readabilitycommand.h"

#include "app/cli/context.h"
#include "app/cli/eachrevision.h"
#include "app/cli/errorform.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;
using Plan::Readability;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// A kind of readability, for text and JSON.
struct Kind {
    Readability readability;
    QString name; ///< in JSON
    QString text;
};

QList<Kind> kinds()
{
    return {{Readability::Readable, u"readable"_s, Tr::tr("readable")},
        {Readability::Refuses, u"refuses"_s, Tr::tr("readable, ends in an exception")},
        {Readability::WithConnection, u"connection"_s, Tr::tr("readable with a connection")},
        {Readability::Opaque, u"opaque"_s, Tr::tr("opaque")}};
}

Kind kindOf(const Plan::RevisionBothWays &revision)
{
    return kinds().value(qsizetype(revision.readability()));
}

QJsonObject toJson(const QList<Plan::RevisionBothWays> &revisions)
{
    QJsonArray list;
    QHash<Readability, int> counts;
    for (const Plan::RevisionBothWays &revision : revisions) {
        QJsonObject one {{u"revision"_s, revision.id()}, {u"readability"_s, kindOf(revision).name}};
        if (const std::optional<Error> reason = revision.reason())
            one.insert(u"reason"_s, errorJson(*reason));
        list << one;
        ++counts[revision.readability()];
    }
    QJsonObject json {{u"revisions"_s, list}};
    for (const Kind &kind : kinds())
        json.insert(kind.name, counts.value(kind.readability));
    return json;
}

void show(Context &context, const QList<Plan::RevisionBothWays> &revisions)
{
    QHash<Readability, int> counts;
    for (const Plan::RevisionBothWays &revision : revisions) {
        ++counts[revision.readability()];
        context.out() << revision.id() << "  "_L1 << kindOf(revision).text << '\n';
        if (const std::optional<Error> reason = revision.reason())
            context.out() << "    "_L1 << reason->message << "\n    "_L1 << reason->at.toString() << '\n';
    }
    context.out().flush();
    for (const Kind &kind : kinds()) {
        if (const int count = counts.value(kind.readability))
            context.log(u"%1: %2"_s.arg(kind.text).arg(count));
    }
}

} // namespace

Command::Description ReadabilityCommand::description() const
{
    return {.name = u"readability"_s,
        .summary = Tr::tr("Say how far each revision can be read without Python"),
        .parameters = eachRevisionParameters(),
        .notes = Tr::tr("Needs no database. What is readable with a connection asks the database for rows or for its\n"
                        "schema. Exit code 3: a revision is opaque.")};
}

ExitCode ReadabilityCommand::execute(Context &context) const
{
    const Result<QList<Plan::RevisionBothWays>> revisions = eachRevision(context);
    if (!revisions)
        return context.fail(revisions.error());
    if (context.options().json)
        context.print(toJson(*revisions));
    else
        show(context, *revisions);
    const auto isOpaque
        = [](const Plan::RevisionBothWays &revision) { return revision.readability() == Readability::Opaque; };
    return std::ranges::any_of(*revisions, isOpaque) ? ExitCode::Differences : ExitCode::Done;
}

} // namespace Cli
