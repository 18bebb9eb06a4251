#include "migrations/project/squash.h"

#include "migrations/project/graphchange.h"
#include "migrations/project/project.h"
#include "migrations/project/rowstransaction.h"
#include "migrations/scripts/filechanges.h"
#include "migrations/scripts/headeredit.h"
#include "migrations/scripts/revisionnames.h"
#include "migrations/scripts/scriptreader.h"
#include "migrations/scripts/squashedtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error refused(const QString &message, const QString &nextStep, ErrorCode code = ErrorCode::BadInput)
{
    return {.code = code, .message = message, .nextStep = nextStep};
}

bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

/// One squash on its way to a plan; every step either fills in more of it or is the error.
class Squasher final
{
public:
    Squasher(const Project &project, const SquashRequest &request)
        : m_project(project)
        , m_graph(project.graph())
        , m_request(request)
    {
    }

    Result<SquashPlan> plan()
    {
        m_plan.graphBefore = m_graph;
        return findRange()
            .and_then([this] { return checkClosed(); })
            .and_then([this] { return describe(); })
            .and_then([this] { return nameFile(); })
            .and_then([this] { return editFollowers(); })
            .and_then([this] { return writeText(); })
            .transform([this] { return m_plan; });
    }

private:
    Result<void> findRange()
    {
        if (m_request.range.count(u':') != 1)
            return failure(refused(Tr::tr("\"%1\" is no range.").arg(m_request.range),
                Tr::tr("Write FROM:TO, both included, such as base:%1.").arg(m_graph.heads().value(0))));
        const QString from = m_request.range.section(u':', 0, 0);
        const QString to = m_request.range.section(u':', 1);
        const Result<QString> last = m_graph.resolve(to.isEmpty() ? u"head"_s : to);
        if (!last)
            return failure(last.error());
        m_plan.last = *last;
        const Result<QStringList> range = m_graph.history((from.isEmpty() ? u"base"_s : from) + u':' + *last);
        if (!range)
            return failure(range.error());
        m_members = QSet<QString>(range->cbegin(), range->cend());
        if (m_members.size() < 2)
            return failure(refused(Tr::tr("The range has only one revision."), Tr::tr("Name a longer range.")));
        return inOrder(*last);
    }

    // the order in which they would be applied, dependencies and all
    Result<void> inOrder(const QString &last)
    {
        const Result<QList<Graph::Step>> steps = m_graph.upgrade({}, last);
        if (!steps)
            return failure(steps.error());
        for (const Graph::Step &step : *steps) {
            if (m_members.contains(step.revision))
                m_plan.replaced << step.revision;
        }
        return {};
    }

    Result<void> checkClosed()
    {
        const QString first = m_plan.replaced.constFirst();
        for (const QString &id : std::as_const(m_plan.replaced)) {
            for (const QString &parent : m_graph.node(id)->down) {
                if (id != first && !m_members.contains(parent))
                    return failure(refused(Tr::tr("%1 also follows %2, which is not in the range.").arg(id, parent),
                        Tr::tr("Begin the range where the branches part, or at base.")));
            }
            for (const QString &child : m_graph.children(id)) {
                if (id != m_plan.last && !m_members.contains(child))
                    return failure(refused(Tr::tr("%1 follows %2, which is inside of the range.").arg(child, id),
                        Tr::tr("End the range at %1, or where the branches are merged.").arg(id)));
            }
        }
        return {};
    }

    Result<void> describe()
    {
        Scripts::RevisionDraft &draft = m_plan.draft;
        draft.id = m_request.id.isEmpty() ? m_plan.last : m_request.id;
        draft.message = m_request.message.isEmpty() ? u"squashed"_s : m_request.message;
        draft.down = m_graph.node(m_plan.replaced.constFirst())->down;
        for (const QString &id : std::as_const(m_plan.replaced)) {
            draft.branchLabels << m_graph.node(id)->labels;
            for (const QString &word : m_graph.node(id)->dependsOn) {
                const Result<QString> needed = m_graph.resolve(word);
                if (needed && !m_members.contains(*needed))
                    draft.dependsOn << word;
            }
        }
        draft.dependsOn.removeDuplicates();
        draft.branchLabels.removeDuplicates();
        if (draft.id != m_plan.last && m_graph.contains(draft.id))
            return failure(refused(m_members.contains(draft.id)
                    ? Tr::tr("%1 is in the range: a database that stands there would pass for one that has all of it.")
                          .arg(draft.id)
                    : Tr::tr("There is a revision %1 already.").arg(draft.id),
                Tr::tr("Choose another id, or none: then it is %1.").arg(m_plan.last), ErrorCode::Conflict));
        return Scripts::checkRevisionId(draft.id)
            .and_then([this] { return Scripts::CreateDate::now(m_project.config().timezone.text); })
            .transform([&draft](const Scripts::CreateDate &date) { draft.createDate = date; });
    }

    // a folder that nobody reads, with a name that nobody has
    [[nodiscard]] QString backupFolder(const QString &location) const
    {
        const bool isRecursive = m_project.config().recursiveVersionLocations;
        const auto isRead = [&](const QString &folder) {
            return std::ranges::any_of(m_project.versionLocations(), [&](const QString &read) {
                return isRecursive ? isBelow(folder, QDir::cleanPath(read)) : folder == QDir::cleanPath(read);
            });
        };
        QString folder;
        for (const QString &parent : {location, QDir::cleanPath(m_project.scriptLocation()),
                 QFileInfo(m_project.configFile()).path()}) {
            folder = parent + u"/backup/"_s + m_plan.draft.id;
            if (!isRead(folder))
                break;
        }
        QString free = folder;
        for (int number = 2; QFileInfo::exists(free); ++number)
            free = folder + u'_' + QString::number(number);
        return free;
    }

    Result<void> nameFile()
    {
        const Scripts::Revision *last = m_project.scripts().revision(m_plan.last);
        const QString suffix = last->language == Scripts::Language::Sql ? u".sql"_s : u".py"_s;
        const AlembicConfig &config = m_project.config();
        static const QRegularExpression hasWords(
            u"^[0-9]+_\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
        const bool isNamedById = config.fileTemplate.at.file.isEmpty() && hasWords.match(m_plan.draft.id).hasMatch();
        const Result<QString> name = isNamedById
            ? Result<QString>(m_plan.draft.id + suffix)
            : Scripts::fileNameOf(config.fileTemplate.text, config.truncateSlugLength, m_plan.draft, suffix);
        if (!name)
            return failure(name.error());
        const QString location = QFileInfo(last->path).absolutePath();
        m_plan.path = QDir(location).absoluteFilePath(*name);
        const QString backup = backupFolder(location);
        QSet<QString> names;
        for (const QString &id : std::as_const(m_plan.replaced)) {
            const QString from = QFileInfo(m_project.scripts().revision(id)->path).absoluteFilePath();
            const QString fileName = QFileInfo(from).fileName();
            m_plan.moves << SquashPlan::Move {
                from, backup + u'/' + (names.contains(fileName) ? id + u'_' : QString()) + fileName};
            names << fileName;
        }
        const bool isFree = !QFileInfo::exists(m_plan.path)
            || std::ranges::any_of(m_plan.moves, [this](const auto &move) { return move.from == m_plan.path; });
        if (isFree)
            return {};
        return failure({.code = ErrorCode::Conflict,
            .message = Tr::tr("There is a file of this name already."),
            .at = {.file = m_plan.path},
            .nextStep = Tr::tr("Choose another id or message.")});
    }

    // the words of a revision outside, with the new id for every replaced one
    [[nodiscard]] QStringList renamed(const QStringList &words, bool areSymbols) const
    {
        QStringList result;
        for (const QString &word : words) {
            const Result<QString> id = areSymbols ? m_graph.resolve(word) : Result<QString>(word);
            const bool isLabel = areSymbols && !m_graph.contains(word) && id && m_graph.labels(*id).contains(word);
            result << (id && m_members.contains(*id) && !isLabel ? m_plan.draft.id : word);
        }
        result.removeDuplicates();
        return result;
    }

    Result<void> editFollowers()
    {
        using enum Scripts::HeaderField;
        const Scripts::RevisionDraft &draft = m_plan.draft;
        QList<Graph::Node> nodes;
        for (Graph::Node node : nodesOf(m_graph)) {
            if (m_members.contains(node.id)) {
                if (node.id == m_plan.last)
                    nodes << Graph::Node {.id = draft.id,
                        .down = draft.down,
                        .dependsOn = draft.dependsOn,
                        .labels = draft.branchLabels,
                        .at = {.file = m_plan.path}};
                continue;
            }
            const Graph::Node before = node;
            node.down = renamed(node.down, false);
            node.dependsOn = renamed(node.dependsOn, true);
            nodes << node;
            if (node == before)
                continue;
            const QString path = m_project.scripts().revision(node.id)->path;
            Result<QByteArray> text = fileOf(m_project, node.id);
            if (text)
                text = Scripts::withHeader(*text, path, Down, node.down);
            if (text)
                text = Scripts::withHeader(*text, path, DependsOn, node.dependsOn);
            if (!text)
                return failure(text.error());
            m_plan.followers << SquashPlan::File {node.id, path, *text};
        }
        return changedGraph(m_graph, nodes).transform([](const Graph::RevisionGraph &) {});
    }

    Result<void> writeText()
    {
        QList<Scripts::ReplacedRevision> replaced;
        for (const QString &id : std::as_const(m_plan.replaced)) {
            const Result<QByteArray> bytes = fileOf(m_project, id);
            if (!bytes)
                return failure(bytes.error());
            replaced << Scripts::ReplacedRevision {*m_project.scripts().revision(id), *bytes};
        }
        const Result<QString> text = Scripts::squashedText(m_plan.draft, replaced);
        if (!text)
            return failure(text.error());
        m_plan.text = text->toUtf8();
        const Result<std::optional<Scripts::Revision>> read = Scripts::readRevision(m_plan.text, m_plan.path);
        const Scripts::RevisionDraft &draft = m_plan.draft;
        if (read && *read && (*read)->id == draft.id && (*read)->down == draft.down
            && (*read)->dependsOn == draft.dependsOn && (*read)->branchLabels == draft.branchLabels)
            return {};
        return failure(refused(Tr::tr("The new file would not be a revision: %1")
                                   .arg(read ? Tr::tr("its header would say something else") : read.error().message),
            Tr::tr("Choose another message. Nothing was changed.")));
    }

    const Project &m_project;
    const Graph::RevisionGraph &m_graph;
    const SquashRequest &m_request;
    QSet<QString> m_members;
    SquashPlan m_plan;
};

} // namespace

QString SquashPlan::backupFolder() const
{
    return QFileInfo(moves.constFirst().to).path();
}

Result<SquashPlan> planSquash(const Project &project, const SquashRequest &request)
{
    return Squasher(project, request).plan();
}

Result<QList<Graph::RowChange>> rowChanges(const SquashPlan &plan, const QStringList &rows)
{
    for (const QString &row : rows) {
        if (!plan.graphBefore.contains(row))
            return failure(plan.graphBefore.unknownRow(row));
    }
    const Result<QSet<QString>> applied = plan.graphBefore.applied(rows);
    if (!applied)
        return failure(applied.error());
    const auto isApplied = [&applied](const QString &id) { return applied->contains(id); };
    if (std::ranges::any_of(plan.replaced, isApplied) && !std::ranges::all_of(plan.replaced, isApplied))
        return failure(refused(
            Tr::tr("The database stands at %1, inside of the range.").arg(rows.join(", "_L1)),
            Tr::tr("Upgrade it to %1 first, with the files as they are.").arg(plan.last), ErrorCode::Conflict));
    QList<Graph::RowChange> changes;
    if (rows.contains(plan.last) && !plan.keepsId())
        changes << Graph::RowChange {.kind = Graph::RowChange::Kind::Update, .from = plan.last, .to = plan.draft.id};
    return changes;
}

Result<void> squash(const SquashPlan &plan, RowsTransaction *database)
{
    Scripts::FileChanges files;
    for (const SquashPlan::Move &move : plan.moves)
        files.move(move.from, move.to);
    files.write(plan.path, plan.text);
    for (const SquashPlan::File &follower : plan.followers)
        files.write(follower.path, follower.text);
    Result<void> done;
    if (database)
        done = rowChanges(plan, database->rows()).and_then([database](const QList<Graph::RowChange> &changes) {
            return database->write(changes);
        });
    if (done)
        done = files.apply();
    if (done && database)
        done = database->commit();
    if (done)
        files.keep();
    return done;
}

} // namespace Migrations
