#include "migrations/project/authoring.h"

#include "migrations/project/configsources.h"
#include "migrations/project/projecttemplates.h"
#include "migrations/scripts/numbering.h"
#include "migrations/scripts/revisionnames.h"
#include "migrations/scripts/revisiontemplate.h"
#include "migrations/scripts/scriptreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStringEncoder>

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

QList<Scripts::Numbering::Name> namesOf(const Project &project, const QStringList &ids)
{
    QList<Scripts::Numbering::Name> names;
    for (const QString &id : ids) {
        if (const Scripts::Revision *revision = project.scripts().revision(id))
            names << Scripts::Numbering::Name {id, QFileInfo(revision->path).fileName()};
    }
    return names;
}

Error fileIsThere(const QString &path)
{
    return {.code = ErrorCode::Conflict,
        .message = Tr::tr("There is a file of this name already."),
        .at = {.file = path},
        .nextStep = Tr::tr("Choose another id or message.")};
}

// what Python refuses in a docstring, where our reading of scripts is more patient
bool hasBadEscape(const QString &message)
{
    static const QRegularExpression escape(
        uR"((?<!\\)(?:\\\\)*\\(?:N|x(?!%1{2})|u(?!%1{4})|U(?!00(?:0%1|10)%1{4})))"_s.replace(
            "%1"_L1, "[0-9a-fA-F]"_L1));
    return escape.match(message).hasMatch();
}

/// One plan on its way: every step either fills in more of it or is the error.
class Author final
{
public:
    Author(const Project &project, const RevisionRequest &request)
        : m_project(project)
        , m_graph(project.graph())
        , m_config(project.config())
        , m_request(request)
    {
    }

    // in Alembic's order, so that of two mistakes the same one is named
    Result<PlannedRevision> plan()
    {
        return checkId()
            .and_then([this] { return findHeads(); })
            .and_then([this] { return findDate(); })
            .and_then([this] { return findFolder(); })
            .and_then([this] { return checkSplice(); })
            .and_then([this] { return findDependencies(); })
            .and_then([this] { return checkLabel(); })
            .and_then([this] { return giveNames(); })
            .and_then([this] { return writeText(); })
            .and_then([this] { return checkText(); })
            .transform([this] { return m_plan; });
    }

private:
    Result<void> checkId()
    {
        m_plan.draft.message = m_request.message;
        m_plan.draft.id = m_request.id;
        return m_request.id.isEmpty() ? Result<void>() : Scripts::checkRevisionId(m_request.id);
    }

    Result<void> findHeads()
    {
        const Result<QStringList> heads = m_graph.resolveAll(m_request.heads);
        if (!heads)
            return failure(headsError(heads.error()));
        m_plan.draft.down = *heads;
        if (QSet<QString>(heads->cbegin(), heads->cend()).size() != heads->size())
            return failure(refused(u"Duplicate head revisions specified"_s, Tr::tr("Name each revision once.")));
        const QList<Error> &problems = m_project.scripts().problems;
        const bool areIds = std::ranges::all_of(
            m_request.heads, [this](const QString &head) { return head == "base"_L1 || m_graph.contains(head); });
        if (problems.isEmpty() || areIds)
            return {};
        Error error = problems.constFirst();
        error.detail = Tr::tr("The new revision might have to follow the one in this file. Nothing was written.");
        error.nextStep = Tr::tr("Repair the file, or name the revision to follow by its id.");
        return failure(error);
    }

    // Alembic has a sentence of its own for this command
    Error headsError(Error error) const
    {
        if (error.message.startsWith("Multiple head revisions are present"_L1)) {
            error.message = u"Multiple heads are present; please specify the head revision on which the new revision "
                            "should be based, or perform a merge."_s;
            error.nextStep = Tr::tr("The heads are %1.").arg(m_graph.heads().join(", "_L1));
        }
        return error;
    }

    Result<void> findDate()
    {
        return Scripts::CreateDate::now(m_config.timezone.text)
            .transform([this](const Scripts::CreateDate &date) { m_plan.draft.createDate = date; })
            .transform_error([this](Error error) {
                error.at = m_config.timezone.at;
                return error;
            });
    }

    Result<void> findFolder()
    {
        const QStringList locations = m_project.versionLocations();
        QString folder = m_request.versionPath;
        if (folder.isEmpty() && locations.size() == 1)
            folder = locations.constFirst();
        if (folder.isEmpty()) {
            const QList<Scripts::Numbering::Name> heads = namesOf(m_project, m_plan.draft.down);
            if (heads.isEmpty())
                return failure(refused(u"Multiple version locations present, please specify --version-path"_s,
                    Tr::tr("The locations are %1.").arg(locations.join(", "_L1))));
            folder = QFileInfo(m_project.scripts().revision(heads.constFirst().id)->path).path();
        }
        m_folder = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
        const bool isKnown = std::ranges::any_of(
            locations, [this](const QString &location) { return QDir::cleanPath(location) == m_folder; });
        if (!isKnown)
            return failure(
                refused(u"Path %1 is not represented in current version locations"_s.arg(folder),
                    Tr::tr("The locations are %1.").arg(locations.join(", "_L1)), ErrorCode::NotFound));
        if (!QFileInfo::exists(m_folder))
            m_plan.folderToMake = m_folder;
        return {};
    }

    Result<void> checkSplice()
    {
        for (const QString &head : std::as_const(m_plan.draft.down)) {
            if (!m_request.splice && !m_graph.isHead(head))
                return failure(refused(u"Revision %1 is not a head revision; please specify --splice to create a new "
                                       "branch from this revision"_s.arg(head),
                    Tr::tr("The heads are %1.").arg(m_graph.heads().join(", "_L1))));
        }
        return {};
    }

    Result<void> findDependencies()
    {
        for (const QString &word : m_request.dependsOn) {
            const Result<QString> id = m_graph.resolve(word);
            if (!id)
                return failure(id.error());
            if (id->isEmpty())
                return failure(refused(Tr::tr("A revision cannot depend on \"%1\".").arg(word),
                    Tr::tr("Name a revision or a branch.")));
            m_plan.draft.dependsOn << (m_graph.labels(*id).contains(word) ? word : *id);
        }
        return {};
    }

    Result<void> checkLabel()
    {
        const QString label = m_request.branchLabel;
        if (label.isEmpty())
            return {};
        m_plan.draft.branchLabels = {label};
        for (const QString &id : m_graph.ids()) {
            if (id == label || m_graph.node(id)->labels.contains(label))
                return failure(refused(u"Branch name '%1' in revision %2 already used by revision %3"_s.arg(
                                           label, m_plan.draft.id.isEmpty() ? u"new"_s : m_plan.draft.id, id),
                    Tr::tr("Choose another label."), ErrorCode::Conflict));
        }
        return {};
    }

    // the branch with the highest number goes on counting
    [[nodiscard]] std::optional<Scripts::Numbering> numbering() const
    {
        std::optional<Scripts::Numbering> best;
        for (const QString &head : m_plan.draft.down) {
            QStringList line;
            for (QString id = head; !id.isEmpty() && m_graph.node(id) && line.size() < 3;
                id = m_graph.node(id)->down.value(0))
                line << id;
            const auto one = Scripts::Numbering::of(namesOf(m_project, line));
            if (one && (!best || best->next({}).toInt() < one->next({}).toInt()))
                best = one;
        }
        return best;
    }

    Result<void> giveNames()
    {
        Scripts::RevisionDraft &draft = m_plan.draft;
        const auto numbers = m_request.numbered && m_request.id.isEmpty() ? numbering() : std::nullopt;
        const QString slug = Scripts::slugOf(draft.message, m_config.truncateSlugLength);
        QString fileName;
        if (numbers) {
            const QString number = numbers->next(namesOf(m_project, m_graph.ids()));
            draft.id = numbers->id(number, slug);
            const bool isTemplateOurs = m_config.fileTemplate.at.file.isEmpty();
            fileName = isTemplateOurs ? numbers->fileName(number, draft.id, slug) : QString();
            if (!draft.id.isEmpty() || !fileName.isEmpty())
                m_plan.countedAfter = numbers->lastName();
        }
        if (draft.id.isEmpty())
            draft.id = Scripts::newRevisionId();
        if (m_graph.contains(draft.id))
            return failure(refused(Tr::tr("There is a revision %1 already.").arg(draft.id),
                Tr::tr("Choose another id."), ErrorCode::Conflict));
        const QString suffix = m_request.language == Scripts::Language::Sql ? u".sql"_s : u".py"_s;
        const Result<QString> name = fileName.isEmpty()
            ? Scripts::fileNameOf(m_config.fileTemplate.text, m_config.truncateSlugLength, draft, suffix)
            : Result<QString>(fileName + suffix);
        if (!name)
            return failure(atTemplate(name.error()));
        m_plan.path = QDir(m_folder).absoluteFilePath(*name);
        return {};
    }

    [[nodiscard]] Error atTemplate(Error error) const
    {
        error.at = m_config.fileTemplate.at;
        return error;
    }

    [[nodiscard]] Result<QString> textOf(const QMap<QString, QString> &options) const
    {
        if (m_request.language == Scripts::Language::Sql)
            return Scripts::sqlRevision(m_plan.draft);
        const QString path = QDir(m_project.scriptLocation()).filePath(u"script.py.mako"_s);
        QFile file(path);
        if (!file.exists())
            return Scripts::revisionFromTemplate(genericRevisionTemplate(), path, m_plan.draft, options);
        if (!file.open(QIODevice::ReadOnly))
            return failure({.code = ErrorCode::Io,
                .message = Tr::tr("The template cannot be read: %1").arg(file.errorString()),
                .at = {.file = path},
                .nextStep = Tr::tr("Check that you may read it.")});
        QByteArray bytes = file.readAll();
        if (bytes.startsWith("\xEF\xBB\xBF"))
            bytes.remove(0, 3);
        return Scripts::revisionFromTemplate(QString::fromUtf8(bytes), path, m_plan.draft, options);
    }

    Result<void> writeText()
    {
        for (const PostWriteHook &hook : m_config.postWriteHooks)
            m_plan.hooksNotRun << hook.name;
        const Result<QString> text = textOf(options());
        if (!text)
            return failure(text.error());
        const QString encoding
            = m_request.language == Scripts::Language::Sql ? QString() : m_config.outputEncoding.text;
        return encode(*text, encoding.isEmpty() ? u"utf-8"_s : encoding);
    }

    // of the configuration's section, for the template
    [[nodiscard]] QMap<QString, QString> options() const
    {
        QMap<QString, QString> all;
        if (!m_config.databases.isEmpty())
            all.insert(u"databases"_s, m_config.databases.join(", "_L1));
        const Result<ConfigSources> sources = ConfigSources::read(m_config.file);
        if (!sources || !sources->ini)
            return all;
        for (const QString &name : sources->ini->options(m_config.section)) {
            if (const auto value = sources->ini->value(m_config.section, name); value && *value)
                all.insert(name, (*value)->text);
        }
        return all;
    }

    Result<void> encode(const QString &text, const QString &encoding)
    {
        QStringEncoder encoder(encoding.toLatin1().constData(), QStringEncoder::Flag::Stateless);
        if (!encoder.isValid())
            return failure({.code = ErrorCode::BadInput,
                .message = Tr::tr("output_encoding is \"%1\", which is not known.").arg(encoding),
                .at = m_config.outputEncoding.at,
                .nextStep = Tr::tr("Write utf-8.")});
        m_plan.text = encoder.encode(text);
        if (!encoder.hasError())
            return {};
        return failure({.code = ErrorCode::BadInput,
            .message = Tr::tr("The revision has characters that %1 does not have.").arg(encoding),
            .at = m_config.outputEncoding.at,
            .nextStep = Tr::tr("Write output_encoding = utf-8, or choose other words for the message.")});
    }

    // reads the text back as Alembic would, before it is a file that breaks the project
    Result<void> checkText()
    {
        const Scripts::RevisionDraft &draft = m_plan.draft;
        if (QFileInfo::exists(m_plan.path))
            return failure(fileIsThere(m_plan.path));
        if (m_request.language == Scripts::Language::Python && hasBadEscape(draft.message))
            return failure(brokenText(Tr::tr("the message has a backslash that Python does not take")));
        const Result<std::optional<Scripts::Revision>> read = Scripts::readRevision(m_plan.text, m_plan.path);
        if (!read || !*read)
            return failure(brokenText(read ? QString() : read.error().message));
        if (!draft.branchLabels.isEmpty() && (*read)->branchLabels.isEmpty())
            return failure(refused(u"Version %1 specified branch_labels %2, however the migration file %3 does not "
                                   "have them; have you upgraded your script.py.mako to include the 'branch_labels' "
                                   "section?"_s.arg(draft.id, draft.branchLabels.constFirst(), m_plan.path),
                Tr::tr("Add \"branch_labels = ${repr(branch_labels)}\" to the template. Nothing was written.")));
        const Scripts::Revision &revision = **read;
        if (revision.id != draft.id || revision.down != draft.down || revision.dependsOn != draft.dependsOn
            || revision.branchLabels != draft.branchLabels)
            return failure(brokenText(Tr::tr("its header would say something else")));
        return {};
    }

    [[nodiscard]] Error brokenText(const QString &reason) const
    {
        return {.code = ErrorCode::BadInput,
            .message = Tr::tr("The new file would not be a revision: %1").arg(reason),
            .at = {.file = QDir(m_project.scriptLocation()).filePath(u"script.py.mako"_s)},
            .nextStep = Tr::tr("Leave quotes at the end, three quotes and backslashes out of the message, or correct "
                               "the template. Nothing was written.")};
    }

    const Project &m_project;
    const Graph::RevisionGraph &m_graph;
    const AlembicConfig &m_config;
    const RevisionRequest &m_request;
    QString m_folder;
    PlannedRevision m_plan;
};

} // namespace

Result<PlannedRevision> planRevision(const Project &project, const RevisionRequest &request)
{
    return Author(project, request).plan();
}

Result<void> writeRevision(const PlannedRevision &revision)
{
    if (QFileInfo::exists(revision.path))
        return failure(fileIsThere(revision.path));
    QSaveFile file(revision.path);
    const bool isWritten = QDir().mkpath(QFileInfo(revision.path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(revision.text) == revision.text.size() && file.commit();
    if (isWritten)
        return {};
    return failure({.code = ErrorCode::Io,
        .message = Tr::tr("The file cannot be written: %1").arg(file.errorString()),
        .at = {.file = revision.path},
        .nextStep = Tr::tr("Check the folder and the space on its disk. Nothing was written.")});
}

} // namespace Migrations
