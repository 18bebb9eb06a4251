#include "ui/models/schematext.h"

using namespace Migrations;

namespace Workbench {

namespace {

QString inBrackets(const QStringList &parts)
{
    return u'(' + parts.join(QStringLiteral(", ")) + u')';
}

struct ConstraintWriter {
    QString operator()(const Schema::PrimaryKey &key) const { return QStringLiteral("PRIMARY KEY ") + inBrackets(key.columns); }
    QString operator()(const Schema::UniqueConstraint &unique) const
    {
        return QStringLiteral("UNIQUE ") + inBrackets(unique.columns);
    }
    QString operator()(const Schema::CheckConstraint &check) const
    {
        return QStringLiteral("CHECK (") + expressionText(check.condition) + u')';
    }
    QString operator()(const Schema::ForeignKey &key) const
    {
        const QString table = key.referredSchema.isEmpty() ? key.referredTable : QString(key.referredSchema + u'.' + key.referredTable);
        QString text = QStringLiteral("FOREIGN KEY %1 → %2 %3").arg(inBrackets(key.columns), table, inBrackets(key.referredColumns));
        if (!key.onDelete.isEmpty())
            text += QStringLiteral(" ON DELETE ") + key.onDelete;
        if (!key.onUpdate.isEmpty())
            text += QStringLiteral(" ON UPDATE ") + key.onUpdate;
        return text;
    }
    // a kind of constraint that only one dialect has
    template<class Other>
    QString operator()(const Other &) const
    {
        return QStringLiteral("EXCLUDE");
    }
};

} // namespace

QString expressionText(const Schema::Expression &expression)
{
    using Kind = Schema::Expression::Kind;
    switch (expression.kind) {
    case Kind::String: {
        QString text = expression.text;
        return u'\'' + text.replace(u'\'', QStringLiteral("''")) + u'\'';
    }
    case Kind::True: return QStringLiteral("true");
    case Kind::False: return QStringLiteral("false");
    case Kind::Null: return QStringLiteral("NULL");
    case Kind::Function: {
        QStringList arguments;
        for (const Schema::Expression &argument : expression.arguments)
            arguments << expressionText(argument);
        return expression.text + inBrackets(arguments);
    }
    default: return expression.text;
    }
}

QString constraintText(const Schema::Constraint &constraint)
{
    return std::visit(ConstraintWriter {}, constraint);
}

QString constraintName(const Schema::Constraint &constraint)
{
    return std::visit([](const auto &one) { return one.name.text; }, constraint);
}

QString indexText(const Schema::Index &index)
{
    QStringList parts;
    for (const Schema::IndexPart &part : index.parts) {
        const QString text = expressionText(part.expression);
        parts << (part.order.isEmpty() ? text : QString(text + u' ' + part.order));
    }
    return inBrackets(parts);
}

} // namespace Workbench
