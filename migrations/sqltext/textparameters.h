#pragma once

#include "migrations/base/error.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

#include <functional>

namespace Migrations::SqlText {

/// The parameters of SQLAlchemy's text() (reference §3.0): `:name` is one, even inside quotes, unless
/// a colon, a backslash or a word character stands before it or a colon behind it; `\:` is a colon.
/// Stateless, thread safe.
class TextParameters final
{
public:
    /// How a driver wants its parameters: `?`, or `$1` and so on.
    enum class Style { QuestionMark, Dollar };

    struct Bound {
        QString sql;
        QVariantList values; ///< in the order of the places; a name that stands twice is here twice
    };

    /// the names in their order, each once
    [[nodiscard]] static QStringList names(const QString &text);

    /// The text with what `literal` says for each name; an empty QString stands for a name that has no
    /// value, which prints as NULL. What is put in is not looked at again.
    [[nodiscard]] static QString withLiterals(
        const QString &text, const std::function<QString(const QString &name)> &literal);

    /// the text as it is printed offline when nothing was bound
    [[nodiscard]] static QString unbound(const QString &text);

    /// The text with places and their values. Fails (Script), in SQLAlchemy's words, for a name
    /// without a value.
    [[nodiscard]] static Result<Bound> bound(
        const QString &text, const QMap<QString, QVariant> &values, Style style = Style::QuestionMark);
};

} // namespace Migrations::SqlText
