#include "tests/migrations/runner/rebuildproject.h"

#include "migrations/project/migrator.h"
#include "migrations/project/project.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

namespace {

/// notes what is asked
class NotedAnswers final : public Questions
{
public:
    NotedAnswers(FixedAnswers::Answer answer, QStringList &asked) : m_answers(answer), m_asked(asked) {}
    Result<QString> ask(const Question &question) override
    {
        m_asked << question.text;
        return m_answers.ask(question);
    }

private:
    FixedAnswers m_answers;
    QStringList &m_asked;
};

} // namespace

RebuildProject::RebuildProject(const QStringList &before)
{
    const auto url = Database::DatabaseUrl::parse(u"sqlite:///"_s + m_folder.database());
    m_connection = Database::Connection::open(url.value()).value();
    for (const QString &statement : QStringList {u"PRAGMA foreign_keys = ON"_s} + before) {
        if (const auto done = m_connection->execute(statement); !done)
            qFatal("%s", qPrintable(done.error().toText()));
    }
}

Runner::RunReport RebuildProject::run(const QStringList &upgrade, FixedAnswers::Answer answer)
{
    m_folder.add({.id = u"a"_s, .upgrade = upgrade});
    const Result<std::shared_ptr<const Project>> project = Project::open(m_folder.path());
    if (!project)
        qFatal("%s", qPrintable(project.error().toText()));
    NotedAnswers answers(answer, m_asked);
    const Runner::EventSink sink = [this](const Runner::RunEvent &event) {
        if (const auto *warning = std::get_if<Runner::RunWarning>(&event))
            m_warnings << warning->error;
        const auto *statement = std::get_if<Runner::StatementStarted>(&event);
        if (!statement)
            return;
        m_sent << statement->sql;
        if (m_onStatement)
            m_onStatement(statement->sql);
    };
    return Runner::run(*m_connection,
        {.scripts = (*project)->scripts(),
            .graph = (*project)->graph(),
            .direction = Graph::Direction::Upgrade,
            .target = u"head"_s,
            .isDryRun = m_isDryRun,
            .surroundings = (*project)->surroundings()},
        answers, sink, m_cancel);
}

QStringList RebuildProject::preview(const QStringList &upgrade)
{
    m_folder.add({.id = u"a"_s, .upgrade = upgrade});
    const Result<std::shared_ptr<const Project>> project = Project::open(m_folder.path());
    Migrator migrator(project.value());
    if (const Result<void> connected = migrator.connect(); !connected)
        qFatal("%s", qPrintable(connected.error().toText()));
    const Result<Plan::Preview> preview = migrator.preview(Graph::Direction::Upgrade, u"head"_s);
    if (!preview || preview->error)
        return {(preview ? *preview->error : preview.error()).message};
    QStringList texts;
    for (const Plan::Statement &statement : preview->steps.constFirst().statements) {
        if (!statement.isVersionRow && !statement.isVersionTable)
            texts << statement.sql;
    }
    return texts;
}

QStringList RebuildProject::rows(const QString &query)
{
    const Result<Database::Rows> found = m_connection->execute(query);
    if (!found)
        return {found.error().message};
    QStringList texts;
    for (const QVariantList &row : found->rows) {
        QStringList cells;
        for (const QVariant &cell : row)
            cells << (cell.isNull() ? u"NULL"_s : cell.toString());
        texts << cells.join(u'|');
    }
    return texts;
}

QString RebuildProject::sql(const QString &name)
{
    return value(u"SELECT sql FROM sqlite_master WHERE name = '%1'"_s.arg(name));
}
