#pragma once

#include "migrations/alembic/session.h"
#include "migrations/python/argumentreader.h"

namespace Migrations::Alembic {

// What scripts build with sa.Column(…), sa.Integer(), sa.text(…)…: schema values that Python code
// can hold. Each is a thin shell around the value that an operation will carry.

/// A shell around one value.
template<class Content>
class SchemaItem : public Python::Object
{
public:
    explicit SchemaItem(Content content) : content(std::move(content)) {}
    Content content;
};

class TypeObject final : public SchemaItem<Schema::Type>
{
public:
    TypeObject(Session &session, Schema::Type type) : SchemaItem(std::move(type)), m_session(session) {}
    [[nodiscard]] QString typeName() const override { return content.name.section(u'.', -1); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;

private:
    Session &m_session;
};

class ExpressionObject final : public SchemaItem<Schema::Expression>
{
public:
    using SchemaItem::SchemaItem;
    /// of a == b: whether both are the same object, which is what Python's `in` asks for
    bool sameObjects = false;
    /// as DDL has it: text() with no value for its parameters, no label
    [[nodiscard]] Schema::Expression unbound() const;
    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool isTrue(Python::Interpreter &interpreter) override; ///< nobody knows: TypeError
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;

private:
    [[nodiscard]] std::optional<Python::Value> textMethod(Python::Interpreter &interpreter, const QString &name);
};

class ColumnObject final : public SchemaItem<Schema::Column>
{
public:
    using SchemaItem::SchemaItem;
    std::shared_ptr<const Schema::Relation> relation = {}; ///< that it is a column of
    bool isLight = false; ///< sa.column(), not sa.Column()
    QString owner; ///< the table that it was given to; empty: none yet
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Column"); }
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
};

class ConstraintObject final : public SchemaItem<Schema::Constraint>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Constraint"); }
};

/// sa.ForeignKey("table.column") on a column; its own columns are not known before
class ForeignKeyObject final : public SchemaItem<Schema::ForeignKey>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("ForeignKey"); }
};

class IndexObject final : public SchemaItem<Schema::Index>
{
public:
    using SchemaItem::SchemaItem;
    std::shared_ptr<const Schema::Relation> table = {}; ///< that its columns belong to
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Index"); }
};

class IdentityObject final : public SchemaItem<Schema::Identity>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Identity"); }
};

class ComputedObject final : public SchemaItem<Schema::Computed>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Computed"); }
};

/// sa.DefaultClause(): a server default as Column(server_default=…) has it
class DefaultClauseObject final : public SchemaItem<Schema::Expression>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("DefaultClause"); }
};

/// sa.FetchedValue(): a default that is no DDL
class FetchedValueObject final : public Python::Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("FetchedValue"); }
};

/// sa.Sequence(): a default that is no DDL, and what CreateSequence() makes
class SequenceObject final : public SchemaItem<Operations::CreateSequence>
{
public:
    using SchemaItem::SchemaItem;
    bool isOptional = false; ///< means nothing where there is SERIAL
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Sequence"); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

/// sa.schema.CreateTable(…), DropIndex(…) and their like, for op.execute()
class DdlObject final : public SchemaItem<Operations::Operation>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("DDLElement"); }
};

/// op.f("name"): a name that no convention touches
class NameObject final : public SchemaItem<QString>
{
public:
    using SchemaItem::SchemaItem;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("conv"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override { return u'\'' + content + u'\''; }
    [[nodiscard]] QString str(Python::Interpreter &) override { return content; }
};

// reading arguments

[[nodiscard]] Schema::Type toType(Session &session, Python::Interpreter &interpreter, const Python::Value &value);
/// a str is SQL text, a number itself; None is NULL
[[nodiscard]] Schema::Expression toExpression(Python::Interpreter &interpreter, const Python::Value &value);
/// the value of a dialect option: strings, numbers, bools, None, lists and dicts of them, expressions
[[nodiscard]] Schema::Expression toOption(Python::Interpreter &interpreter, const Python::Value &value);
/// None: no name
[[nodiscard]] Schema::Name toName(Python::Interpreter &interpreter, const Python::Value &value);
/// plain text, also of op.f(); TypeError otherwise; None: empty
[[nodiscard]] QString toText(Python::Interpreter &interpreter, const QString &argument, const Python::Value &value);
[[nodiscard]] QStringList toTexts(Python::Interpreter &interpreter, const QString &argument, const Python::Value &value);
/// a str is a literal that gets quoted, an expression itself (reference §3.0)
[[nodiscard]] Schema::Expression toServerDefault(
    Session &session, Python::Interpreter &interpreter, const Python::Value &value);

/// a column's name, an expression, or one with an order
[[nodiscard]] Schema::IndexPart toIndexPart(Python::Interpreter &interpreter, const Python::Value &value);
[[nodiscard]] QString optionalText(
    Python::Interpreter &interpreter, Python::ArgumentReader &reader, const QString &argument);
[[nodiscard]] Schema::Deferrability takeDeferrability(Python::Interpreter &interpreter, Python::ArgumentReader &reader);
/// The kinds of schema items to which dialects add keywords of their own.
enum class Construct { Table, Column, Index, PrimaryKey, Unique, ForeignKey, Check };
[[nodiscard]] inline Construct constructOf(const Schema::PrimaryKey &) { return Construct::PrimaryKey; }
[[nodiscard]] inline Construct constructOf(const Schema::UniqueConstraint &) { return Construct::Unique; }
[[nodiscard]] inline Construct constructOf(const Schema::ForeignKey &) { return Construct::ForeignKey; }
[[nodiscard]] inline Construct constructOf(const Schema::CheckConstraint &) { return Construct::Check; }
/// Every keyword that is left and names a dialect. As in SQLAlchemy TypeError for what names none,
/// ArgumentError for what the dialect does not know there; those of other databases mean nothing.
[[nodiscard]] Schema::DialectOptions takeDialectOptions(
    Session &session, Python::Interpreter &interpreter, Python::ArgumentReader &reader, Construct construct);
/// Refuses quote=True of a name that nobody would quote and quote=False of one that everybody does; any
/// other is what would be written anyway.
void refuseQuote(Session &session, Python::Interpreter &interpreter, const QString &construct, const QString &keyword,
    const Python::Value &value, const QString &name);
/// a column, constraint or index of a table; TypeError for what is none
void addTableItem(Python::Interpreter &interpreter, Schema::Table &table, const Python::Value &item);
/// the elements and keywords of an exclusion constraint
void takeExclusion(Session &session, Python::Interpreter &interpreter, Python::ArgumentReader &reader,
    Schema::ExcludeConstraint &exclude);

} // namespace Migrations::Alembic
