#pragma once

#include "migrations/python/syntaxtree.h"

#include <tree_sitter/api.h>

#include <string_view>

namespace Migrations::Python {

/// A text with the columns of its bytes, found in constant time however long a line is.
class SourceText final
{
public:
    explicit SourceText(const QByteArray &utf8, bool withPositions = true);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] Position position(TSPoint point, uint32_t byte) const;

private:
    /// UTF-16 units before that byte
    [[nodiscard]] qsizetype unitsBefore(qsizetype byte) const;

    QByteArray m_bytes;
    bool m_withPositions;
    std::vector<qsizetype> m_unitsBeforeBlock;
};

/// A node of tree-sitter's concrete tree with the text it was made of. Cheap to copy; lives no
/// longer than its ConcreteTree.
class ConcreteNode final
{
public:
    ConcreteNode() = default;
    ConcreteNode(TSNode node, const SourceText *text) : m_node(node), m_text(text) {}

    [[nodiscard]] bool isNull() const { return !m_text || ts_node_is_null(m_node); }
    [[nodiscard]] bool isNamed() const { return ts_node_is_named(m_node); }
    [[nodiscard]] bool isMissing() const { return ts_node_is_missing(m_node); }
    [[nodiscard]] bool hasError() const { return ts_node_has_error(m_node); }
    [[nodiscard]] std::string_view type() const { return ts_node_type(m_node); }
    [[nodiscard]] bool is(std::string_view name) const { return type() == name; }

    [[nodiscard]] ConcreteNode field(std::string_view name) const;
    /// every child under that field, in order
    [[nodiscard]] std::vector<ConcreteNode> fields(std::string_view name) const;
    [[nodiscard]] std::vector<ConcreteNode> children() const; ///< without comments
    [[nodiscard]] std::vector<ConcreteNode> namedChildren() const; ///< without comments

    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] QString text() const { return QString::fromUtf8(bytes()); }
    [[nodiscard]] uint32_t startByte() const { return ts_node_start_byte(m_node); }
    [[nodiscard]] uint32_t endByte() const { return ts_node_end_byte(m_node); }
    [[nodiscard]] Position position() const;

private:
    TSNode m_node {};
    const SourceText *m_text = nullptr;
};

/// Owns tree-sitter's tree of a text. isValid() is false when the grammar gave up on it.
class ConcreteTree final
{
public:
    /// without positions every node is at line 0
    explicit ConcreteTree(const QByteArray &utf8, bool withPositions = true);
    ~ConcreteTree();
    Q_DISABLE_COPY_MOVE(ConcreteTree)

    [[nodiscard]] bool isValid() const { return m_tree; }
    [[nodiscard]] ConcreteNode root() const;

private:
    SourceText m_text;
    TSParser *m_parser;
    TSTree *m_tree;
};

} // namespace Migrations::Python
