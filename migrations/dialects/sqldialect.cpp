#include "migrations/dialects/sqldialect.h"

#include "migrations/dialects/refusal.h"

namespace Migrations::Dialects {

namespace {

Result<QString> written(auto &&write)
{
    try {
        return write();
    } catch (const Refusal &refusal) {
        return failure(refusal.error);
    }
}

} // namespace

SqlDialect::SqlDialect(Words words, std::unique_ptr<const Types> (*makeTypes)(const Identifiers &identifiers))
    : m_words(std::move(words))
    , m_identifiers(m_words.reserved, m_words.longestIdentifier)
    , m_types(makeTypes(m_identifiers))
{
}

Vocabulary SqlDialect::vocabulary(const NamingConvention &convention, Target target) const
{
    const Literals literals(m_words.literals, target);
    const Values values(*m_types, literals, m_words.values);
    const Expressions expressions(
        m_identifiers, *m_types, m_words.functions, literals, values, m_words.makeWriter);
    return {.identifiers = m_identifiers,
        .types = *m_types,
        .literals = literals,
        .expressions = expressions,
        .values = values,
        .naming = Naming(convention)};
}

QString SqlDialect::quoted(const QString &identifier) const
{
    return m_identifiers.quoted(identifier);
}

QString SqlDialect::literal(const QString &text) const
{
    return literal(text, Target::Live);
}

QString SqlDialect::literal(const QString &text, Target target) const
{
    return Literals(m_words.literals, target).string(text);
}

Result<QString> SqlDialect::literal(const QVariant &value, const Schema::Type &type, Target target) const
{
    return written([&] { return vocabulary({}, target).text(value, type); });
}

Result<QString> SqlDialect::expression(const Schema::Expression &expression, Target target) const
{
    return written(
        [&] { return vocabulary({}, target).expressions.text(expression, Expressions::Columns::WithTable); });
}

Result<QString> SqlDialect::statement(const Schema::Query &query, Target target) const
{
    return written([&] { return vocabulary({}, target).expressions.text(query); });
}

Result<QString> SqlDialect::statement(const Schema::Change &change, Target target) const
{
    return written([&] { return vocabulary({}, target).expressions.text(change); });
}

std::optional<Schema::CheckConstraint> SqlDialect::typeCheck(const Schema::Column &column) const
{
    return m_types->check(column);
}

Result<QString> SqlDialect::typeText(const Schema::Type &type) const
{
    return written([&] { return m_types->text(type); });
}

} // namespace Migrations::Dialects
