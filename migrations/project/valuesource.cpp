#include "migrations/project/valuesource.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString placeText(SourceLocation at, const QString &folder)
{
    const QString relative = folder.isEmpty() ? at.file : QDir(folder).relativeFilePath(at.file);
    if (!relative.startsWith("../../"_L1))
        at.file = relative;
    at.column = 0;
    return at.toString();
}

} // namespace

QString ValueSource::toText(const QString &folder) const
{
    switch (kind) {
    case Kind::Default: return Tr::tr("default");
    case Kind::CommandLine: return Tr::tr("given");
    case Kind::File: return placeText(at, folder);
    case Kind::Variable:
        return at.file.isEmpty() ? u'$' + variable : u"$%1 (%2)"_s.arg(variable, placeText(at, folder));
    }
    return {};
}

} // namespace Migrations
