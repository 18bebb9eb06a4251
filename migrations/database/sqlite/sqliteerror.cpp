#include "migrations/database/sqlite/sqliteerror.h"

#include <QCoreApplication>
#include <QSqlError>

#include <algorithm>
#include <array>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

struct Meaning {
    int result;
    ErrorCode code;
    const char *nextStep;
};

constexpr int Misuse = 21; ///< Qt's driver reports it for more than one statement
constexpr int Unknown = -1;

constexpr std::array meanings {
    Meaning {5, ErrorCode::Locked,
        QT_TRANSLATE_NOOP("Migrations",
            "Another program or connection writes to the file, or keeps a transaction open: the application itself, a "
            "database browser, another migration. Let it finish or close it, then run this again.")},
    Meaning {6, ErrorCode::Locked,
        QT_TRANSLATE_NOOP(
            "Migrations", "A statement of this connection still uses the table. Let it finish, then run this again.")},
    Meaning {8, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "The file or its folder may only be read: open the database for writing, and check the owner and the "
            "rights of both.")},
    Meaning {3, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Check the owner and the rights of the file and its folder.")},
    Meaning {9, ErrorCode::Canceled, QT_TRANSLATE_NOOP("Migrations", "The statement was stopped; roll back.")},
    Meaning {10, ErrorCode::Io,
        QT_TRANSLATE_NOOP("Migrations", "The disk or the network drive failed. Check it before going on.")},
    Meaning {11, ErrorCode::Server,
        QT_TRANSLATE_NOOP(
            "Migrations", "The file is damaged. Make a copy of it, run PRAGMA integrity_check, and restore a backup.")},
    Meaning {13, ErrorCode::Io, QT_TRANSLATE_NOOP("Migrations", "The disk is full. Free some space.")},
    Meaning {14, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "Check the path, and the owner and the rights of the file and its folder.")},
    Meaning {
        19, ErrorCode::Server, QT_TRANSLATE_NOOP("Migrations", "Rows break the constraint: correct these rows first.")},
    Meaning {26, ErrorCode::BadInput,
        QT_TRANSLATE_NOOP("Migrations", "Choose a SQLite database file. An encrypted one cannot be opened.")},
};

int resultOf(const QSqlError &error)
{
    bool isNumber = false;
    const int extended = error.nativeErrorCode().toInt(&isNumber);
    return isNumber ? extended & 0xff : Unknown;
}

Error named(int result, const QString &message, const char *otherwise)
{
    const auto meaning = std::ranges::find(meanings, result, &Meaning::result);
    const bool isKnown = meaning != meanings.cend();
    return Error {.code = isKnown ? meaning->code : ErrorCode::Server,
        .message = message,
        .nextStep = Tr::tr(isKnown ? meaning->nextStep : otherwise)};
}

} // namespace

Error SqliteError::ofConnection(const QSqlError &error, const DatabaseUrl &url)
{
    Error result = named(
        resultOf(error), error.databaseText(), QT_TRANSLATE_NOOP("Migrations", "Check the path in the database URL."));
    if (resultOf(error) == Unknown)
        result.code = ErrorCode::Connection;
    result.at.file = url.database();
    return result;
}

Error SqliteError::ofStatement(const QSqlError &error, const QString &statement)
{
    Error result = named(resultOf(error), error.databaseText(),
        QT_TRANSLATE_NOOP("Migrations", "Read SQLite's message, correct the statement and run it again."));
    result.statement = statement;
    if (resultOf(error) == Misuse) {
        result.code = ErrorCode::BadInput;
        result.message = Tr::tr("SQLite takes one statement at a time, and this text has several.");
        result.nextStep = Tr::tr("Split the text at the semicolons and send the statements one by one.");
    } else if (error.databaseText().isEmpty()) {
        result.code = ErrorCode::BadInput;
        result.message = Tr::tr("The statement has placeholders without values.");
        result.nextStep = Tr::tr("Give a value for each placeholder, or write the text between quotes.");
    }
    return result;
}

} // namespace Migrations::Database
