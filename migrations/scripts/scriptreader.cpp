#include "migrations/scripts/scriptreader.h"

#include "migrations/scripts/pythonheader.h"
#include "migrations/scripts/revisionfile.h"
#include "migrations/scripts/revisionfolder.h"
#include "migrations/scripts/sqlheader.h"

#include <QCoreApplication>

#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Header = Result<std::optional<Revision>>;

// fewer are read before another thread has started
constexpr std::size_t FilesForAThread = 64;
constexpr std::size_t MostThreads = 8;

bool isSql(const QString &path)
{
    return path.endsWith(QStringLiteral(".sql"));
}

/// Reads the headers of files, from any thread.
class HeaderReader final
{
public:
    explicit HeaderReader(const EvaluateHeader &evaluate) : m_evaluate(evaluate) {}

    [[nodiscard]] Header read(const RevisionFile &file)
    {
        if (!file.isOrdinary)
            return failure({
                .code = ErrorCode::Io,
                .message = Tr::tr("This is a pipe, a socket or a device, and no file."),
                .at = {.file = file.path},
                .nextStep = Tr::tr("Move it out of the versions folder."),
            });
        const qsizetype most = isSql(file.path) ? SqlHeaderSize : LargeFile;
        const Result<QByteArray> bytes = readRevisionFile(file.path, most);
        if (!bytes)
            return failure(bytes.error());
        if (bytes->size() < LargeFile)
            return readRevision(*bytes, file.path, m_evaluate);
        // one large file at a time, so that several of them do not fill the memory
        const std::lock_guard lock(m_large);
        return readRevisionFile(file.path).and_then([this, &file](const QByteArray &all) {
            return readRevision(all, file.path, m_evaluate);
        });
    }

private:
    static constexpr qsizetype LargeFile = 1024 * 1024;

    const EvaluateHeader &m_evaluate;
    std::mutex m_large;
};

/// The headers in the order of the files. Several threads take a few files each from what is left, so
/// that one large file does not hold up the others.
std::vector<Header> readHeaders(const QList<RevisionFile> &files, const EvaluateHeader &evaluate)
{
    constexpr std::size_t Batch = 16;
    const auto count = std::size_t(files.size());
    std::vector<Header> headers(count);
    HeaderReader reader(evaluate);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t begin = next.fetch_add(Batch); begin < count; begin = next.fetch_add(Batch)) {
            for (std::size_t i = begin; i < std::min(begin + Batch, count); ++i)
                headers[i] = reader.read(files.at(qsizetype(i)));
        }
    };
    const std::size_t processors = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, MostThreads);
    const std::size_t threads = std::min(processors, count / FilesForAThread + 1);
    std::vector<std::jthread> helpers;
    try {
        while (helpers.size() + 1 < threads)
            helpers.emplace_back(work);
    } catch (const std::system_error &) {
        // the system gives no more threads; those that there are do the work
    }
    work();
    helpers.clear(); // waits for them
    return headers;
}

} // namespace

void ScriptDirectory::add(Revision revision)
{
    numbers.insert(revision.id, revisions.size());
    revisions << std::move(revision);
}

const Revision *ScriptDirectory::revision(const QString &id) const
{
    const qsizetype number = numbers.value(id, -1);
    return number < 0 ? nullptr : &revisions.at(number);
}

Result<std::optional<Revision>> readRevision(
    const QByteArray &bytes, const QString &path, const EvaluateHeader &evaluate)
{
    if (isSql(path))
        return readSqlHeader(bytes, path);
    return readPythonHeader(bytes, path, evaluate).transform([](Revision revision) { return std::optional(std::move(revision)); });
}

Result<ScriptDirectory> readScriptDirectory(const QStringList &versionLocations, const EvaluateHeader &evaluate)
{
    ScriptDirectory directory;
    RevisionFolders folders;
    QList<RevisionFile> files;
    for (const QString &location : versionLocations) {
        const Result<QList<RevisionFile>> found = folders.files(location);
        if (found)
            files << *found;
        else if (found.error().code == ErrorCode::NotFound)
            return failure(found.error());
        else
            directory.problems << found.error();
    }
    directory.revisions.reserve(files.size());
    directory.numbers.reserve(files.size());
    for (Header &header : readHeaders(files, evaluate)) {
        if (!header)
            directory.problems << std::move(header.error());
        else if (*header)
            directory.add(**std::move(header));
    }
    return directory;
}

} // namespace Migrations::Scripts
