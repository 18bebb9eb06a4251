#include "tests/support/postgresqlcluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QUrl>

#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int startTimeout = 60'000;
constexpr int programTimeout = 60'000;

QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

PostgresqlCluster::~PostgresqlCluster()
{
    stop();
}

bool PostgresqlCluster::fail(const QString &problem)
{
    const QString log = fileText(m_folder + "/log"_L1).trimmed().section(u'\n', -10);
    m_problem = log.isEmpty() ? problem : problem + "\nThe server's log ends with:\n"_L1 + log;
    return false;
}

bool PostgresqlCluster::start()
{
    return findPrograms() && makeFolder() && initialize() && waitUntilReady();
}

bool PostgresqlCluster::findPrograms()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString programs = versions.filePath(version + "/bin"_L1);
        if (QFile::exists(programs + "/initdb"_L1))
            m_programs = programs;
    }
    if (m_programs.isEmpty())
        return fail(u"This test needs PostgreSQL, and /usr/lib/postgresql/*/bin/initdb is not there. "
                    "Run it with packaging/inside or packaging/test."_s);
    return true;
}

bool PostgresqlCluster::makeFolder()
{
    // a socket's path holds 107 characters, so not below a deep build folder
    QByteArray pattern = QDir::tempPath().toLocal8Bit() + "/stillroom-pg-XXXXXX";
    if (!mkdtemp(pattern.data()))
        return fail(u"No temporary folder could be made in "_s + QDir::tempPath());
    m_folder = QString::fromLocal8Bit(pattern);
    if (geteuid() != 0)
        return true;
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *entry = getpwnam(name)) {
            m_account = Account {entry->pw_uid, entry->pw_gid};
            break;
        }
    }
    if (!m_account || chown(pattern.constData(), m_account->user, m_account->group) != 0)
        return fail(u"PostgreSQL does not run as root, and the folder cannot be given to another account."_s);
    return true;
}

void PostgresqlCluster::asServerAccount(QProcess &process) const
{
    process.setWorkingDirectory(m_folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PGPASSWORD"_s, superuserPassword());
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([account = m_account, parent = getpid()] {
        if (account && (setgroups(0, nullptr) != 0 || setgid(account->group) != 0 || setuid(account->user) != 0))
            _exit(126);
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (getppid() != parent)
            _exit(127);
    });
}

bool PostgresqlCluster::runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    asServerAccount(process);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_programs + u'/' + program, arguments);
    const bool isDone = process.waitForFinished(programTimeout);
    if (isDone && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    return fail(program + " failed: "_L1 + process.errorString() + u'\n' + QString::fromUtf8(process.readAll()));
}

bool PostgresqlCluster::initialize()
{
    QFile password(m_folder + "/password"_L1);
    if (!password.open(QIODevice::WriteOnly) || password.write(superuserPassword().toUtf8()) < 0)
        return fail(password.errorString());
    password.close();
    if (m_account && chown(password.fileName().toLocal8Bit().constData(), m_account->user, m_account->group) != 0)
        return fail(u"The password file cannot be given to the server's account."_s);
    const QStringList arguments {u"--pgdata"_s, m_folder + "/data"_L1, u"--username"_s, superuser(), u"--pwfile"_s,
        password.fileName(), u"--auth"_s, u"scram-sha-256"_s, u"--encoding"_s, u"UTF8"_s, u"--locale"_s, u"C.UTF-8"_s,
        u"--no-sync"_s, u"--no-instructions"_s};
    return runProgram(u"initdb"_s, arguments);
}

bool PostgresqlCluster::waitUntilReady()
{
    QStringList arguments {u"-D"_s, m_folder + "/data"_L1};
    const QStringList settings {u"listen_addresses="_s, u"unix_socket_directories="_s + m_folder, u"fsync=off"_s,
        u"synchronous_commit=off"_s, u"full_page_writes=off"_s, u"max_connections=60"_s, u"shared_buffers=16MB"_s,
        u"autovacuum=off"_s, u"scram_iterations=1"_s, u"TimeZone=<+08>-08"_s};
    for (const QString &setting : settings)
        arguments << u"-c"_s << setting;
    asServerAccount(m_server);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder + "/log"_L1);
    m_server.start(m_programs + "/postgres"_L1, arguments);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < startTimeout) {
        if (m_server.waitForFinished(10) || m_server.state() == QProcess::NotRunning)
            return fail(u"The PostgreSQL server stopped while it started."_s);
        if (fileText(m_folder + "/data/postmaster.pid"_L1).split(u'\n').value(7).startsWith("ready"_L1))
            return true;
    }
    return fail(u"The PostgreSQL server is not ready after a minute."_s);
}

void PostgresqlCluster::stop()
{
    if (m_server.state() != QProcess::NotRunning) {
        kill(static_cast<pid_t>(m_server.processId()), SIGINT); // fast shutdown
        if (!m_server.waitForFinished(5000)) {
            kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
            m_server.waitForFinished(5000);
        }
    }
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
    m_folder.clear();
}

QString PostgresqlCluster::createDatabase()
{
    const QString name = u"test_%1"_s.arg(++m_databases);
    const bool created = runProgram(u"createdb"_s, {u"-h"_s, m_folder, u"-U"_s, superuser(), name});
    return created ? url(name) : QString();
}

bool PostgresqlCluster::run(const QString &database, const QString &sql)
{
    return runProgram(u"psql"_s,
        {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, m_folder, u"-U"_s, superuser(), u"-d"_s, database,
            u"-c"_s, sql});
}

QString PostgresqlCluster::url(const QString &database, const QString &user, const QString &password) const
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return u"postgresql://%1:%2@/%3?host=%4"_s.arg(encoded(user), encoded(password), database, encoded(m_folder));
}
