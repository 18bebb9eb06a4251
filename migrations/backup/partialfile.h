#pragma once

#include "migrations/base/error.h"

#include <QString>

namespace Migrations::Backup {

/// A file that is being written, under a hidden name beside its later one, for this user only. It
/// gets its name when it is complete and on the disk, and never takes the name of another file.
/// What is not published goes when this goes; what a killed process has left there goes with the
/// next backup.
class PartialFile final
{
public:
    /// `folder`: must exist. Errors: Io.
    [[nodiscard]] static Result<PartialFile> in(const QString &folder);
    PartialFile(PartialFile &&other) noexcept;
    PartialFile &operator=(PartialFile &&) = delete;
    ~PartialFile();

    [[nodiscard]] QString path() const { return m_path; }
    /// Writes it through to the disk and gives it its name; Conflict when somebody else has it.
    [[nodiscard]] Result<void> publish(const QString &path);

private:
    explicit PartialFile(const QString &path) : m_path(path) {}

    QString m_path; ///< empty: published
};

} // namespace Migrations::Backup
