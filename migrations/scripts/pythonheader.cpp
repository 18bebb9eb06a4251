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

// a syntax tree takes many times the memory of its text
constexpr qsizetype LargestForGrammar = 8 * 1024 * 1024;

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

QString createDateOf(const QString &docstring)
{
    const QString key = QStringLiteral("Create Date:");
    for (qsizetype at = docstring.indexOf(key, 0, Qt::CaseInsensitive); at >= 0;
        at = docstring.indexOf(key, at + 1, Qt::CaseInsensitive)) {
        if (at > 0 && docstring[at - 1] != u'\n')
            continue;
        const QStringView rest = QStringView(docstring).sliced(at + key.size());
        const qsizetype end = rest.indexOf(u'\n');
        if (const QStringView date = rest.first(end < 0 ? rest.size() : end).trimmed(); !date.isEmpty())
            return date.toString();
    }
    return {};
}

void readDocstring(const QString &docstring, Revision &revision)
{
    revision.longDoc = docstring.trimmed();
    revision.doc = revision.longDoc.left(revision.longDoc.indexOf(QStringLiteral("\n\n")));
    revision.createDate = createDateOf(docstring);
}

Error noId(const QString &path)
{
    return {
        .code = ErrorCode::BadInput,
        .message = QStringLiteral("Could not determine revision id from filename %1. Be sure the 'revision' "
                                  "variable is declared inside the script (please see 'Upgrading from Alembic 0.1 "
                                  "to 0.2' in the documentation).")
                       .arg(QFileInfo(path).fileName()),
        .at = {.file = path},
        .nextStep = Tr::tr("Add `revision = \"…\"` to the file, or move it out of the versions folder."),
    };
}

Error noDownRevision(const QString &path)
{
    return {
        .code = ErrorCode::BadInput,
        .message = Tr::tr("The script has no down_revision, so its place is not known."),
        .at = {.file = path},
        .nextStep = Tr::tr("Add `down_revision = None` for a first revision, or the id of the one before."),
    };
}

Error tooLarge(const QString &path, qsizetype size)
{
    return {
        .code = ErrorCode::BadInput,
        .message = Tr::tr("The script has %1 MB, and its top level is not written plainly enough to be read in "
                          "passing.")
                       .arg(size >> 20),
        .at = {.file = path},
        .nextStep = Tr::tr("Move the data into a file of its own, or into the function upgrade()."),
    };
}

} // namespace

Result<HeaderFacts> parseHeader(const QByteArray &bytes, const QString &path, const EvaluateHeader &evaluate)
{
    static const QSet<QString> names = [] {
        QSet<QString> all;
        for (const char *name : headerNames)
            all << QString::fromLatin1(name);
        return all;
    }();
    const Result<Python::ModuleHeader> header = Python::parseHeader(bytes, path, names);
    if (!header)
        return failure(header.error());
    HeaderFacts facts {.docstring = header->docstring, .assigned = {}, .bodies = {}};
    for (std::size_t i = 0; i < headerNames.size(); ++i) {
        const QString name = QString::fromLatin1(headerNames[i]);
        const auto found = header->assignments.find(name);
        if (found == header->assignments.end())
            continue;
        Result<QStringList> values = texts(*found->second, name, path);
        if (!values && evaluate) {
            values = evaluate(bytes, path, name).or_else([&](const Error &) { return values; });
            facts.isEvaluated = true;
        }
        if (!values)
            return failure(values.error());
        facts.assigned[i] = *std::move(values);
    }
    return facts;
}

Result<Revision> readPythonHeader(const QByteArray &bytes, const QString &path, const EvaluateHeader &evaluate)
{
    std::optional<HeaderFacts> facts = scanHeader(bytes);
    if (!facts) {
        if (bytes.size() > LargestForGrammar)
            return failure(tooLarge(path, bytes.size()));
        Result<HeaderFacts> parsed = parseHeader(bytes, path, evaluate);
        if (!parsed)
            return failure(parsed.error());
        facts = *std::move(parsed);
    }
    const auto assigned = [&facts](HeaderFacts::Name name) { return facts->assigned[name].value_or(QStringList()); };
    Revision revision {.down = assigned(HeaderFacts::DownRevision),
        .dependsOn = assigned(HeaderFacts::DependsOn),
        .branchLabels = assigned(HeaderFacts::BranchLabels),
        .path = path,
        .language = Language::Python,
        .isEvaluated = facts->isEvaluated,
        .namesCompiler = bytes.contains("ext.compiler") || bytes.contains("ext import compiler")};
    const QStringList ids = assigned(HeaderFacts::Revision);
    revision.id = ids.isEmpty() ? idFromFileName(path) : ids.front();
    if (revision.id.isEmpty())
        return failure(noId(path));
    if (!facts->assigned[HeaderFacts::DownRevision])
        return failure(noDownRevision(path));
    readDocstring(facts->docstring, revision);
    return revision;
}

} // namespace Migrations::Scripts
