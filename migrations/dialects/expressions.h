#pragma once

#include "migrations/dialects/statementwriter.h"

namespace Migrations::Dialects {

/// Writes expressions and statements on data with their literals: a new StatementWriter of the
/// dialect for each text. Refers to the dialect's parts, which live as long as the program.
class Expressions final
{
public:
    using Functions = StatementWriter::Functions;
    using Columns = StatementWriter::Columns;
    using MakeWriter = std::unique_ptr<StatementWriter> (*)(const StatementWriter::Parts &parts);

    Expressions(const Identifiers &identifiers, const Types &types, const Functions &functions,
        const Literals &literals, const Values &values, MakeWriter makeWriter);

    // all throw a Refusal
    [[nodiscard]] QString text(const Schema::Expression &expression, Columns columns = Columns::Bare) const;
    [[nodiscard]] QString text(const Schema::Query &query) const;
    [[nodiscard]] QString text(const Schema::Change &change) const;
    /// what an INSERT that does not name the column gives it
    [[nodiscard]] QString clientDefault(const Schema::Column &column) const;
    /// an operator with operands, which some places put in parentheses of their own
    [[nodiscard]] static bool isOperation(const Schema::Expression &expression);

private:
    [[nodiscard]] std::unique_ptr<StatementWriter> writer() const;

    const Identifiers &m_identifiers;
    const Types &m_types;
    const Functions &m_functions;
    Literals m_literals;
    Values m_values;
    MakeWriter m_makeWriter;
};

} // namespace Migrations::Dialects
