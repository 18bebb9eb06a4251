#include "migrations/operations/operation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations::Operations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString qualified(const QString &name, const QString &schema)
{
    return schema.isEmpty() ? name : schema + u'.' + name;
}

struct ConstraintDescriber {
    QString operator()(const Schema::PrimaryKey &) const { return Tr::tr("primary key"); }
    QString operator()(const Schema::UniqueConstraint &) const { return Tr::tr("unique constraint"); }
    QString operator()(const Schema::ForeignKey &) const { return Tr::tr("foreign key"); }
    QString operator()(const Schema::CheckConstraint &) const { return Tr::tr("check constraint"); }
    QString operator()(const Schema::ExcludeConstraint &) const { return Tr::tr("exclusion constraint"); }
};

QString changes(const AlterColumn &operation)
{
    QStringList parts;
    if (operation.type)
        parts << Tr::tr("type %1").arg(operation.type->describe());
    if (operation.nullable)
        parts << (*operation.nullable ? Tr::tr("nullable") : Tr::tr("not null"));
    if (operation.serverDefault)
        parts << (*operation.serverDefault ? Tr::tr("default") : Tr::tr("no default"));
    if (operation.identity)
        parts << Tr::tr("identity");
    if (operation.comment)
        parts << Tr::tr("comment");
    if (!operation.newName.isEmpty())
        parts << Tr::tr("new name %1").arg(operation.newName);
    return parts.join(u", "_s);
}

struct Describer {
    QString operator()(const CreateTable &op) const
    {
        return Tr::tr("create table %1").arg(qualified(op.table.name, op.table.schema));
    }
    QString operator()(const DropTable &op) const
    {
        return Tr::tr("drop table %1").arg(qualified(op.table, op.schema));
    }
    QString operator()(const RenameTable &op) const
    {
        return Tr::tr("rename table %1 to %2").arg(qualified(op.table, op.schema), op.newName);
    }
    QString operator()(const CommentTable &op) const
    {
        return (op.comment ? Tr::tr("comment on table %1") : Tr::tr("drop the comment of table %1"))
            .arg(qualified(op.table, op.schema));
    }
    QString operator()(const AddColumn &op) const
    {
        return Tr::tr("add column %1 to %2").arg(op.column.name, qualified(op.table, op.schema));
    }
    QString operator()(const DropColumn &op) const
    {
        return Tr::tr("drop column %1 of %2").arg(op.column, qualified(op.table, op.schema));
    }
    QString operator()(const AlterColumn &op) const
    {
        return Tr::tr("alter column %1 of %2: %3").arg(op.column, qualified(op.table, op.schema), changes(op));
    }
    QString operator()(const CreateIndex &op) const
    {
        const QString table = qualified(op.table, op.schema);
        if (op.index.name.isNone())
            return (op.index.unique ? Tr::tr("create a unique index on %1") : Tr::tr("create an index on %1"))
                .arg(table);
        return (op.index.unique ? Tr::tr("create unique index %1 on %2") : Tr::tr("create index %1 on %2"))
            .arg(op.index.name.text, table);
    }
    QString operator()(const DropIndex &op) const
    {
        if (op.table.isEmpty())
            return Tr::tr("drop index %1").arg(qualified(op.name.text, op.schema));
        return Tr::tr("drop index %1 on %2").arg(op.name.text, qualified(op.table, op.schema));
    }
    QString operator()(const AddConstraint &op) const
    {
        const QString kind = std::visit(ConstraintDescriber {}, op.constraint);
        const QString name = std::visit([](const auto &constraint) { return constraint.name.text; }, op.constraint);
        const QString table = qualified(op.table, op.schema);
        return name.isEmpty() ? Tr::tr("add %1 to %2").arg(kind, table)
                              : Tr::tr("add %1 %2 to %3").arg(kind, name, table);
    }
    QString operator()(const DropConstraint &op) const
    {
        return Tr::tr("drop constraint %1 on %2").arg(op.name.text, qualified(op.table, op.schema));
    }
    QString operator()(const ExecuteSql &op) const
    {
        const QString text = op.sql.simplified();
        constexpr int longest = 60;
        return text.size() <= longest ? text : text.left(longest - 1) + u'…';
    }
    QString operator()(const CopyRows &op) const
    {
        return Tr::tr("copy the rows of %1 to %2").arg(qualified(op.source, op.schema), qualified(op.target, op.schema));
    }
    QString operator()(const InsertRows &op) const
    {
        return Tr::tr("insert %n row(s) into %1", nullptr, static_cast<int>(op.rows.size()))
            .arg(qualified(op.table.name, op.table.schema));
    }
    QString operator()(const CreateEnum &op) const
    {
        return Tr::tr("create enum type %1").arg(qualified(op.type.name, op.type.schema));
    }
    QString operator()(const DropEnum &op) const
    {
        return Tr::tr("drop enum type %1").arg(qualified(op.name, op.schema));
    }
    QString operator()(const CreateSequence &op) const
    {
        return Tr::tr("create sequence %1").arg(qualified(op.name, op.schema));
    }
    QString operator()(const DropSequence &op) const
    {
        return Tr::tr("drop sequence %1").arg(qualified(op.name, op.schema));
    }
    QString operator()(const CreateSchema &op) const { return Tr::tr("create schema %1").arg(op.name); }
    QString operator()(const DropSchema &op) const { return Tr::tr("drop schema %1").arg(op.name); }
};

} // namespace

QString describe(const Operation &operation)
{
    return std::visit(Describer {}, operation);
}

} // namespace Migrations::Operations
