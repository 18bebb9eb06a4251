#include "migrations/scripts/sqlsections.h"

#include "migrations/scripts/revisionfile.h"
#include "migrations/sqltext/statementsplitter.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// The text between one `-- migrate:` line and the next.
struct Section {
    bool up = false;
    QStringList dialects; ///< none: both
    QString text;
    int firstLine = 0;
};

QList<Section> sectionsOf(const QString &source)
{
    static const QRegularExpression head(
        QStringLiteral("^--\\s*migrate:(up|down)\\b(.*)$"), QRegularExpression::CaseInsensitiveOption);
    QList<Section> sections;
    int number = 0;
    for (const QString &line : source.split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = head.match(line.trimmed());
        if (match.hasMatch()) {
            Section section {.up = match.captured(1).toLower() == u"up", .dialects = {}, .text = {}, .firstLine = number + 1};
            for (const QString &word : match.captured(2).split(u' ', Qt::SkipEmptyParts)) {
                if (!word.contains(u':'))
                    section.dialects << word.toLower();
            }
            sections << section;
        } else if (!sections.isEmpty()) {
            sections.last().text += line + u'\n';
        }
    }
    return sections;
}

} // namespace

Result<QList<SqlStatement>> sqlStatements(
    const QByteArray &source, const QString &path, bool up, const QString &dialect)
{
    QList<SqlStatement> result;
    bool found = false;
    for (const Section &section : sectionsOf(utf8Text(source))) {
        if (section.up != up || (!section.dialects.isEmpty() && !section.dialects.contains(dialect)))
            continue;
        found = true;
        Result<QList<SqlText::Statement>> statements = SqlText::StatementSplitter::forDialect(dialect, section.text);
        if (!statements) {
            Error error = statements.error();
            error.at = {path, section.firstLine + std::max(0, error.at.line - 1), error.at.column};
            return failure(error);
        }
        for (const SqlText::Statement &statement : std::as_const(*statements))
            result << SqlStatement {
                .sql = statement.text, .at = {path, section.firstLine + statement.line - 1, 1}};
    }
    if (found)
        return result;
    const QString section = up ? QStringLiteral("-- migrate:up") : QStringLiteral("-- migrate:down");
    return failure({
        .code = ErrorCode::NotFound,
        .message = Tr::tr("The revision has no section \"%1\" for %2.").arg(section, dialect),
        .at = {.file = path},
        .nextStep = Tr::tr("Add the section; an empty one does nothing."),
    });
}

} // namespace Migrations::Scripts
