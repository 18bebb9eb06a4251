#include "migrations/scripts/pythonheader.h"

#include "migrations/python/parser.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// a literal of the header: text, None, or a tuple, list or set of texts
Result<QStringList> texts(const Python::Expression &expression, const QString &name, const QString &path)
{
    if (std::holds_alternative<Python::NoneLiteral>(expression.node))
        return QStringList();
    if (const auto *text = std::get_if<Python::StringLiteral>(&expression.node))
        return text->value.isEmpty() ? QStringList() : QStringList {text->value};
    if (const auto *display = std::get_if<Python::DisplayExpression>(&expression.node)) {
        QStringList all;
        for (const Python::ExpressionPtr &item : display->items) {
            Result<QStringList> one = texts(*item, name, path);
            if (!one)
                return one;
            all += *one;
        }
        return all;
    }
    return failure({
        .code = ErrorCode::BadInput,
        .message = Tr::tr("%1 is not a literal, so it cannot be read without running the script.").arg(name),
        .at = {path, expression.at.line, expression.at.column},
        .nextStep = Tr::tr("Write the revision id itself: a string, None, or a tuple of strings."),
    });
}

// files of Alembic 0.1 have no `revision`; their name is the id
QString idFromFileName(const QString &path)
{
    static const QRegularExpression hexadecimal(QStringLiteral("^([a-f0-9]+)\\.py$"));
    return hexadecimal.match(QFileInfo(path).fileName()).captured(1);
}

void readDocstring(const QString &docstring, Revision &revision)
{
    static const QRegularExpression created(QStringLiteral("^Create Date:\\s*(.+?)\\s*$"),
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    revision.longDoc = docstring.trimmed();
    revision.doc = revision.longDoc.section(QStringLiteral("\n\n"), 0, 0);
    revision.createDate = created.match(docstring).captured(1);
}

} // namespace

Result<Revision> readPythonHeader(const QByteArray &bytes, const QString &path)
{
    static const QString id = QStringLiteral("revision");
    static const QString down = QStringLiteral("down_revision");
    static const QString dependsOn = QStringLiteral("depends_on");
    static const QString labels = QStringLiteral("branch_labels");
    const Result<Python::ModuleHeader> header = Python::parseHeader(bytes, path, {id, down, dependsOn, labels});
    if (!header)
        return failure(header.error());

    Revision revision {.path = path, .language = Language::Python};
    QStringList ids;
    const std::pair<QString, QStringList *> fields[]
        = {{id, &ids}, {down, &revision.down}, {dependsOn, &revision.dependsOn}, {labels, &revision.branchLabels}};
    for (const auto &[name, target] : fields) {
        const auto found = header->assignments.find(name);
        if (found == header->assignments.end())
            continue;
        const Result<QStringList> values = texts(*found->second, name, path);
        if (!values)
            return failure(values.error());
        *target = *values;
    }
    revision.id = ids.isEmpty() ? idFromFileName(path) : ids.front();
    if (revision.id.isEmpty())
        return failure({
            .code = ErrorCode::BadInput,
            .message = QStringLiteral("Could not determine revision id from filename %1. Be sure the 'revision' "
                                      "variable is declared inside the script (please see 'Upgrading from Alembic 0.1 "
                                      "to 0.2' in the documentation).")
                           .arg(QFileInfo(path).fileName()),
            .at = {.file = path},
            .nextStep = Tr::tr("Add `revision = \"…\"` to the file, or move it out of the versions folder."),
        });
    if (!header->assignments.contains(down))
        return failure({
            .code = ErrorCode::BadInput,
            .message = Tr::tr("The script has no down_revision, so its place is not known."),
            .at = {.file = path},
            .nextStep = Tr::tr("Add `down_revision = None` for a first revision, or the id of the one before."),
        });
    readDocstring(header->docstring, revision);
    return revision;
}

} // namespace Migrations::Scripts
