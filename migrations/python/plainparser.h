#pragma once

#include "migrations/python/syntaxtree.h"
#include "migrations/python/tokens.h"

#include <QHash>

namespace Migrations::Python {

/// Reads what nearly all revisions consist of: imports, assignments, functions, `if`, `with`, calls and
/// literals. It builds the tree that TreeBuilder builds of the same text, several times as fast. Text
/// that it does not take is neither right nor wrong: the whole grammar decides, and says where a mistake
/// is. Not thread safe; as many as one likes.
class PlainParser final
{
public:
    /// nullopt: not plain
    [[nodiscard]] static std::optional<Block> parse(const QString &source);

private:
    /// thrown in here only
    struct NotPlain {};
    /// An expression, and where its text begins: before its brackets, if it has some.
    struct Part {
        ExpressionPtr value;
        Position begin;
    };

    PlainParser(const QString &source, const std::vector<Token> &tokens) : m_source(source), m_next(tokens.data()) {}

    // tokens
    [[nodiscard]] bool isAt(std::string_view symbol) const
    {
        return m_next->kind == Token::Kind::Operator && m_next->symbol == symbolOf(symbol);
    }
    [[nodiscard]] bool isAt(Token::Keyword keyword) const
    {
        return m_next->kind == Token::Kind::Keyword && m_next->keyword == keyword;
    }
    [[nodiscard]] bool isAt(Token::Kind kind) const { return m_next->kind == kind; }
    bool take(auto what)
    {
        const bool isThere = isAt(what);
        m_next += isThere ? 1 : 0;
        return isThere;
    }
    void expect(auto what)
    {
        if (!take(what))
            throw NotPlain();
    }
    [[nodiscard]] QString textOf(const Token &token) const { return m_source.mid(token.begin, token.end - token.begin); }
    [[nodiscard]] QString takeName();
    /// the text from there to what was taken last
    [[nodiscard]] QString textSince(const Token *first) const;

    // statements
    Block block();
    void statement(Block &into);
    void simpleStatement(Block &into);
    void assignment(Part first, Block &into);
    [[nodiscard]] QString annotation();
    void importStatement(Block &into);
    void importFromStatement(Block &into);
    [[nodiscard]] QString dottedName();
    void definition(Block &into);
    Parameter parameter();
    void ifStatement(Block &into);
    [[nodiscard]] Block elseBlock();
    void withStatement(Block &into);
    void returnStatement(Block &into);

    // expressions, from the loosest to the tightest
    Part expression();
    Part disjunction();
    Part conjunction();
    Part inversion();
    Part comparison();
    [[nodiscard]] std::optional<Comparison> takeComparison();
    Part operation(size_t level);
    Part factor();
    Part primary();
    Part atom();
    Part callOf(Part function);
    void argument(std::vector<Argument> &arguments, QList<QString> &names);
    Part itemOf(Part object);
    Part inBrackets();
    Part list();
    Part dictionary();
    Part string();
    Part number();
    Part constant();

    void bind(const QString &name);
    void bindTarget(const Expression &target);
    void limit(int &count) const;

    /// a function that is being read
    struct Function {
        QString name;
        QSet<QString> locals;
    };

    /// Counts nested constructs, for the stack's sake: the grammar has a limit as well, and says so.
    class Descent final
    {
    public:
        explicit Descent(PlainParser &parser) : m_parser(parser)
        {
            if (++m_parser.m_depth > MostNesting)
                throw NotPlain();
        }
        ~Descent() { --m_parser.m_depth; }
        Q_DISABLE_COPY_MOVE(Descent)

    private:
        PlainParser &m_parser;
    };
    static constexpr int MostNesting = 100;
    static constexpr int LongestChain = 100; ///< a + b + …, a.b(c)…

    const QString &m_source;
    const Token *m_next;
    QHash<QStringView, QString> m_names; ///< one text for all places where a name is
    std::vector<Function> m_functions;
    int m_depth = 0;
};

} // namespace Migrations::Python
