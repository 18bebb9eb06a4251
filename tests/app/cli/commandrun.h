#pragma once

#include "migrations/base/canceltoken.h"

#include <QString>
#include <QStringList>

/// What one run of the command line answered.
struct CommandRun {
    int code = -1;
    QString out;
    QString err;

    /// Runs the program in this process, with `input` as its standard input.
    [[nodiscard]] static CommandRun of(
        const QStringList &arguments, const QString &input = {}, const Migrations::CancelToken &cancel = {});
};
