#include "migrations/dialects/statementwriter.h"

#include "migrations/dialects/refusal.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

using Kind = Schema::Expression::Kind;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

QString StatementWriter::expression(const Expression &expression, Columns columns)
{
    return within({.columns = columns}, [&] { return text(expression); });
}

QString StatementWriter::query(const Schema::Query &query)
{
    return within({}, [&]() -> QString {
        const QString body = queryText(query, As::Statement);
        return cteClause() + body;
    });
}

QString StatementWriter::change(const Schema::Change &change)
{
    return within({}, [&]() -> QString {
        const QString body = changeText(change, true);
        return cteClause() + body;
    });
}

namespace {

bool holdsValue(const Schema::Expression &expression)
{
    return expression.kind == Kind::Value || expression.kind == Kind::ValueList || expression.query
        || std::ranges::any_of(expression.arguments, holdsValue);
}

} // namespace

void StatementWriter::refuseLostValues(const QString &where, const QList<Expression> &expressions) const
{
    if (!m_parts.literals.isLive() && std::ranges::any_of(expressions, holdsValue))
        throw Refusal::argument(
            Tr::tr("Alembic prints %1 with the name of a parameter in place of its value.").arg(where),
            Tr::tr("Connect to the database, or write the statement as text."));
}

// names

QString StatementWriter::shortened(const QString &name)
{
    const qsizetype longest = m_parts.identifiers.longest() - 6;
    return name.size() > longest ? name.left(longest) + u'_' + QString::number(++m_shortened, 16) : name;
}

QString StatementWriter::anonymous(const void *object, const QString &base)
{
    static const QRegularExpression odd(u"[%() $]+"_s);
    const QString body = QString(base).replace(odd, u"_"_s);
    QString &name = m_anonymous[QString::number(quintptr(object), 16) + u' ' + body];
    if (name.isEmpty())
        name = shortened(body + u'_' + QString::number(++m_counters[body]));
    return name;
}

QString StatementWriter::anonymous(const Expression &expression, const QString &base)
{
    if (expression.kind == Kind::Column && expression.relation)
        return anonymous(expression.relation.get(), base);
    // what no object of a script stands for is a thing of its own
    const void *key = expression.identity
        ? expression.identity.get()
        : reinterpret_cast<const void *>(static_cast<quintptr>(++m_unnamed));
    return anonymous(key, base);
}

QString StatementWriter::naturalName(const Expression &expression)
{
    const bool isNamed = expression.kind == Kind::Column || expression.kind == Kind::Label;
    if (expression.kind == Kind::Label && expression.text.isEmpty())
        return anonymous(expression, naturalName(expression.arguments.front()));
    return isNamed ? expression.text : QString();
}

// the name that an expression without one gets
QString StatementWriter::anonymousName(const Expression &expression)
{
    switch (expression.kind) {
    case Kind::Cast:
    case Kind::Coerce:
    case Kind::AsBoolean: {
        const Expression &inner = expression.arguments.front();
        const bool isText = inner.kind == Kind::Template;
        if (const QString name = naturalName(inner); !name.isEmpty() && !isText)
            return name;
        return isText ? anonymous(expression, u"anon"_s) : anonymousName(inner);
    }
    case Kind::Function:
    case Kind::Column:
        return anonymous(expression, expression.text.section(u'.', -1));
    default:
        return anonymous(expression, u"anon"_s);
    }
}

// CTEs

QString StatementWriter::cteClause() const
{
    if (m_ctes.isEmpty())
        return {};
    QStringList texts;
    bool isRecursive = false;
    for (const WrittenCte &each : m_ctes) {
        texts << each.text;
        isRecursive = isRecursive || each.cte->isRecursive;
    }
    return (isRecursive ? u"WITH RECURSIVE "_s : u"WITH "_s) + texts.join(u", \n"_s) + u"\n "_s;
}

QString StatementWriter::cte(const Schema::RelationPtr &relation)
{
    const QString name = relationName(relation);
    const auto known = std::ranges::find(m_ctes, name, &WrittenCte::name);
    if (known != m_ctes.end()) {
        if (known->cte == relation || known->cte->restates == relation)
            return m_parts.identifiers.quoted(name);
        if (relation->restates != known->cte)
            throw Refusal::compile(u"Multiple, unrelated CTEs found with the same name: '%1'"_s.arg(name));
        m_ctes.erase(known);
    }
    m_ctes << WrittenCte {.cte = relation, .name = name, .text = {}};
    const QString text = cteText(relation, name);
    // after those that it uses
    m_ctes.removeIf([&](const WrittenCte &each) { return each.cte == relation; });
    m_ctes << WrittenCte {.cte = relation, .name = name, .text = text};
    return m_parts.identifiers.quoted(name);
}

QString StatementWriter::cteText(const Schema::RelationPtr &relation, const QString &name)
{
    QString text = m_parts.identifiers.quoted(name);
    if (relation->isRecursive)
        text += u'(' + columnNames(*relation->query).join(u", "_s) + u')';
    const QString inner = relation->change ? changeText(*relation->change, false)
                                           : queryText(*relation->query, As::Relation);
    const QString prefix = relation->prefix.isEmpty() ? QString() : relation->prefix + u' ';
    return text + u" AS "_s + prefix + u"\n("_s + inner + u')';
}

} // namespace Migrations::Dialects
