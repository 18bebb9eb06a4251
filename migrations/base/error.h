#pragma once

#include <QString>

#include <expected>

namespace Migrations {

/// Where in a file of the user's something is. Lines and columns count from 1; 0 is unknown.
struct SourceLocation {
    QString file;
    int line = 0;
    int column = 0;

    [[nodiscard]] QString toString() const;
    friend bool operator==(const SourceLocation &, const SourceLocation &) = default;
};

/// What kind of failure it is. Tests and callers decide by the code, people read the message.
enum class ErrorCode {
    BadInput, ///< a value that the user gave, or a file that the user wrote, is not usable
    NotFound, ///< a file, revision, table… that was named does not exist
    Syntax, ///< a script or SQL text is not well formed
    Unsupported, ///< well formed, but Stillroom does not do it
    Script, ///< the script raised a Python exception
    Budget, ///< the script used more steps, depth, memory or time than it may
    NeedsConnection, ///< the answer is in a database and there is no connection
    Connection, ///< the database cannot be reached
    Authentication, ///< the database refuses the role or the password
    Locked, ///< somebody else holds the database
    Server, ///< the database refused a statement
    Conflict, ///< the state found is not the state that was expected
    Refused, ///< the user, or the script after asking the user, said no
    Canceled, ///< the user cancelled
    Io, ///< a file cannot be read or written
};

/// A failure as a value: what happened, where, and what to do next.
///
/// Every function that can fail returns Result<T>; nothing of ours throws across a function that
/// another folder calls. Messages are for people and translated where they are shown or made.
struct Error {
    ErrorCode code = ErrorCode::BadInput;
    QString message; ///< one sentence; for a server's error its own text
    SourceLocation at = {}; ///< the script or configuration file
    QString excerpt = {}; ///< the source line with a caret below it
    QString statement = {}; ///< the SQL that failed
    QString detail = {}; ///< DETAIL and HINT of the server, or what is already committed
    QString nextStep = {}; ///< what the user can do
    QString exception = {}; ///< the class that it has in a script: "CompileError"; empty: the code decides

    /// All of it as plain text of several lines, for a terminal or a log.
    [[nodiscard]] QString toText() const;
};

template<class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, QString message, QString nextStep = {})
{
    return std::unexpected<Error>(
        Error {.code = code, .message = std::move(message), .nextStep = std::move(nextStep)});
}

} // namespace Migrations
