#pragma once

#include "migrations/graph/revisiongraph.h"

#include <QJsonArray>
#include <QJsonObject>

/// Alembic itself, asked through alembicjudge.py, and our answers in the same form.
namespace AlembicJudge {

struct Case {
    QList<Migrations::Graph::Node> nodes;
    QJsonArray questions;
};

/// One process for all cases. An error when Python or Alembic does not run.
[[nodiscard]] Migrations::Result<QJsonArray> judge(const QList<Case> &cases);

[[nodiscard]] QJsonObject shapeOf(const Migrations::Graph::RevisionGraph &graph);
[[nodiscard]] QJsonObject answerTo(const QJsonObject &question, const Migrations::Graph::RevisionGraph &graph);

/// What is not as it must be, or nothing. Our answer must equal Alembic's. Where Alembic dies of a
/// traceback, ours must be an error; where only its row arithmetic dies, ours may also be a plan
/// whose row changes fit the rows.
[[nodiscard]] QString difference(const QJsonObject &question, const QJsonObject &ours, const QJsonObject &theirs);

} // namespace AlembicJudge
