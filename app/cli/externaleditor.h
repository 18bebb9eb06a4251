#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Cli {

/// The editor that a user has: $VISUAL, $EDITOR, or the first common one that is installed. It gets
/// the terminal that this program has. Source of the rule: environ(7).
class ExternalEditor final
{
public:
    /// Errors: NotFound, when there is none or the one that the environment names is not there.
    [[nodiscard]] static Migrations::Result<ExternalEditor> find();

    /// Waits until the editor ends. Errors: Io, when it does not start or ends with a code.
    [[nodiscard]] Migrations::Result<void> open(const QString &path) const;

private:
    explicit ExternalEditor(const QStringList &command) : m_command(command) {}

    QStringList m_command; ///< program and its arguments
};

} // namespace Cli
