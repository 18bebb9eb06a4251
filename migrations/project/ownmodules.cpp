#include "migrations/project/ownmodules.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

constexpr qint64 LargestSource = 4 * 1024 * 1024;

std::optional<QByteArray> readBelow(const QString &root, const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() > LargestSource || !info.canonicalFilePath().startsWith(root + u'/'))
        return std::nullopt;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

} // namespace

QStringList moduleRoots(const AlembicConfig &config)
{
    const QDir home = QFileInfo(config.file).dir();
    QStringList folders;
    for (const QString &folder : config.prependSysPath)
        folders << home.absoluteFilePath(folder);
    folders << home.absolutePath() << home.absoluteFilePath(u"src"_s);
    for (const QString &environment : {u".venv/lib"_s, u"venv/lib"_s}) {
        const QDir libraries = home.absoluteFilePath(environment);
        for (const QString &version : libraries.entryList({u"python3*"_s}, QDir::Dirs, QDir::Name))
            folders << libraries.filePath(version) + u"/site-packages"_s;
    }
    QStringList roots;
    for (const QString &folder : std::as_const(folders)) {
        const QString canonical = QFileInfo(folder).canonicalFilePath();
        if (!canonical.isEmpty() && !roots.contains(canonical))
            roots << canonical;
    }
    return roots;
}

std::optional<Alembic::ModuleLibrary::Source> readModule(const QStringList &roots, const QString &dotted)
{
    static const QRegularExpression names(u"^[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (!names.match(dotted).hasMatch())
        return std::nullopt;
    const QString relative = QString(dotted).replace(u'.', u'/');
    for (const QString &root : roots) {
        const QString path = root + u'/' + relative;
        const QString package = path + u"/__init__.py"_s;
        if (const std::optional<QByteArray> text = readBelow(root, package))
            return Alembic::ModuleLibrary::Source {.text = *text, .file = package, .isPackage = true};
        if (const std::optional<QByteArray> text = readBelow(root, path + u".py"_s))
            return Alembic::ModuleLibrary::Source {.text = *text, .file = path + u".py"_s};
    }
    for (const QString &root : roots) { // a package without an __init__.py
        const QFileInfo folder(root + u'/' + relative);
        if (folder.isDir() && folder.canonicalFilePath().startsWith(root + u'/'))
            return Alembic::ModuleLibrary::Source {.file = folder.filePath(), .isPackage = true};
    }
    return std::nullopt;
}

} // namespace Migrations
