#pragma once

#include <QString>
#include <QStringList>

/// What one run of Debian's own Alembic answered, both streams together.
struct AlembicRun {
    int code = -1;
    QString text;

    [[nodiscard]] static AlembicRun of(const QString &folder, const QStringList &arguments);
};

/// Several commands in one process, which is much quicker: what each wrote to its standard output; a
/// failure begins with "FAILED: " or "CRASHED: ".
[[nodiscard]] QStringList alembicAnswers(const QString &folder, const QList<QStringList> &commands);
