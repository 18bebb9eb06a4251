#pragma once

#include "migrations/dialects/vocabulary.h"

namespace Migrations::Dialects {

/// The part of a dialect that both share: quoting, literals, expressions and types from the
/// dialect's words.
class SqlDialect : public Dialect
{
public:
    struct Words {
        QSet<QString> reserved;
        qsizetype longestIdentifier;
        Literals::Words literals;
        Expressions::Functions functions;
        Values::Style values;
        Expressions::MakeWriter makeWriter;
    };

    [[nodiscard]] QString quoted(const QString &identifier) const override;
    [[nodiscard]] QString literal(const QString &text) const override;
    [[nodiscard]] QString literal(const QString &text, Target target) const override;
    [[nodiscard]] Result<QString> literal(
        const QVariant &value, const Schema::Type &type, Target target) const override;
    [[nodiscard]] Result<QString> expression(const Schema::Expression &expression, Target target) const override;
    [[nodiscard]] Result<QString> statement(const Schema::Query &query, Target target) const override;
    [[nodiscard]] Result<QString> statement(const Schema::Change &change, Target target) const override;
    [[nodiscard]] std::optional<Schema::CheckConstraint> typeCheck(const Schema::Column &column) const override;
    [[nodiscard]] Result<QString> typeText(const Schema::Type &type) const override;

protected:
    SqlDialect(Words words, std::unique_ptr<const Types> (*makeTypes)(const Identifiers &identifiers));

    [[nodiscard]] Vocabulary vocabulary(const NamingConvention &convention, Target target) const;

private:
    const Words m_words;
    const Identifiers m_identifiers;
    const std::unique_ptr<const Types> m_types;
};

} // namespace Migrations::Dialects
