#include "migrations/database/postgresql/libpqoptions.h"

#include <QStringList>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

/// The URL's parts that are not handed over as options of the connection string.
const QStringList ownOptions {u"host"_s, u"port"_s, u"user"_s, u"password"_s, u"dbname"_s};

/// Options that only asyncpg and SQLAlchemy's use of it know; libpq would refuse them.
const QStringList asyncpgOptions {u"async_fallback"_s, u"prepared_statement_cache_size"_s, u"prepared_statement_name_func"_s,
    u"statement_cache_size"_s, u"max_cached_statement_lifetime"_s, u"max_cacheable_statement_size"_s,
    u"command_timeout"_s, u"server_settings"_s, u"timeout"_s};

} // namespace

QMap<QString, QString> libpqOptions(const DatabaseUrl &url)
{
    QMap<QString, QString> options {{u"application_name"_s, u"stillroom"_s}, {u"connect_timeout"_s, u"10"_s}};
    options.insert(url.options());
    for (const QString &own : ownOptions)
        options.remove(own);
    if (url.driver() == "asyncpg"_L1) {
        for (const QString &foreign : asyncpgOptions)
            options.remove(foreign);
        if (options.contains(u"ssl"_s)) {
            const QString mode = options.take(u"ssl"_s);
            options.insert(u"sslmode"_s, mode.toLower() == "true"_L1 ? u"require"_s : mode);
        }
    }
    return options;
}

QString connectionStringValue(QString value)
{
    return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString connectionString(const DatabaseUrl &url)
{
    QMap<QString, QString> parts = libpqOptions(url);
    const std::pair<QString, QString> own[] {{u"host"_s, url.host()}, {u"user"_s, url.user()},
        {u"dbname"_s, url.database()}, {u"port"_s, url.port() == 0 ? QString() : QString::number(url.port())}};
    for (const auto &[name, value] : own) {
        if (!value.isEmpty())
            parts.insert(name, value);
    }
    QStringList texts;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        texts << part.key() + u'=' + connectionStringValue(part.value());
    return texts.join(u' ');
}

} // namespace Migrations::Database
