#include "migrations/python/concretetree.h"

extern "C" const TSLanguage *tree_sitter_python();

namespace Migrations::Python {

namespace {

constexpr qsizetype BlockSize = 256;

// the UTF-16 units of the character that begins with this byte of UTF-8
int unitsOf(char byte)
{
    const auto code = uchar(byte);
    if (code >= 0xF0)
        return 2;
    return code < 0x80 || code >= 0xC0 ? 1 : 0;
}

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

SourceText::SourceText(const QByteArray &utf8, bool withPositions)
    : m_bytes(utf8)
    , m_withPositions(withPositions)
{
    qsizetype units = 0;
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (i % BlockSize == 0)
            m_unitsBeforeBlock.push_back(units);
        units += unitsOf(m_bytes[i]);
    }
    m_unitsBeforeBlock.push_back(units);
}

qsizetype SourceText::unitsBefore(qsizetype byte) const
{
    const qsizetype block = byte / BlockSize;
    qsizetype units = m_unitsBeforeBlock[size_t(block)];
    for (qsizetype i = block * BlockSize; i < byte; ++i)
        units += unitsOf(m_bytes[i]);
    return units;
}

Position SourceText::position(TSPoint point, uint32_t byte) const
{
    if (!m_withPositions)
        return {};
    const qsizetype column = unitsBefore(byte) - unitsBefore(qsizetype(byte) - point.column);
    return {.line = int(point.row) + 1, .column = int(column) + 1};
}

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
    return m_text->bytes().mid(startByte(), endByte() - startByte());
}

Position ConcreteNode::position() const
{
    return m_text->position(ts_node_start_point(m_node), startByte());
}

ConcreteTree::ConcreteTree(const QByteArray &utf8, bool withPositions)
    : m_text(utf8, withPositions)
    , m_parser(ts_parser_new())
{
    constexpr uint64_t MostMicroseconds = 10'000'000;
    ts_parser_set_language(m_parser, tree_sitter_python());
    ts_parser_set_timeout_micros(m_parser, MostMicroseconds);
    m_tree = ts_parser_parse_string(
        m_parser, nullptr, m_text.bytes().constData(), static_cast<uint32_t>(m_text.bytes().size()));
}

ConcreteTree::~ConcreteTree()
{
    if (m_tree)
        ts_tree_delete(m_tree);
    ts_parser_delete(m_parser);
}

ConcreteNode ConcreteTree::root() const
{
    return {ts_tree_root_node(m_tree), &m_text};
}

} // namespace Migrations::Python
