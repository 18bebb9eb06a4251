#include "tests/migrations/project/projectfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

// Alembic's generic env.py without logging and models
const QString Environment = u"from alembic import context\n"
                            "from sqlalchemy import engine_from_config, pool\n"
                            "config = context.config\n"
                            "if context.is_offline_mode():\n"
                            "    context.configure(url=config.get_main_option('sqlalchemy.url'), literal_binds=True,\n"
                            "                      dialect_opts={'paramstyle': 'named'})\n"
                            "    with context.begin_transaction():\n"
                            "        context.run_migrations()\n"
                            "else:\n"
                            "    engine = engine_from_config(config.get_section(config.config_ini_section, {}),\n"
                            "                                prefix='sqlalchemy.', poolclass=pool.NullPool)\n"
                            "    with engine.connect() as connection:\n"
                            "        context.configure(connection=connection)\n"
                            "        with context.begin_transaction():\n"
                            "            context.run_migrations()\n"_s;

QString literal(const QStringList &texts)
{
    if (texts.isEmpty())
        return u"None"_s;
    if (texts.size() == 1)
        return u"'%1'"_s.arg(texts.constFirst());
    return u"('%1')"_s.arg(texts.join("', '"_L1));
}

QString function(const QString &name, const QStringList &lines)
{
    return u"\n\ndef %1():\n    %2\n"_s.arg(name, lines.isEmpty() ? u"pass"_s : lines.join("\n    "_L1));
}

} // namespace

ProjectFolder::ProjectFolder()
{
    writeConfig(u"sqlite:///data.db"_s);
    write(u"scripts/env.py"_s, Environment);
    QDir(path()).mkpath(u"scripts/versions"_s);
}

QString ProjectFolder::path(const QString &name) const
{
    // the real path, as Alembic and SQLite say it
    const QString root = QDir(m_folder.path()).canonicalPath();
    return name.isEmpty() ? root : root + u'/' + name;
}

void ProjectFolder::write(const QString &name, const QString &text) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("%s", qPrintable(file.errorString()));
}

void ProjectFolder::writeConfig(const QString &url, const QString &more) const
{
    write(u"alembic.ini"_s,
        u"[alembic]\nscript_location = %(here)s/scripts\nsqlalchemy.url = %1\n%2"_s.arg(
            QString(url).replace(u'%', "%%"_L1), more));
}

QString ProjectFolder::add(const Revision &revision) const
{
    const QString name = u"scripts/versions/%1.py"_s.arg(revision.id);
    write(name,
        u"\"\"\"%1\n\nRevision ID: %2\nCreate Date: 2025-01-30 10:00:00.000000\n\n\"\"\"\n"
        "from alembic import op\nimport sqlalchemy as sa\n\n"
        "revision = '%2'\ndown_revision = %3\nbranch_labels = %4\ndepends_on = %5\n%6%7"_s.arg(revision.message,
            revision.id, literal(revision.down), literal(revision.labels), literal(revision.dependsOn),
            function(u"upgrade"_s, revision.upgrade), function(u"downgrade"_s, revision.downgrade)));
    return path(name);
}
