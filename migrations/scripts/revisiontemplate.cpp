#include "migrations/scripts/revisiontemplate.h"

#include "migrations/python/parser.h"
#include "migrations/scripts/templateprogram.h"
#include "migrations/scripts/templateworld.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr Python::Budget MuchForATemplate {
    .steps = 500'000, .bytes = 16 * 1024 * 1024, .time = std::chrono::seconds(5)};

// from the program's lines to the template's
Error inTemplate(Error error, const TemplateProgram &program, const QString &text, const QString &path)
{
    const int line = program.lines.value(error.at.line - 1);
    error.message = Tr::tr("The template cannot be used: %1").arg(error.message);
    error.at = {path, line, 0};
    error.excerpt = line > 0 ? u"    "_s + text.section(u'\n', line - 1, line - 1).trimmed() : QString();
    error.nextStep = Tr::tr("Write it as Alembic's own script.py.mako does. Nothing was written.");
    return error;
}

void addLine(QString &text, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        text += u"-- %1: %2\n"_s.arg(key, value);
}

} // namespace

Result<QString> revisionFromTemplate(
    const QString &text, const QString &path, const RevisionDraft &draft, const QMap<QString, QString> &options)
{
    const Result<TemplateProgram> program = TemplateProgram::compile(text, path, TemplateWorld::moduleName());
    if (!program)
        return failure(program.error());
    const Result<std::shared_ptr<const Python::Module>> module = Python::parse(program->python.toUtf8(), path);
    if (!module)
        return failure(inTemplate(module.error(), *program, text, path));
    TemplateWorld world(draft, options);
    Python::Interpreter interpreter(*module, world, MuchForATemplate);
    if (const Result<void> done = interpreter.run(); !done)
        return failure(inTemplate(done.error(), *program, text, path));
    return world.text();
}

QString sqlRevision(const RevisionDraft &draft)
{
    QString text;
    addLine(text, u"revision"_s, draft.id);
    addLine(text, u"revises"_s, draft.down.join(", "_L1));
    addLine(text, u"depends_on"_s, draft.dependsOn.join(", "_L1));
    addLine(text, u"branch_labels"_s, draft.branchLabels.join(", "_L1));
    addLine(text, u"message"_s, draft.message.simplified());
    addLine(text, u"create_date"_s, draft.createDate.toString());
    return text + u"\n-- migrate:up\n\n-- migrate:down\n"_s;
}

} // namespace Migrations::Scripts
