#pragma once

#include "migrations/base/error.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace Migrations::Scripts {

/// The text of stillroom.sum: what each revision file held when its team agreed on it. One line for
/// a revision, `sha256:<64 digits> <id>`, so that two branches which add revisions merge by lines;
/// lines that begin with `#` are comments.
///
/// How a file ends its lines, and a byte order mark, do not count: version control may change them.
/// Pure values; reading and writing files is the project's work.
class Checksums final
{
public:
    /// the file's name, beside the configuration
    [[nodiscard]] static QString fileName();
    /// of a revision file's bytes, as it stands in a line
    [[nodiscard]] static QString of(const QByteArray &source);

    /// Errors: Syntax at the line that is none, or that names a revision again with another sum.
    [[nodiscard]] static Result<Checksums> parse(const QString &text, const QString &path);
    /// with its heading; revisions in the order of `order`, others after them by id
    [[nodiscard]] QString toText(const QStringList &order) const;

    [[nodiscard]] QStringList revisions() const { return m_sums.keys(); }
    [[nodiscard]] QString sum(const QString &revision) const { return m_sums.value(revision); } ///< empty: not in it
    void insert(const QString &revision, const QString &sum) { m_sums.insert(revision, sum); }
    void remove(const QString &revision) { m_sums.remove(revision); }

private:
    QMap<QString, QString> m_sums;
};

} // namespace Migrations::Scripts
