// What stands in FROM.
#include "migrations/dialects/statementwriter.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

using Schema::RelationPtr;

QString StatementWriter::relationName(const RelationPtr &relation)
{
    if (!relation->name.isEmpty())
        return relation->name;
    const bool isOfTable = relation->kind == Schema::Relation::Kind::Alias && relation->left;
    return anonymous(relation.get(), isOfTable ? relationName(relation->left) : u"anon"_s);
}

QString StatementWriter::relations(const QList<RelationPtr> &relations)
{
    QStringList texts;
    for (const RelationPtr &each : relations)
        texts << relation(each);
    return texts.join(u", "_s);
}

QString StatementWriter::join(const Schema::Relation &relation_)
{
    const auto side = [this](const RelationPtr &each, bool isRight) {
        const bool isGrouped = isRight && each->kind == Schema::Relation::Kind::Join;
        return isGrouped ? u'(' + relation(each) + u')' : relation(each);
    };
    const QString word
        = relation_.isFull ? u" FULL OUTER JOIN "_s : relation_.isOuter ? u" LEFT OUTER JOIN "_s : u" JOIN "_s;
    return side(relation_.left, false) + word + side(relation_.right, true) + u" ON "_s + text(relation_.condition);
}

QString StatementWriter::valuesRelation(const RelationPtr &relation)
{
    QStringList rows;
    for (const QList<Expression> &row : relation->rows)
        rows << u'(' + text(row) + u')';
    const QString values = (relation->isLateral ? u"LATERAL "_s : QString()) + u"(VALUES "_s + rows.join(u", "_s) + u')';
    if (!relation->isNamed)
        return values;
    QStringList columns;
    for (const Schema::Column &column : relation->columns)
        columns << m_parts.identifiers.quoted(column.name);
    return values + u" AS "_s + m_parts.identifiers.quoted(relationName(relation)) + u" ("_s + columns.join(u", "_s)
        + u')';
}

QString StatementWriter::relation(const RelationPtr &relation_)
{
    using Kind = Schema::Relation::Kind;
    const auto named = [&](const QString &what) -> QString {
        return what + u" AS "_s + m_parts.identifiers.quoted(relationName(relation_));
    };
    const QString lateral = relation_->isLateral ? u"LATERAL "_s : QString();
    switch (relation_->kind) {
    case Kind::Table:
        return m_parts.identifiers.qualified(relation_->name, relation_->schema);
    case Kind::Alias:
        return named(relation(relation_->left));
    case Kind::Subquery:
        return named(lateral + u'(' + queryText(*relation_->query, As::Relation, relation_->isLateral) + u')');
    case Kind::Cte:
        return cte(relation_);
    case Kind::Join:
        return join(*relation_);
    case Kind::Values:
        return valuesRelation(relation_);
    case Kind::Text:
        return text(relation_->function);
    case Kind::Function:
        break;
    }
    QString written = named(lateral + text(relation_->function));
    if (relation_->hasColumnList) {
        QStringList columns;
        for (const Schema::Column &column : relation_->columns)
            columns << m_parts.identifiers.quoted(column.name);
        written += u'(' + columns.join(u", "_s) + u')';
    }
    return written;
}

} // namespace Migrations::Dialects
