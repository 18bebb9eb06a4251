#pragma once

#include "migrations/schema/table.h"

namespace Migrations::Dialects {

/// A phrase of SQL that a script gave, such as "SET NULL"; throws a Refusal in SQLAlchemy's words
/// when it does not match its pattern.
[[nodiscard]] QString checkedPhrase(const QString &phrase, const QString &pattern);

/// The text of an option, or empty when it is not there or None
[[nodiscard]] QString optionText(const Schema::DialectOptions &options, const QString &key);
/// whether an option is there and true for Python
[[nodiscard]] bool optionIsOn(const Schema::DialectOptions &options, const QString &key);
/// whether an option is exactly True or False; nothing when it is neither
[[nodiscard]] std::optional<bool> optionFlag(const Schema::DialectOptions &options, const QString &key);
/// the names of a list, or the one name
[[nodiscard]] QStringList optionNames(const Schema::DialectOptions &options, const QString &key);

/// INCREMENT BY 5 START WITH 10 … of a sequence or an identity column, in SQLAlchemy's order
[[nodiscard]] QString sequenceOptions(const QMap<QString, QString> &options);

} // namespace Migrations::Dialects
