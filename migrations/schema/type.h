#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Migrations::Schema {

/// A column type. Either one of SQLAlchemy's (`name` is its class name, with the dialect in front
/// for those of a dialect: "String", "Numeric", "postgresql.JSONB"), which a dialect writes down in
/// its own words; or a database's own (`name` empty, `text` exactly as the database gives it).
struct Type {
    QString name;
    QString text;

    std::optional<int> length;
    std::optional<int> precision;
    std::optional<int> scale;
    bool timezone = false;
    QString collation;

    // enum types
    QStringList labels;
    QString typeName; ///< of the enum or domain in the database, or of a Boolean's CHECK; empty: unnamed
    bool typeNameIsFinal = false; ///< op.f("…"): a naming convention does not touch the CHECK's name
    QString typeSchema;
    bool native = true; ///< false: a VARCHAR, as native_enum=False
    bool createType = true; ///< false: CREATE TYPE is somebody else's (create_type=False, metadata=)
    bool createConstraint = false; ///< CHECK (c IN (…)) where the type is not native

    // arrays
    std::shared_ptr<const Type> item;
    int dimensions = 0; ///< 0: not said, which is one

    /// with_variant(): the type to use on the dialect of that name
    QMap<QString, std::shared_ptr<const Type>> variants;

    /// further arguments by keyword (`varying`, `fields`, `native_uuid`, `inherit_schema`…); a bool is
    /// "true" or "false"
    QMap<QString, QString> options;

    [[nodiscard]] static Type named(const QString &name) { return {.name = name}; }
    [[nodiscard]] static Type verbatim(const QString &text) { return {.text = text}; }

    /// for people: the exact text, or SQLAlchemy's spelling with its arguments
    [[nodiscard]] QString describe() const;

    friend bool operator==(const Type &left, const Type &right);
};

} // namespace Migrations::Schema
