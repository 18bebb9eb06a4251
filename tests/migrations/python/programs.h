#pragma once

#include "closedworld.h"

#include <QFile>

/// A Python program of the tables beside the tests.
struct Program {
    QString name;
    QString source;
    QString refusal; ///< the code expected where Stillroom does not read what Python reads
};

inline QString testFile(const QString &name)
{
    return QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/python/") + name;
}

inline QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

// "!Code rest": the code and the rest
inline QString takeRefusal(QString &line)
{
    if (!line.startsWith(u'!'))
        return {};
    const QString code = line.section(u' ', 0, 0).mid(1);
    line = line.section(u' ', 1);
    return code;
}

// "### name", a line "!Code" or "!Code line" where it is refused, and the program
inline QList<Program> programsOf(const QString &topic, const QString &path)
{
    QList<Program> programs;
    for (QString line : linesOf(path)) {
        if (line.startsWith(QStringLiteral("### "))) {
            programs << Program {topic.isEmpty() ? line.mid(4) : topic + u": " + line.mid(4), {}, {}};
        } else if (programs.back().source.isEmpty() && line.startsWith(u'!')) {
            programs.back().refusal = line.mid(1);
        } else {
            programs.back().source += line + u'\n';
        }
    }
    return programs;
}

inline QString nameOf(Migrations::ErrorCode code)
{
    static const QHash<Migrations::ErrorCode, QString> names {
        {Migrations::ErrorCode::Syntax, QStringLiteral("Syntax")},
        {Migrations::ErrorCode::Script, QStringLiteral("Script")},
        {Migrations::ErrorCode::Unsupported, QStringLiteral("Unsupported")},
        {Migrations::ErrorCode::Budget, QStringLiteral("Budget")},
        {Migrations::ErrorCode::Refused, QStringLiteral("Refused")},
    };
    return names.value(code, QStringLiteral("another code"));
}
