#include "app/cli/context.h"

#include "app/cli/errorform.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// What is typed at a prompt is relative to where it is typed; the project's own URL is not.
QString fromWorkingDirectory(const QString &url)
{
    static const QRegularExpression relative(uR"(^(sqlite(?:\+\w+)?:///)(?![/?:]|file:)([^?]+)(.*)$)"_s);
    const QRegularExpressionMatch match = relative.match(url);
    return match.hasMatch()
        ? match.captured(1) + QDir::current().absoluteFilePath(match.captured(2)) + match.captured(3)
        : url;
}

} // namespace

Context::Context(
    const Streams &streams, const GlobalOptions &options, const Arguments &arguments, const CancelToken &cancel)
    : m_streams(streams)
    , m_options(options)
    , m_arguments(arguments)
    , m_cancel(cancel)
{
}

QString Context::databaseUrl() const
{
    return fromWorkingDirectory(m_options.url);
}

Result<std::shared_ptr<const Project>> Context::openProject()
{
    Result<std::shared_ptr<const Project>> project = Project::open(m_options.config, m_options.section);
    if (!project)
        return project;
    for (const Error &problem : (*project)->problems())
        m_streams.err << warningText(problem);
    m_streams.err.flush();
    return project;
}

Result<std::unique_ptr<Migrator>> Context::migrator()
{
    Result<std::shared_ptr<const Project>> project = openProject();
    if (!project)
        return failure(project.error());
    auto migrator = std::make_unique<Migrator>(*std::move(project), databaseUrl());
    migrator->setScriptArguments(m_options.xArguments, m_arguments.text(u"tag"_s));
    RunRecording recording = RunRecording::ofUser();
    recording.hasTable = m_arguments.has(u"journal-table"_s);
    recording.hasBackup = m_arguments.has(u"backup"_s);
    migrator->setRecording(recording);
    return migrator;
}

Result<std::unique_ptr<Migrator>> Context::connect()
{
    Result<std::unique_ptr<Migrator>> migrator = this->migrator();
    if (!migrator)
        return migrator;
    if (const Result<void> connected = (*migrator)->connect(); !connected)
        return failure(connected.error());
    return migrator;
}

void Context::log(const QString &line)
{
    if (m_options.verbosity == Verbosity::Quiet)
        return;
    m_streams.err << line << '\n';
    m_streams.err.flush();
}

ExitCode Context::fail(const Error &error)
{
    if (m_options.json)
        print({{u"error"_s, errorJson(error)}});
    explain(error);
    return ExitCode::Failed;
}

void Context::explain(const Error &error)
{
    m_streams.out.flush();
    m_streams.err << failureText(error);
    m_streams.err.flush();
}

void Context::print(const QJsonObject &document)
{
    m_streams.out << QString::fromUtf8(QJsonDocument(document).toJson());
    m_streams.out.flush();
}

} // namespace Cli
