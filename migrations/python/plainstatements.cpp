// The statements that the plain parser reads.
#include "migrations/python/plainparser.h"

namespace Migrations::Python {

using Kind = Token::Kind;
using Keyword = Token::Keyword;

std::optional<Block> PlainParser::parse(const QString &source)
{
    constexpr qsizetype LongestText = 1 << 20; // tokens take several times its room
    const auto tokens = source.size() > LongestText ? std::nullopt : plainTokens(source);
    if (!tokens)
        return std::nullopt;
    PlainParser parser(source, *tokens);
    try {
        Block result;
        while (!parser.isAt(Kind::End))
            parser.statement(result);
        return result;
    } catch (const NotPlain &) {
        return std::nullopt;
    }
}

QString PlainParser::takeName()
{
    if (!isAt(Kind::Name))
        throw NotPlain();
    const Token &token = *m_next++;
    const QStringView name = QStringView(m_source).sliced(token.begin, token.end - token.begin);
    QString &known = m_names[name];
    if (known.isNull())
        known = name.toString();
    return known;
}

QString PlainParser::textSince(const Token *first) const
{
    return m_source.mid(first->begin, m_next[-1].end - first->begin);
}

// an indented block, or one statement behind the colon
Block PlainParser::block()
{
    const Descent descent(*this);
    expect(":");
    Block result;
    if (!take(Kind::NewLine)) {
        simpleStatement(result);
        return result;
    }
    expect(Kind::Indent);
    while (!take(Kind::Dedent))
        statement(result);
    return result;
}

void PlainParser::statement(Block &into)
{
    struct Row {
        Keyword keyword;
        void (PlainParser::*read)(Block &);
    };
    static constexpr Row rows[] = {
        {Keyword::Def, &PlainParser::definition},
        {Keyword::If, &PlainParser::ifStatement},
        {Keyword::With, &PlainParser::withStatement},
    };
    if (isAt(Kind::Keyword)) {
        const auto row = std::ranges::find(rows, m_next->keyword, &Row::keyword);
        if (row != std::end(rows))
            return (this->*row->read)(into);
    }
    simpleStatement(into);
}

void PlainParser::simpleStatement(Block &into)
{
    const Position begin = m_next->at;
    if (isAt(Keyword::Import)) {
        importStatement(into);
    } else if (isAt(Keyword::From)) {
        importFromStatement(into);
    } else if (isAt(Keyword::Return)) {
        returnStatement(into);
    } else if (take(Keyword::Pass)) {
        into.push_back({begin, PassStatement {}});
    } else {
        Part first = expression();
        if (isAt("=") || isAt(":"))
            assignment(std::move(first), into);
        else
            into.push_back({begin, ExpressionStatement {std::move(first.value)}});
    }
    expect(Kind::NewLine);
}

// a = b = value, a: type = value
void PlainParser::assignment(Part first, Block &into)
{
    const auto isTarget = [](const Part &part) {
        const Expression &value = *part.value;
        const bool isPlace = std::holds_alternative<NameExpression>(value.node)
            || std::holds_alternative<AttributeExpression>(value.node)
            || std::holds_alternative<SubscriptExpression>(value.node);
        return isPlace && value.at.line == part.begin.line && value.at.column == part.begin.column;
    };
    const Position begin = first.begin;
    Assignment result;
    const bool isAnnotated = take(":");
    if (isAnnotated)
        result.annotation = annotation();
    Part next = std::move(first);
    int count = 0;
    while (take("=")) {
        limit(count);
        if (!isTarget(next) || (isAnnotated && count > 1))
            throw NotPlain();
        bindTarget(*next.value);
        result.targets.push_back(std::move(next.value));
        next = expression();
    }
    if (count == 0) { // an annotation without a value
        if (!isTarget(next))
            throw NotPlain();
        bindTarget(*next.value);
        result.targets.push_back(std::move(next.value));
    } else {
        result.value = std::move(next.value);
    }
    into.push_back({begin, std::move(result)});
}

// A type means nothing here, so only its end matters: names and texts, with something between them.
QString PlainParser::annotation()
{
    const Token *const first = m_next;
    int brackets = 0;
    bool isComplete = false; ///< what stands before is a type by itself
    bool isName = false; ///< only a name can follow: behind a dot
    for (;; ++m_next) {
        const bool opens = isAt("[");
        const bool closes = isAt("]");
        const bool names = isAt(Kind::Name) || isAt(Kind::String) || isAt(Keyword::None);
        const bool joins = isAt(".") || isAt("|") || (isAt(",") && brackets > 0);
        if ((closes && brackets == 0) || !(opens || closes || names || joins))
            break;
        if ((names && isComplete) || (joins && !isComplete) || (isName && !isAt(Kind::Name)))
            throw NotPlain();
        isName = isAt(".");
        isComplete = names || closes;
        brackets += opens ? 1 : closes ? -1 : 0;
    }
    if (!isComplete || brackets != 0)
        throw NotPlain();
    return textSince(first);
}

QString PlainParser::dottedName()
{
    const Token *const first = m_next;
    static_cast<void>(takeName());
    while (take("."))
        static_cast<void>(takeName());
    const QString text = textSince(first);
    if (std::ranges::any_of(text, [](QChar unit) { return unit.isSpace(); }))
        throw NotPlain();
    return text;
}

void PlainParser::importStatement(Block &into)
{
    const Position begin = m_next->at;
    expect(Keyword::Import);
    ImportStatement result;
    do {
        const QString module = dottedName();
        const QString alias = take(Keyword::As) ? takeName() : QString();
        result.items.push_back({module, alias});
        bind(alias.isEmpty() ? module.section(u'.', 0, 0) : alias);
    } while (take(","));
    into.push_back({begin, std::move(result)});
}

void PlainParser::importFromStatement(Block &into)
{
    const Position begin = m_next->at;
    expect(Keyword::From);
    ImportFromStatement result {dottedName(), {}};
    if (result.module == u"__future__") // a statement of its own
        throw NotPlain();
    expect(Keyword::Import);
    const bool isInBrackets = take("(");
    if (!isInBrackets && take("*")) {
        result.names.emplace_back(QStringLiteral("*"), QStringLiteral("*"));
        into.push_back({begin, std::move(result)});
        return;
    }
    do {
        if (isInBrackets && isAt(")") && !result.names.empty())
            break;
        const QString original = takeName();
        const QString bound = take(Keyword::As) ? takeName() : original;
        result.names.emplace_back(original, bound);
        bind(bound);
    } while (take(","));
    if (isInBrackets)
        expect(")");
    into.push_back({begin, std::move(result)});
}

void PlainParser::returnStatement(Block &into)
{
    const Position begin = m_next->at;
    expect(Keyword::Return);
    if (m_functions.empty()) // a mistake
        throw NotPlain();
    into.push_back({begin, ReturnStatement {isAt(Kind::NewLine) ? nullptr : expression().value}});
}

void PlainParser::definition(Block &into)
{
    const Position begin = m_next->at;
    expect(Keyword::Def);
    auto function = std::make_shared<FunctionBody>();
    function->name = takeName();
    bind(function->name);
    for (const Function &outer : m_functions)
        function->qualifiedName += outer.name + QStringLiteral(".<locals>.");
    function->qualifiedName += function->name;
    function->at = begin;
    expect("(");
    QSet<QString> names;
    while (!take(")")) {
        function->parameters.push_back(parameter());
        names.insert(function->parameters.back().name);
        if (!take(",") && !isAt(")"))
            throw NotPlain();
    }
    if (take("->"))
        static_cast<void>(annotation());
    m_functions.push_back({function->name, std::move(names)});
    function->body = block();
    function->locals = std::move(m_functions.back().locals);
    m_functions.pop_back();
    into.push_back({begin, FunctionStatement {std::move(function), {}}});
}

Parameter PlainParser::parameter()
{
    Parameter result {.name = takeName()};
    if (take(":"))
        static_cast<void>(annotation());
    if (take("="))
        result.defaultValue = expression().value;
    return result;
}

void PlainParser::ifStatement(Block &into)
{
    const Descent descent(*this);
    const Position begin = m_next->at;
    expect(Keyword::If);
    IfStatement result {expression().value, block(), {}};
    result.otherwise = elseBlock();
    into.push_back({begin, std::move(result)});
}

// each `elif` is an `if` in the `else` of the one before
Block PlainParser::elseBlock()
{
    const Descent descent(*this);
    if (take(Keyword::Else))
        return block();
    Block result;
    const Position begin = m_next->at;
    if (!take(Keyword::Elif))
        return result;
    IfStatement nested {expression().value, block(), {}};
    nested.otherwise = elseBlock();
    result.push_back({begin, std::move(nested), true});
    return result;
}

void PlainParser::withStatement(Block &into)
{
    const Position begin = m_next->at;
    expect(Keyword::With);
    if (isAt("(")) // brackets around the items, or around an expression
        throw NotPlain();
    WithStatement result;
    do {
        ExpressionPtr context = expression().value;
        ExpressionPtr target;
        if (take(Keyword::As)) {
            target = std::make_unique<Expression>(Expression {m_next->at, NameExpression {takeName()}});
            bindTarget(*target);
        }
        result.items.push_back({std::move(context), std::move(target)});
    } while (take(","));
    result.body = block();
    into.push_back({begin, std::move(result)});
}

void PlainParser::bind(const QString &name)
{
    if (!m_functions.empty())
        m_functions.back().locals.insert(name);
}

void PlainParser::bindTarget(const Expression &target)
{
    if (const auto *name = std::get_if<NameExpression>(&target.node))
        bind(name->name);
}

} // namespace Migrations::Python
