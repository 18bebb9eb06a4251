#include "migrations/sqltext/statementsplitter.h"

#include "migrations/sqltext/sqlitescanner.h"
#include "migrations/sqltext/textposition.h"

#include <QCoreApplication>

#include <pg_query.h>

#include <memory>

namespace Migrations::SqlText {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

enum class Comments { Nested, Flat };

/// behind the comment that starts at `from`; `from` when there is none
qsizetype skipComment(QStringView text, qsizetype from, Comments comments)
{
    if (text.sliced(from).startsWith(u"--")) {
        const qsizetype end = text.indexOf(u'\n', from);
        return end < 0 ? text.size() : end;
    }
    if (!text.sliced(from).startsWith(u"/*"))
        return from;
    int depth = 0;
    for (qsizetype i = from; i + 1 < text.size(); ++i) {
        const QStringView two = text.sliced(i, 2);
        if (two == u"*/") {
            --depth;
            ++i;
        } else if (two == u"/*" && (depth == 0 || comments == Comments::Nested)) {
            ++depth;
            ++i;
        }
        if (depth == 0)
            return i + 1;
    }
    return text.size();
}

/// where the first word is, behind space and comments; the end when there is none
qsizetype firstWord(QStringView text, Comments comments)
{
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        const qsizetype behind = skipComment(text, at, comments);
        if (behind == at)
            return at;
        at = behind;
    }
    return at;
}

void append(QList<Statement> &statements, const QString &sql, qsizetype begin, qsizetype end, Comments comments)
{
    while (begin < end && sql.at(begin).isSpace())
        ++begin;
    while (end > begin && sql.at(end - 1).isSpace())
        --end;
    const QStringView text = QStringView(sql).sliced(begin, end - begin);
    const qsizetype word = firstWord(text, comments);
    if (word < text.size()) {
        statements << Statement {.text = text.toString(), .offset = begin, .line = locationOf(sql, begin + word).line};
    }
}

struct FreeSplit {
    void operator()(PgQuerySplitResult *result) const
    {
        pg_query_free_split_result(*result);
        delete result;
    }
};

using SplitResult = std::unique_ptr<PgQuerySplitResult, FreeSplit>;

} // namespace

Result<QList<Statement>> StatementSplitter::postgresql(const QString &sql)
{
    const QByteArray utf8 = sql.toUtf8();
    SplitResult result(new PgQuerySplitResult(pg_query_split_with_parser(utf8.constData())));
    if (result->error)
        result.reset(new PgQuerySplitResult(pg_query_split_with_scanner(utf8.constData())));
    if (result->error) {
        // the scanner counts from 1, in characters
        const QList<uint> characters = sql.toUcs4();
        const qsizetype before = std::clamp<qsizetype>(result->error->cursorpos - 1, 0, characters.size());
        const qsizetype at =
            QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), before).size();
        return failure(Error {.code = ErrorCode::Syntax,
            .message = QString::fromUtf8(result->error->message),
            .at = locationOf(sql, at),
            .excerpt = excerptAt(sql, at)});
    }
    QList<Statement> statements;
    for (int i = 0; i < result->n_stmts; ++i) {
        const PgQuerySplitStmt *each = result->stmts[i];
        const qsizetype begin = fromUtf8Offset(utf8, each->stmt_location);
        append(statements, sql, begin, fromUtf8Offset(utf8, each->stmt_location + each->stmt_len), Comments::Nested);
    }
    return statements;
}

Result<QList<Statement>> StatementSplitter::sqlite(const QString &sql)
{
    QList<Statement> statements;
    SqliteScanner scanner(sql);
    qsizetype begin = 0;
    while (const std::optional<qsizetype> end = scanner.endOfStatement()) {
        append(statements, sql, begin, *end - 1, Comments::Flat);
        begin = *end;
    }
    if (const std::optional<qsizetype> open = scanner.unterminated()) {
        return failure(Error {.code = ErrorCode::Syntax,
            .message = Tr::tr("A string or name that starts here does not end."),
            .at = locationOf(sql, *open),
            .excerpt = excerptAt(sql, *open)});
    }
    append(statements, sql, begin, sql.size(), Comments::Flat);
    return statements;
}

Result<QList<Statement>> StatementSplitter::forDialect(const QString &dialect, const QString &sql)
{
    if (dialect == u"postgresql")
        return postgresql(sql);
    if (dialect == u"sqlite")
        return sqlite(sql);
    return failure(ErrorCode::Unsupported, Tr::tr("There is no SQL dialect %1.").arg(dialect));
}

} // namespace Migrations::SqlText
