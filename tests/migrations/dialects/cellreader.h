#pragma once

#include <QJsonValue>
#include <QVariant>

/// Makes a value of a row of the description that judge.py writes. One that it does not know ends the
/// test program.
[[nodiscard]] QVariant readCell(const QJsonValue &value);
