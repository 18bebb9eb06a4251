#pragma once

#include <QByteArray>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace Migrations::Scripts {

/// What the top level of a `.py` revision says about itself.
struct HeaderFacts {
    enum Name { Revision, DownRevision, BranchLabels, DependsOn, NameCount };

    /// where the body of a function is, in the text with `\n` between lines and no byte order mark
    struct Body {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    QString docstring;
    /// the texts that were assigned last to each name (None and "" have none); nullopt: never assigned
    std::array<std::optional<QStringList>, NameCount> assigned;
    std::vector<Body> bodies; ///< scanHeader() only: what nobody looked into
    bool isEvaluated = false; ///< a value is no literal; scanHeader() never says so
};

/// The names in the script, in the order of HeaderFacts::Name.
inline constexpr std::array<const char *, HeaderFacts::NameCount> headerNames {
    "revision", "down_revision", "branch_labels", "depends_on"};

/// Reads the header of an ordinary revision file: a docstring, imports, assignments of plain
/// expressions and functions at the top level, in UTF-8. nullopt: there is anything else at the top
/// level, and Python's grammar has to decide; what is accepted the grammar reads in the very same way.
///
/// The bodies of functions are skipped by their indentation, brackets and strings. Whether they are
/// Python is not known until readSource() hands them to the evaluator, whose Syntax error has the
/// file and the line.
[[nodiscard]] std::optional<HeaderFacts> scanHeader(const QByteArray &bytes);

} // namespace Migrations::Scripts
