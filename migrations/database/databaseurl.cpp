#include "migrations/database/databaseurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QUrl>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const QStringList secretOptions {u"password"_s, u"sslpassword"_s};

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString decodedOption(QStringView text)
{
    return decoded(text.toString().replace(u'+', u' '));
}

QString encodedOption(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, " ")).replace(u' ', u'+');
}

QMap<QString, QString> readOptions(QStringView query)
{
    QMap<QString, QString> options;
    for (const QStringView pair : query.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = pair.indexOf(u'=');
        const QString key = decodedOption(equals < 0 ? pair : pair.first(equals));
        const QString value = equals < 0 ? QString() : decodedOption(pair.sliced(equals + 1));
        QString &stored = options[key];
        stored = stored.isEmpty() ? value : stored + u',' + value;
    }
    return options;
}

QString forms()
{
    return Tr::tr("Write postgresql://user@host:port/database, sqlite:///relative.db or sqlite:////absolute.db.");
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text, const QString &folder)
{
    static const QRegularExpression form(u"^([\\w]+)(?:\\+(\\w+))?://(.*)$"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return failure(ErrorCode::BadInput, Tr::tr("This is not a database URL."), forms());

    DatabaseUrl url;
    url.m_dialect = match.captured(1);
    if (url.m_dialect == "postgres"_L1)
        url.m_dialect = u"postgresql"_s;
    url.m_driver = match.captured(2);
    QString rest = match.captured(3);
    if (const qsizetype question = rest.indexOf(u'?'); question >= 0) {
        url.m_options = readOptions(QStringView(rest).sliced(question + 1));
        rest.truncate(question);
    }

    Result<void> read;
    if (url.isSqlite())
        read = url.readFile(rest, folder);
    else if (url.m_dialect == "postgresql"_L1)
        read = url.readServer(rest);
    else
        read = failure(ErrorCode::Unsupported,
            Tr::tr("Stillroom does not know the database dialect “%1”.").arg(url.m_dialect), forms());
    if (!read)
        return failure(read.error());
    return url;
}

Result<void> DatabaseUrl::readServer(const QString &rest)
{
    static const QRegularExpression form(
        u"^(?:([^:/]*)(?::([^@]*))?@)?(?:(?:\\[([^/]+)\\]|([^/:]+))?(?::([^/]*))?)?(?:/(.*))?$"_s);
    const QRegularExpressionMatch match = form.match(rest);
    const QString server = match.captured(3) + match.captured(4);
    if (!match.hasMatch() || server.contains(u'@') || match.captured(5).contains(u'@'))
        return failure(ErrorCode::BadInput, Tr::tr("The user, password or host in the database URL is not readable."),
            Tr::tr("Write characters such as @ : / in the user and password percent-encoded: %40 %3A %2F."));
    m_user = decoded(match.capturedView(1));
    m_password = decoded(match.capturedView(2));
    m_host = server;
    m_database = match.captured(6);
    if (const Result<void> port = setPort(match.captured(5)); !port)
        return port;
    return applyOptions();
}

Result<void> DatabaseUrl::applyOptions()
{
    const std::pair<QString, QString *> overrides[] {
        {u"host"_s, &m_host}, {u"user"_s, &m_user}, {u"password"_s, &m_password}, {u"dbname"_s, &m_database}};
    for (const auto &[key, target] : overrides) {
        if (m_options.contains(key))
            *target = m_options.value(key);
    }
    return m_options.contains(u"port"_s) ? setPort(m_options.value(u"port"_s)) : Result<void>();
}

Result<void> DatabaseUrl::setPort(const QString &text)
{
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    m_port = text.toInt(&isNumber);
    if (!isNumber || m_port < 1 || m_port > 65535)
        return failure(ErrorCode::BadInput, Tr::tr("The port in the database URL is not a port."),
            Tr::tr("A port is a number from 1 to 65535; PostgreSQL's own is 5432."));
    return {};
}

Result<void> DatabaseUrl::readFile(const QString &rest, const QString &folder)
{
    if (!rest.isEmpty() && !rest.startsWith(u'/'))
        return failure(ErrorCode::BadInput, Tr::tr("The SQLite URL has no path: two slashes are followed by a host."),
            Tr::tr("Write three slashes before a relative path and four before an absolute one: sqlite:///%1")
                .arg(rest.section(u'@', -1)));
    QString path = rest.mid(1);
    if (path.startsWith("file:"_L1)) {
        path = decoded(QStringView(path).sliced(5));
        if (path.startsWith("//"_L1))
            path = u'/' + path.section(u'/', 3);
        if (m_options.value(u"mode"_s) == "memory"_L1)
            path.clear();
    }
    const bool inMemory = path.isEmpty() || path == ":memory:"_L1;
    if (!inMemory)
        m_database = QDir::cleanPath(QDir(folder.isEmpty() ? QDir::currentPath() : folder).absoluteFilePath(path));
    return {};
}

QString DatabaseUrl::toDisplayString() const
{
    QString text = m_driver.isEmpty() ? m_dialect : m_dialect + u'+' + m_driver;
    text += "://"_L1;
    if (!m_user.isEmpty() && !m_options.contains(u"user"_s))
        text += QString::fromLatin1(QUrl::toPercentEncoding(m_user, " +"));
    if (!m_password.isEmpty() && !m_options.contains(u"password"_s))
        text += ":***"_L1;
    if (text.back() != u'/')
        text += u'@';
    if (!m_host.isEmpty() && !m_options.contains(u"host"_s))
        text += m_host.contains(u':') ? u'[' + m_host + u']' : m_host;
    if (m_port != 0 && !m_options.contains(u"port"_s))
        text += u':' + QString::number(m_port);
    if (!m_database.isEmpty() && !m_options.contains(u"dbname"_s))
        text += u'/' + m_database;
    QStringList pairs;
    for (auto option = m_options.cbegin(); option != m_options.cend(); ++option) {
        const QString value = secretOptions.contains(option.key()) ? u"***"_s : encodedOption(option.value());
        pairs << encodedOption(option.key()) + u'=' + value;
    }
    return pairs.isEmpty() ? text : text + u'?' + pairs.join(u'&');
}

} // namespace Migrations::Database
