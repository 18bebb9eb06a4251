#pragma once

#include <QStringList>

namespace Migrations::Dialects::Sqlite {

/// What only the text of a CREATE INDEX says and no pragma: its expressions and its WHERE.
struct CreateIndexText {
    QStringList parts; ///< without COLLATE and order
    QString where;

    [[nodiscard]] static CreateIndexText read(const QString &sql);
};

} // namespace Migrations::Dialects::Sqlite
