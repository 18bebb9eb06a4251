#include "migrations/database/postgresql/postgresqlerror.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSqlError>

#include <algorithm>
#include <array>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// What a failure means, by the beginning of its SQLSTATE or by words in its text.
struct Meaning {
    QLatin1StringView sign;
    ErrorCode code;
    const char *nextStep;
};

// the longer sign of the same class comes first
constexpr std::array statementMeanings {
    Meaning {"55P03"_L1, ErrorCode::Locked,
        QT_TRANSLATE_NOOP("Migrations",
            "Another session holds the table. pg_stat_activity and pg_blocking_pids() say which one; wait for "
            "it, end it, or raise lock_timeout.")},
    Meaning {"40P01"_L1, ErrorCode::Locked,
        QT_TRANSLATE_NOOP("Migrations",
            "Two sessions waited for each other and the server ended this one. Roll back and run it again when "
            "the other is done.")},
    Meaning {"40001"_L1, ErrorCode::Locked,
        QT_TRANSLATE_NOOP("Migrations", "Another session changed the same rows. Roll back and run it again.")},
    Meaning {"55006"_L1, ErrorCode::Locked,
        QT_TRANSLATE_NOOP(
            "Migrations", "Somebody uses the object. pg_stat_activity says who; wait for them or end their sessions.")},
    Meaning {"57014"_L1, ErrorCode::Canceled,
        QT_TRANSLATE_NOOP("Migrations",
            "The statement was stopped: by somebody, or by statement_timeout. Roll back; raise "
            "statement_timeout when it needs more time.")},
    Meaning {"57P0"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP(
            "Migrations", "The server ended the session. What was not committed is undone; connect again.")},
    Meaning {"08"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP(
            "Migrations", "What was not committed is undone; check the server and the network, then connect again.")},
    Meaning {"53300"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "The server has no free connection. Close some, or raise max_connections.")},
    Meaning {"53100"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "The server's disk is full. Free some space there.")},
    Meaning {"42501"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP(
            "Migrations", "Connect as the owner of the object, or have the right granted to this role with GRANT.")},
    Meaning {"25006"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "The transaction may only read. Open the database for writing; a standby never accepts writes.")},
    Meaning {"25P02"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "An earlier statement of this transaction failed. Roll back and begin again.")},
    Meaning {"25001"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "Run the statement outside of a transaction: in an autocommit_block(), or in a section that says "
            "transaction:false.")},
    Meaning {"55P04"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "A new label of an enum type can be used after the transaction that added it is committed: add it "
            "in a revision of its own or in an autocommit_block().")},
    Meaning {"42P18"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Say the type of the value with a cast, such as CAST(:name AS text).")},
    Meaning {"42P07"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "It is there already: was this revision applied by hand? Compare the database with the revision, "
            "then stamp it or remove the object.")},
    Meaning {"42710"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "It is there already: was this revision applied by hand? Compare the database with the revision, "
            "then stamp it or remove the object.")},
    Meaning {"42701"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "The column is there already: was this revision applied by hand? Compare the database with the "
            "revision, then stamp it.")},
    Meaning {"42P01"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP(
            "Migrations", "Check the name, the schema and search_path, and that the earlier revisions are applied.")},
    Meaning {"42703"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Check the name and that the earlier revisions are applied.")},
    Meaning {"42704"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "Check the name and that the earlier revisions are applied; a type of an extension needs CREATE "
            "EXTENSION first.")},
    Meaning {"42883"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "Check the name and the types of the arguments; a function of an extension needs CREATE EXTENSION "
            "first.")},
    Meaning {
        "42601"_L1, ErrorCode::Server, QT_TRANSLATE_NOOP("Migrations", "Correct the statement where the mark is.")},
    Meaning {"2BP01"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Drop what depends on it first, or use CASCADE when all of it may go.")},
    Meaning {"22001"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations",
            "Shorten the value or widen the column. alembic_version.version_num holds 32 characters unless it "
            "was widened.")},
    Meaning {"23502"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP(
            "Migrations", "Rows without a value are in the way: fill them first, or give the column a default.")},
    Meaning {"23503"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP(
            "Migrations", "Rows refer to something that is not there, or is about to go: correct these rows first.")},
    Meaning {"23505"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Rows with the same key are in the way: correct these rows first.")},
    Meaning {"23"_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Rows break the constraint: correct these rows first.")},
    Meaning {
        "3F000"_L1, ErrorCode::Server, QT_TRANSLATE_NOOP("Migrations", "Create the schema, or correct search_path.")},
    Meaning {""_L1, ErrorCode::Server,
        QT_TRANSLATE_NOOP("Migrations", "Read the server's message, correct the statement and run it again.")},
};

constexpr std::array connectMeanings {
    Meaning {"password authentication failed"_L1, ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("Migrations", "Check the user and the password in the URL, in PGPASSWORD or in ~/.pgpass.")},
    Meaning {"no password supplied"_L1, ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("Migrations", "Give a password in the URL, in PGPASSWORD or in ~/.pgpass.")},
    Meaning {"authentication failed"_L1, ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("Migrations",
            "The server lets this user in another way: look at pg_hba.conf on the server, or use another user.")},
    Meaning {"pg_hba.conf"_L1, ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("Migrations",
            "The server lets nobody in from here as this user: add a line to pg_hba.conf on the server, or use "
            "another user.")},
    Meaning {"permission denied for database"_L1, ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("Migrations", "Have the right granted: GRANT CONNECT ON DATABASE … TO this role.")},
    Meaning {"is not permitted to log in"_L1, ErrorCode::Authentication,
        QT_TRANSLATE_NOOP("Migrations", "Use another user, or have the right granted: ALTER ROLE … LOGIN.")},
    Meaning {"connection option"_L1, ErrorCode::BadInput,
        QT_TRANSLATE_NOOP(
            "Migrations", "Remove the option from the URL or correct it: only libpq's options are known.")},
    Meaning {"invalid sslmode"_L1, ErrorCode::BadInput,
        QT_TRANSLATE_NOOP("Migrations",
            "Correct the option sslmode of the URL: disable, allow, prefer, require, verify-ca or verify-full.")},
    Meaning {
        "starting up"_L1, ErrorCode::Connection, QT_TRANSLATE_NOOP("Migrations", "Wait a moment and connect again.")},
    Meaning {"too many clients"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "The server has no free connection. Close some, or raise max_connections.")},
    Meaning {"connection slots"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "The server has no free connection. Close some, or raise max_connections.")},
    Meaning {"could not translate host name"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "Check the host in the URL and this machine's name resolution.")},
    Meaning {"timeout expired"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "Nobody answers there: check the host, the port and the firewalls between.")},
    Meaning {"No such file or directory"_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP(
            "Migrations", "No server listens on this socket: check that it runs, and the folder and port in the URL.")},
    Meaning {""_L1, ErrorCode::Connection,
        QT_TRANSLATE_NOOP("Migrations", "Check that the server runs and that the host and port in the URL are right.")},
};

/// The parts of the text that libpq makes of an error's fields.
struct Report {
    QString message;
    QString excerpt; ///< "LINE 1: …" with the caret below
    QString detail;
};

Report readReport(const QString &text)
{
    static const QRegularExpression severity(u"^\\p{L}+:  "_s);
    static const QRegularExpression label(u"^\\p{L}+:  "_s);
    static const QRegularExpression caret(u"^\\s*\\^$"_s);
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.constLast().trimmed().isEmpty())
        lines.removeLast();
    Report report;
    QStringList message;
    QStringList detail;
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QString &line = lines[number];
        if (number > 0 && number + 1 < lines.size() && caret.match(lines[number + 1]).hasMatch()) {
            report.excerpt = line + u'\n' + lines[number + 1];
            ++number;
        } else if (number > 0 && (!detail.isEmpty() || label.match(line).hasMatch())) {
            detail << line;
        } else {
            message << (number == 0 ? QString(line).remove(severity) : line);
        }
    }
    report.message = message.join(u'\n');
    report.detail = detail.join(u'\n');
    return report;
}

bool isMissing(const QString &text, QLatin1StringView kind)
{
    return QRegularExpression(u"%1 \"[^\n]*\" does not exist"_s.arg(kind)).match(text).hasMatch();
}

Error namedMissing(const QString &text, const DatabaseUrl &url, Error error)
{
    if (isMissing(text, "role"_L1)) {
        error.code = ErrorCode::Authentication;
        error.nextStep = Tr::tr("Check the user in the URL, or create the role on the server.");
    } else if (isMissing(text, "database"_L1)) {
        error.code = ErrorCode::Connection;
        error.nextStep = Tr::tr("Check the name, or create the database: createdb %1").arg(url.database());
    }
    return error;
}

} // namespace

Error PostgresqlError::ofConnection(const QSqlError &error, const DatabaseUrl &url)
{
    QString text = error.databaseText();
    if (!url.password().isEmpty())
        text.replace(url.password(), u"***"_s);
    const auto meaning =
        std::ranges::find_if(connectMeanings, [&](const Meaning &candidate) { return text.contains(candidate.sign); });
    Error result {.code = meaning->code, .nextStep = Tr::tr(meaning->nextStep)};

    static const QRegularExpression refusal(u"^(.* failed): \\p{L}+:  "_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch refused = refusal.match(text);
    if (refused.hasMatch()) {
        const Report report = readReport(text.mid(refused.capturedStart()).remove(0, refused.capturedLength()));
        result.message = report.message;
        result.detail = QStringList {refused.captured(1), report.detail}.join(u'\n').trimmed();
    } else {
        const QStringList lines = text.trimmed().split(u'\n');
        result.message = lines.constFirst();
        for (const QString &line : lines.sliced(1))
            result.detail += (result.detail.isEmpty() ? QString() : u"\n"_s) + line.trimmed();
    }
    return namedMissing(text, url, std::move(result));
}

Error PostgresqlError::ofStatement(const QSqlError &error, const QString &statement)
{
    const QString state = error.nativeErrorCode();
    QString text = error.databaseText();
    const QString suffix = u'(' + state + u')';
    if (!state.isEmpty() && text.endsWith(suffix))
        text.chop(suffix.size());
    const Report report = readReport(text);
    const auto meaning = std::ranges::find_if(
        statementMeanings, [&](const Meaning &candidate) { return state.startsWith(candidate.sign); });
    const bool isPrepared = report.excerpt.contains("PREPARE stillroom_"_L1);
    Error result {.code = meaning->code,
        .message = report.message,
        .excerpt = isPrepared ? QString() : report.excerpt,
        .statement = statement,
        .detail = report.detail,
        .nextStep = Tr::tr(meaning->nextStep)};
    if (state == "57014"_L1 && report.message.contains("timeout"_L1))
        result.code = ErrorCode::Server;
    if (state.isEmpty()) {
        result.code = ErrorCode::Connection;
        result.nextStep = Tr::tr("The connection is lost and what was not committed is undone: check the server, then "
                                 "connect again.");
    }
    return result;
}

} // namespace Migrations::Database
