#include "migrations/python/concretetree.h"

extern "C" const TSLanguage *tree_sitter_python();

namespace Migrations::Python {

namespace {

// a cursor visits n children in O(n); asking for each by its number would be O(n²)
template<class Visit>
void forEachChild(TSNode node, Visit visit)
{
    TSTreeCursor cursor = ts_tree_cursor_new(node);
    if (ts_tree_cursor_goto_first_child(&cursor)) {
        do {
            visit(ts_tree_cursor_current_node(&cursor), ts_tree_cursor_current_field_name(&cursor));
        } while (ts_tree_cursor_goto_next_sibling(&cursor));
    }
    ts_tree_cursor_delete(&cursor);
}

} // namespace

ConcreteNode ConcreteNode::field(std::string_view name) const
{
    return {ts_node_child_by_field_name(m_node, name.data(), static_cast<uint32_t>(name.size())), m_text};
}

std::vector<ConcreteNode> ConcreteNode::fields(std::string_view name) const
{
    std::vector<ConcreteNode> found;
    forEachChild(m_node, [&](TSNode node, const char *fieldName) {
        const ConcreteNode child(node, m_text);
        if (fieldName && name == fieldName && child.isNamed() && !child.is("comment"))
            found.push_back(child);
    });
    return found;
}

std::vector<ConcreteNode> ConcreteNode::children() const
{
    std::vector<ConcreteNode> found;
    forEachChild(m_node, [&](TSNode node, const char *) {
        const ConcreteNode child(node, m_text);
        if (!child.is("comment") && !child.is("line_continuation"))
            found.push_back(child);
    });
    return found;
}

std::vector<ConcreteNode> ConcreteNode::namedChildren() const
{
    std::vector<ConcreteNode> found = children();
    std::erase_if(found, [](const ConcreteNode &child) { return !child.isNamed(); });
    return found;
}

QByteArray ConcreteNode::bytes() const
{
    return m_text->mid(startByte(), endByte() - startByte());
}

Position ConcreteNode::position() const
{
    const TSPoint point = ts_node_start_point(m_node);
    const qsizetype lineStart = qsizetype(startByte()) - point.column;
    const QString before = QString::fromUtf8(m_text->mid(lineStart, point.column));
    return {.line = int(point.row) + 1, .column = int(before.size()) + 1};
}

ConcreteTree::ConcreteTree(const QByteArray &utf8)
    : m_text(utf8)
    , m_parser(ts_parser_new())
{
    ts_parser_set_language(m_parser, tree_sitter_python());
    m_tree = ts_parser_parse_string(m_parser, nullptr, m_text.constData(), static_cast<uint32_t>(m_text.size()));
}

ConcreteTree::~ConcreteTree()
{
    ts_tree_delete(m_tree);
    ts_parser_delete(m_parser);
}

ConcreteNode ConcreteTree::root() const
{
    return {ts_tree_root_node(m_tree), &m_text};
}

} // namespace Migrations::Python
