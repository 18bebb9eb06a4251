#pragma once

#include <QStringList>
#include <QStringView>

#include <span>

namespace Migrations::Alembic {

/// An exception class of sqlalchemy.exc or alembic.util.exc. The names of `bases` are separated by
/// blanks; one that is not in the catalogue is Python's own.
struct ExceptionEntry {
    QStringView module;
    QStringView name;
    QStringView bases;
};

/// Every class that scripts can name: SQLAlchemy 2.0's and Alembic's. Session makes each once, for
/// what the modules export and for what is raised alike.
[[nodiscard]] std::span<const ExceptionEntry> exceptionCatalogue();
/// nullptr: there is no such class
[[nodiscard]] const ExceptionEntry *findException(QStringView name);

} // namespace Migrations::Alembic
