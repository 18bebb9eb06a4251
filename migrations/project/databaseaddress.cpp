#include "migrations/project/databaseaddress.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Variable = EnvironmentVariables::Variable;

std::optional<Variable> firstOf(const EnvironmentVariables &variables, const QStringList &names)
{
    for (const QString &name : names) {
        if (std::optional<Variable> found = variables.find(name))
            return found;
    }
    return std::nullopt;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

DatabaseAddress fromWholeUrl(const EnvironmentVariables &variables)
{
    static const QStringList names {u"DATABASE_URL"_s, u"SQLALCHEMY_DATABASE_URI"_s, u"SQLALCHEMY_DATABASE_URL"_s,
        u"POSTGRES_URL"_s, u"DB_URL"_s};
    const std::optional<Variable> found = firstOf(variables, names);
    return found ? DatabaseAddress {.url = found->value, .source = found->source} : DatabaseAddress {};
}

/// `host` and `database` decide: without both there is no address, whatever else is set.
DatabaseAddress fromParts(const EnvironmentVariables &variables)
{
    const auto part = [&variables](const QStringList &names) { return firstOf(variables, names); };
    const auto host = part({u"DB_HOST"_s, u"POSTGRES_SERVER"_s, u"POSTGRES_HOST"_s});
    const auto database = part({u"DB_NAME"_s, u"DB_DATABASE"_s, u"POSTGRES_DB"_s, u"POSTGRES_DATABASE"_s});
    if (!host && !database)
        return {};
    const auto user = part({u"DB_USER"_s, u"DB_USERNAME"_s, u"POSTGRES_USER"_s});
    const auto password = part({u"DB_PASSWORD"_s, u"DB_PASS"_s, u"POSTGRES_PASSWORD"_s});
    const auto port = part({u"DB_PORT"_s, u"POSTGRES_PORT"_s});
    QString url = u"postgresql://"_s;
    if (user || password) {
        url += user ? encoded(user->value) : QString();
        url += password ? u':' + encoded(password->value) : QString();
        url += u'@';
    }
    const bool isSocket = host && host->value.startsWith(u'/');
    if (host && !isSocket)
        url += host->value.contains(u':') ? u'[' + host->value + u']' : host->value;
    if (port)
        url += u':' + port->value;
    if (database)
        url += u'/' + database->value;
    if (isSocket)
        url += u"?host="_s + encoded(host->value);
    return {.url = url, .source = host ? host->source : database->source};
}

DatabaseAddress fromLibpq(const EnvironmentVariables &variables)
{
    for (const QString &name : {u"PGSERVICE"_s, u"PGHOST"_s, u"PGHOSTADDR"_s, u"PGDATABASE"_s}) {
        if (const std::optional<Variable> found = variables.findInProcess(name))
            return {.url = u"postgresql://"_s,
                .source = found->source,
                .remark = Tr::tr("libpq reads the rest: PGHOST, PGDATABASE, ~/.pgpass, pg_service.conf")};
    }
    return {};
}

/// what env.py sets: the address, or why it is not known
DatabaseAddress fromScript(const EnvironmentScript::Url &url)
{
    if (url.text)
        return {.url = *url.text, .source = url.source, .remark = Tr::tr("set by env.py")};
    const bool isVariable = !url.missingVariable.isEmpty();
    const QString why = isVariable
        ? Tr::tr("env.py takes the URL from the environment variable %1, which is not set.").arg(url.missingVariable)
        : Tr::tr("env.py sets the URL with something that cannot be read without running it.");
    return {.url = {},
        .source = url.source,
        .remark = why,
        .problem = Error {.code = ErrorCode::NotFound,
            .message = why,
            .at = url.source.at,
            .nextStep = isVariable
                ? Tr::tr("Set %1, or give a URL.").arg(url.missingVariable)
                : Tr::tr("Write url in stillroom.toml, beside the configuration.")}};
}

/// The .ini file's, the variables' and libpq's, in this order.
DatabaseAddress beyondScript(const AlembicConfig &config, const EnvironmentVariables &variables)
{
    if (!DatabaseAddress::isPlaceholder(config.url.text))
        return {.url = config.url.text, .source = ValueSource::file(config.url.at)};
    for (const auto from : {fromWholeUrl, fromParts, fromLibpq}) {
        DatabaseAddress found = from(variables);
        if (!found.url.isEmpty())
            return found;
    }
    return {};
}

} // namespace

bool DatabaseAddress::isPlaceholder(const QString &url)
{
    return url.trimmed().isEmpty() || url.startsWith("driver://"_L1);
}

DatabaseAddress DatabaseAddress::of(const AlembicConfig &config, const StillroomConfig &stillroom,
    const EnvironmentScript &script, const EnvironmentVariables &variables)
{
    if (stillroom.url && !isPlaceholder(stillroom.url->text))
        return {.url = stillroom.url->text, .source = ValueSource::file(stillroom.url->at)};
    const DatabaseAddress set = script.url ? fromScript(*script.url) : DatabaseAddress {};
    // an address that Alembic would not use is worse than none: it refuses without the variable
    if (!set.url.isEmpty() || (script.url && !script.url->missingVariable.isEmpty()))
        return set;
    DatabaseAddress found = beyondScript(config, variables);
    if (found.url.isEmpty())
        return {.url = {}, .source = {}, .remark = set.remark, .problem = set.problem};
    if (!script.url)
        return found;
    found.remark = set.remark;
    // where it sets an unreadable one, the file's may be a left-over
    if (found.source.kind == ValueSource::Kind::File)
        found.problem = set.problem;
    return found;
}

} // namespace Migrations
