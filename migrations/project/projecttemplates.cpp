#include "migrations/project/projecttemplates.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Migrations {

QByteArray ProjectTemplate::file(const QString &fileName) const
{
    QFile file(u":/templates/%1/%2"_s.arg(name, fileName));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<ProjectTemplate> projectTemplates()
{
    QList<ProjectTemplate> all {{u"generic"_s, {}}, {u"async"_s, {}}, {u"multidb"_s, {}}};
    for (ProjectTemplate &one : all)
        one.synopsis = QString::fromUtf8(one.file(u"README"_s)).section(u'\n', 0, 0);
    return all;
}

QString genericRevisionTemplate()
{
    return QString::fromUtf8(projectTemplates().constFirst().file(u"script.py.mako"_s));
}

} // namespace Migrations
