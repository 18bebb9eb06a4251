#include "migrations/runner/carriedobjects.h"

#include "migrations/dialects/dialect.h"
#include "migrations/dialects/sqlite/sqltokens.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using Dialects::Sqlite::SqlToken;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// "CREATE UNIQUE INDEX IF NOT EXISTS main.x …" in the words that matter
struct Subject {
    bool isCreated = false;
    QString type;
    QString name; ///< empty: some other statement
};

Subject subjectOf(const QString &sql)
{
    static const QStringList skipped {u"UNIQUE"_s, u"TEMP"_s, u"TEMPORARY"_s};
    static const QStringList types {u"INDEX"_s, u"TRIGGER"_s};
    static const QStringList conditions {u"IF"_s, u"NOT"_s, u"EXISTS"_s};
    const QList<SqlToken> tokens = Dialects::Sqlite::sqlTokens(sql.left(1000));
    qsizetype at = 0;
    const auto word = [&] { return tokens.value(at).kind == SqlToken::Kind::Word ? tokens[at].text.toUpper() : QString(); };
    const QString verb = word();
    if (verb != u"CREATE" && verb != u"DROP")
        return {};
    ++at;
    while (skipped.contains(word()))
        ++at;
    const QString type = word();
    if (!types.contains(type))
        return {};
    ++at;
    while (conditions.contains(word()))
        ++at;
    if (tokens.value(at + 1).text == u".")
        at += 2;
    return {.isCreated = verb == u"CREATE", .type = type.toLower(), .name = tokens.value(at).text};
}

} // namespace

void CarriedObjects::uses(const Dependents &dependents, const QString &table)
{
    m_used << Used {dependents, table};
}

QString CarriedObjects::before(const QString &sql)
{
    if (m_carried.isEmpty() && m_missing.isEmpty())
        return {};
    const Subject subject = subjectOf(sql);
    if (subject.name.isEmpty())
        return {};
    m_missing.remove(key(subject.name));
    const bool isKept = m_carried.value(key(subject.name)) == subject.type;
    if (!isKept)
        return {};
    m_carried.remove(key(subject.name));
    if (!subject.isCreated)
        return {};
    return u"DROP %1 IF EXISTS %2"_s.arg(
        subject.type.toUpper(), Dialects::Dialect::sqlite().quoted(subject.name));
}

void CarriedObjects::beginStep()
{
    m_missing.clear();
    m_used.clear();
    m_lost.clear();
}

Result<void> CarriedObjects::finishStep(Database::Connection &connection) const
{
    if (!m_missing.isEmpty())
        return failure(m_missing.first());
    for (const Lost &lost : m_lost) {
        const Result<void> parents = ForeignKeyViolations::read(connection, lost.table)
                                         .and_then([&](const ForeignKeyViolations &now) { return now.noneSince(lost.before); });
        if (!parents)
            return parents;
    }
    for (const Used &used : m_used) {
        const QList<Dependents::Broken> broken = used.dependents.broken(connection);
        if (broken.isEmpty())
            continue;
        const auto &[object, reason] = broken.constFirst();
        const bool isView = object.type == u"view";
        return failure({.code = ErrorCode::Conflict,
            .message = (isView ? Tr::tr("The view %1 cannot be used any more after the change of %2: %3")
                               : Tr::tr("The trigger %1 cannot be used any more after the change of %2: %3"))
                           .arg(object.name, used.table, reason),
            .statement = object.sql,
            .nextStep = Tr::tr("Drop it in the script, with op.execute(\"DROP %1 %2\"), and make it again as it shall be.")
                            .arg(object.type.toUpper(), object.name)});
    }
    return {};
}

} // namespace Migrations::Runner
