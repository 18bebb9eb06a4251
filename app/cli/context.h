#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/globaloptions.h"
#include "migrations/base/canceltoken.h"
#include "migrations/project/migrator.h"

#include <QJsonObject>
#include <QTextStream>

namespace Cli {

/// Where a run of the program reads and writes. The streams belong to the caller.
struct Streams {
    QTextStream &in;
    QTextStream &out; ///< results, nothing else
    QTextStream &err; ///< log, questions, failures
};

/// One run of one command: what was asked for, and the words it is answered with.
class Context final
{
public:
    Context(const Streams &streams, const GlobalOptions &options, const Arguments &arguments,
        const Migrations::CancelToken &cancel);

    // what was asked for
    [[nodiscard]] const GlobalOptions &options() const { return m_options; }
    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }
    [[nodiscard]] const Migrations::CancelToken &cancel() const { return m_cancel; }
    /// What `--url` says, with a relative SQLite file from the working directory; may be empty.
    [[nodiscard]] QString databaseUrl() const;

    // streams
    [[nodiscard]] QTextStream &in() { return m_streams.in; }
    [[nodiscard]] QTextStream &out() { return m_streams.out; }
    [[nodiscard]] QTextStream &err() { return m_streams.err; }

    /// Opens the project and warns of the revisions that cannot be used.
    [[nodiscard]] Migrations::Result<std::shared_ptr<const Migrations::Project>> openProject();
    /// The project and its database, connected.
    [[nodiscard]] Migrations::Result<std::unique_ptr<Migrations::Migrator>> connect();
    /// The same without a connection.
    [[nodiscard]] Migrations::Result<std::unique_ptr<Migrations::Migrator>> migrator();

    // answers
    /// A line on the standard error stream, unless quiet.
    void log(const QString &line);
    /// On the standard error stream, in JSON mode also as a document on the standard output.
    [[nodiscard]] ExitCode fail(const Migrations::Error &error);
    /// Says why on the standard error stream only, for a result that already has the error in it.
    void explain(const Migrations::Error &error);
    void print(const QJsonObject &document);

private:
    Streams m_streams;
    GlobalOptions m_options;
    Arguments m_arguments;
    Migrations::CancelToken m_cancel;
};

} // namespace Cli
