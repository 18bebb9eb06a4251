#include "migrations/dialects/sqlcompiler.h"

#include "migrations/dialects/phrase.h"
#include "migrations/dialects/refusal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

struct OperationWriter {
    SqlCompiler &compiler;
    QStringList &statements;

    const Vocabulary &words() const { return compiler.writers().words; }
    QString name(const QString &object, const QString &schema) const
    {
        return words().identifiers.qualified(object, schema);
    }

    void operator()(const Operations::CreateTable &op) const { compiler.createTable(op, statements); }
    void operator()(const Operations::DropTable &op) const
    {
        statements << u"DROP TABLE "_s + (op.ifExists ? u"IF EXISTS "_s : QString()) + name(op.table, op.schema);
    }
    void operator()(const Operations::RenameTable &op) const
    {
        statements << u"ALTER TABLE %1 RENAME TO %2"_s.arg(
            words().identifiers.dotted(op.table, op.schema), words().identifiers.quoted(op.newName));
    }
    void operator()(const Operations::CommentTable &op) const
    {
        statements << compiler.comment(u"TABLE "_s + name(op.table, op.schema), op.comment);
    }
    void operator()(const Operations::AddColumn &op) const { compiler.addColumn(op, statements); }
    void operator()(const Operations::DropColumn &op) const { statements << compiler.writers().alter.dropColumn(op); }
    void operator()(const Operations::AlterColumn &op) const { compiler.writers().alter.alterColumn(op, statements); }
    void operator()(const Operations::CreateIndex &op) const { statements << compiler.writers().indexes.create(op); }
    void operator()(const Operations::DropIndex &op) const { statements << compiler.writers().indexes.drop(op); }
    void operator()(const Operations::AddConstraint &op) const { compiler.addConstraint(op, statements); }
    void operator()(const Operations::DropConstraint &op) const
    {
        statements << compiler.writers().alter.dropConstraint(op);
    }
    void operator()(const Operations::ExecuteSql &op) const { statements << op.sql; }
    void operator()(const Operations::InsertRows &op) const { compiler.insertRows(op, statements); }
    void operator()(const Operations::CopyRows &op) const { statements << compiler.copyRows(op); }
    void operator()(const Operations::CreateEnum &op) const { compiler.createEnum(op, statements); }
    void operator()(const Operations::DropEnum &op) const { compiler.dropEnum(op, statements); }
    void operator()(const Operations::CreateSequence &op) const
    {
        const QString options = sequenceOptions(op.options);
        statements << u"CREATE SEQUENCE "_s + (op.ifNotExists ? u"IF NOT EXISTS "_s : QString())
                + name(op.name, op.schema) + compiler.sequenceType(op) + (options.isEmpty() ? QString() : u' ' + options);
    }
    void operator()(const Operations::DropSequence &op) const
    {
        statements << u"DROP SEQUENCE "_s + (op.ifExists ? u"IF EXISTS "_s : QString()) + name(op.name, op.schema);
    }
    void operator()(const Operations::CreateSchema &op) const
    {
        statements << u"CREATE SCHEMA "_s + (op.ifNotExists ? u"IF NOT EXISTS "_s : QString()) + name(op.name, {});
    }
    void operator()(const Operations::DropSchema &op) const
    {
        statements << u"DROP SCHEMA "_s + (op.ifExists ? u"IF EXISTS "_s : QString()) + name(op.name, {})
                + (op.cascade ? u" CASCADE"_s : QString());
    }
};

Rendered SqlCompiler::compile(const Operations::Operation &operation)
{
    Rendered rendered;
    try {
        std::visit(OperationWriter {*this, rendered.statements}, operation);
    } catch (const Refusal &refusal) {
        rendered.refusal = refusal.error;
    }
    return rendered;
}

QString SqlCompiler::comment(const QString &object, const std::optional<QString> &text) const
{
    return u"COMMENT ON "_s + object + u" IS "_s + (text ? writers().words.literals.string(*text) : u"NULL"_s);
}

QString SqlCompiler::sequenceType(const Operations::CreateSequence &operation) const
{
    if (!operation.type || !hasComments()) // the dialect without COMMENT has no sequences either
        return {};
    return u" AS "_s + writers().words.types.text(*operation.type);
}

void SqlCompiler::createTable(const Operations::CreateTable &operation, QStringList &statements)
{
    const Schema::Table &table = operation.table;
    const Writers use = writers();
    const TableFacts facts(table, use.words.types);
    for (const Schema::Constraint &constraint : facts.constraints()) {
        use.words.naming.constraint(constraint, table.name, table.schema); // refuses before anything is written
        if (const auto *key = std::get_if<Schema::ForeignKey>(&constraint))
            use.words.naming.checkReferred(*key, table.name, table.schema);
    }
    createTypes(table, statements);
    statements << use.tables.create(operation);
    for (const Schema::Index &index : facts.indexes())
        statements << use.indexes.create({.table = table.name, .index = index, .schema = table.schema});
    if (!hasComments())
        return;
    const QString name = use.words.identifiers.qualified(table.name, table.schema);
    if (!table.comment.isEmpty())
        statements << comment(u"TABLE "_s + name, table.comment);
    for (const Schema::Column &column : table.columns) {
        if (!column.comment.isEmpty()) {
            const QString quoted = use.words.identifiers.quoted(column.name, column.forceQuote);
            statements << comment(u"COLUMN "_s + name + u'.' + quoted, column.comment);
        }
    }
}

void SqlCompiler::addColumn(const Operations::AddColumn &operation, QStringList &statements)
{
    const Schema::Column &column = operation.column;
    const Schema::Table table {.name = operation.table, .schema = operation.schema, .columns = {column}};
    const Writers use = writers();
    const TableFacts facts(table, use.words.types);
    for (Schema::ForeignKey key : column.foreignKeys) {
        key.columns = {column.name};
        use.words.naming.checkReferred(key, table.name, table.schema);
    }
    statements << use.alter.addColumn(operation, facts);
    const bool referenceIsInline = operation.inlineReferences && column.foreignKeys.size() == 1;
    for (const Schema::Constraint &constraint : facts.implied(column)) {
        if (!referenceIsInline || !std::holds_alternative<Schema::ForeignKey>(constraint))
            statements << use.alter.impliedConstraint(constraint, facts);
    }
    for (const Schema::Index &index : facts.indexes())
        statements << use.indexes.create({.table = table.name, .index = index, .schema = table.schema});
    if (hasComments() && !column.comment.isEmpty()) {
        const QString name = use.words.identifiers.qualified(table.name, table.schema) + u'.'
            + use.words.identifiers.quoted(column.name, column.forceQuote);
        statements << comment(u"COLUMN "_s + name, column.comment);
    }
}

void SqlCompiler::addConstraint(const Operations::AddConstraint &operation, QStringList &statements) const
{
    const Schema::Table table {.name = operation.table, .schema = operation.schema};
    const Writers use = writers();
    use.words.naming.constraint(operation.constraint, table.name, table.schema); // refuses before the dialect does
    statements << use.alter.addConstraint(operation.constraint, TableFacts(table, use.words.types));
}

QString SqlCompiler::copyRows(const Operations::CopyRows &operation) const
{
    const Vocabulary &words = writers().words;
    QStringList names;
    QStringList values;
    int constants = 0;
    for (const Operations::CopiedColumn &column : operation.columns) {
        names << words.identifiers.quoted(column.name);
        QString value = words.expressions.text(column.value, Expressions::Columns::WithTable);
        if (column.label.isEmpty())
            value += u" AS anon_%1"_s.arg(++constants);
        else if (column.value.kind != Schema::Expression::Kind::Column)
            value += u" AS "_s + words.identifiers.quoted(column.label);
        values << value;
    }
    return u"INSERT INTO %1 (%2) SELECT %3 \nFROM %4"_s.arg(
        words.identifiers.qualified(operation.target, operation.schema), names.join(u", "_s), values.join(u", "_s),
        words.identifiers.qualified(operation.source, operation.schema));
}

void SqlCompiler::insertRows(const Operations::InsertRows &operation, QStringList &statements) const
{
    const Vocabulary &words = writers().words;
    const QString into = u"INSERT INTO "_s + words.identifiers.qualified(operation.table.name, operation.table.schema);
    for (const QMap<QString, QVariant> &row : operation.rows) {
        for (const QString &key : row.keys()) {
            if (!operation.table.column(key))
                throw Refusal::argument(Tr::tr("The table %1 has no column %2.").arg(operation.table.name, key));
        }
        QStringList names;
        QStringList values;
        for (const Schema::Column &column : operation.table.columns) {
            if (!row.contains(column.name) && !column.hasClientDefault)
                continue;
            names << words.identifiers.quoted(column.name, column.forceQuote);
            values << (row.contains(column.name) ? words.text(row.value(column.name), column.type)
                                                 : words.expressions.clientDefault(column));
        }
        statements << into
                + (names.isEmpty() ? u" DEFAULT VALUES"_s
                                   : u" (%1) VALUES (%2)"_s.arg(names.join(u", "_s), values.join(u", "_s)));
    }
}

} // namespace Migrations::Dialects
