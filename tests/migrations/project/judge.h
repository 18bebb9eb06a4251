#pragma once

#include <QJsonArray>

/// Runs a Python program, named by its path below tests/, on a list of cases and returns its answers;
/// none when it fails, with its error output in the test log.
[[nodiscard]] QJsonArray judged(const QString &program, const QJsonArray &cases, const QString &workingDirectory = {});
