#include "migrations/alembic/compilerhooks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Alembic {

namespace {

bool isForeignKey(const Schema::Constraint &constraint)
{
    return std::holds_alternative<Schema::ForeignKey>(constraint);
}

/// Whether an operation writes a FOREIGN KEY.
struct ForeignKeyFinder {
    bool operator()(const Operations::CreateTable &operation) const
    {
        return std::ranges::any_of(operation.table.columns, hasReference)
            || std::ranges::any_of(operation.table.constraints, isForeignKey);
    }
    bool operator()(const Operations::AddColumn &operation) const { return hasReference(operation.column); }
    bool operator()(const Operations::AddConstraint &operation) const { return isForeignKey(operation.constraint); }
    bool operator()(const auto &) const { return false; }

private:
    static bool hasReference(const Schema::Column &column) { return !column.foreignKeys.isEmpty(); }
};

} // namespace

QList<CompilerHook> compilerHooks(const QByteArray &source, const QString &path)
{
    static const QRegularExpression decorator(
        uR"(^[ \t]*@(?:\w+\.)*compiles\(\s*([\w.]+)((?:\s*,\s*['"]\w+['"])*)\s*,?\s*\))"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression dialect(u"\\w+"_s);
    QList<CompilerHook> hooks;
    const QString text = QString::fromUtf8(source);
    QRegularExpressionMatchIterator matches = decorator.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        CompilerHook hook {.element = match.captured(1),
            .at = {.file = path, .line = int(QStringView(text).first(match.capturedStart()).count(u'\n')) + 1}};
        QRegularExpressionMatchIterator names = dialect.globalMatch(match.captured(2));
        while (names.hasNext())
            hook.dialects << names.next().captured();
        hooks << hook;
    }
    return hooks;
}

bool concerns(const CompilerHook &hook, const Operations::Operation &operation, const QString &dialect)
{
    if (!hook.dialects.isEmpty() && !hook.dialects.contains(dialect))
        return false;
    if (std::holds_alternative<Operations::ExecuteSql>(operation))
        return false;
    return hook.element.section(u'.', -1) != "ForeignKeyConstraint"_L1 || std::visit(ForeignKeyFinder {}, operation);
}

} // namespace Migrations::Alembic
