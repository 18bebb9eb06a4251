#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Migrations::Scripts {

/// How a project counts its revisions, and what comes next. Many projects number by hand:
/// `058_add_user_avatar` (the id, and the file is named after it), `002` with a file `002_x.py`, or a
/// file `003_x.py` whose id is random.
///
/// The rule: the last three revisions before the new one (fewer when the branch is shorter) all have a
/// number of one to six digits at the same place, and each number is one more than that of the
/// revision before it. A single revision counts when its number is 0 or 1 and has more than one digit.
/// Pure: knows names, no files.
class Numbering final
{
public:
    /// Where the number stands.
    enum class Place {
        Id, ///< the id is a number: 002
        IdAndSlug, ///< the id is a number and words: 058_add_user_avatar
        File, ///< the id has none, the file's name begins with one: 003_add_types.py
    };

    struct Name {
        QString id;
        QString file; ///< without folder
    };

    /// `line`: the revisions before the new one, the nearest first; nullopt: they are not numbered
    [[nodiscard]] static std::optional<Numbering> of(const QList<Name> &line);

    [[nodiscard]] Place place() const { return m_place; }
    /// Whether the file is called as its id, without the words of the message a second time.
    [[nodiscard]] bool fileIsNamedAfterId() const { return m_fileIsId; }
    [[nodiscard]] QString lastName() const { return m_lastName; } ///< what is continued

    /// The number after the last one, with as many digits. One that a revision of `taken` (another
    /// branch) has already is passed over.
    [[nodiscard]] QString next(const QList<Name> &taken) const;
    /// The id with that number, for Place::File empty. At most 32 characters, which is what Alembic's
    /// version table holds: whole words of the slug are left out at its end.
    [[nodiscard]] QString id(const QString &number, const QString &slug) const;
    /// The file's name without suffix; empty: the id's own rule decides.
    [[nodiscard]] QString fileName(const QString &number, const QString &id, const QString &slug) const;

private:
    Numbering() = default;

    Place m_place = Place::Id;
    bool m_fileIsId = false;
    int m_number = 0;
    int m_width = 0;
    QString m_lastName;
};

} // namespace Migrations::Scripts
