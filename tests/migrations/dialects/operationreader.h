#pragma once

#include "migrations/operations/operation.h"

#include <QJsonObject>

/// Makes an operation of the description that judge.py writes. A description that it does not know
/// ends the test program.
[[nodiscard]] Migrations::Operations::Operation readOperation(const QJsonObject &described);
