// How match compares its subject with the patterns of its cases.
#include "migrations/python/builtins.h"
#include "migrations/python/evaluator.h"

namespace Migrations::Python {

/// One comparison of a subject with a pattern; what it binds is bound when all of it fits.
class PatternMatch final
{
public:
    PatternMatch(Interpreter &interpreter, Evaluator &evaluator) : m_interpreter(interpreter), m_evaluator(evaluator) {}

    [[nodiscard]] bool fits(const Pattern &pattern, const Value &subject)
    {
        m_interpreter.step();
        m_interpreter.checkStack();
        m_interpreter.setPosition(pattern.at);
        if (!fitsKind(pattern, subject))
            return false;
        if (!pattern.name.isEmpty() && pattern.kind != Pattern::Kind::Mapping)
            m_bindings.emplace_back(pattern.name, subject);
        return true;
    }

    void bind()
    {
        for (const auto &[name, value] : m_bindings)
            m_evaluator.bind(name, value);
    }

private:
    bool fitsKind(const Pattern &pattern, const Value &subject)
    {
        switch (pattern.kind) {
        case Pattern::Kind::Value: return fitsValue(*pattern.value, subject);
        case Pattern::Kind::Sequence: return fitsSequence(pattern, subject);
        case Pattern::Kind::Mapping: return fitsMapping(pattern, subject);
        case Pattern::Kind::Class: return fitsClass(pattern, subject);
        case Pattern::Kind::Either:
            return std::ranges::any_of(
                pattern.parts, [&](const Pattern &alternative) { return fits(alternative, subject); });
        default: return true;
        }
    }

    bool fitsValue(const Expression &expression, const Value &subject)
    {
        const Value value = m_evaluator.expression(expression);
        return value.isNone() || value.isBool() ? value.isSame(subject) : m_interpreter.equals(subject, value);
    }

    bool fitsSequence(const Pattern &pattern, const Value &subject)
    {
        if (subject.as<Opaque>())
            static_cast<void>(m_interpreter.isTrue(subject)); // says where it comes from
        if (!subject.as<Sequence>() && !subject.as<Range>())
            return false;
        const auto star = std::ranges::find(pattern.parts, Pattern::Kind::Star, &Pattern::kind);
        const qsizetype before = star - pattern.parts.begin();
        const bool isOpen = star != pattern.parts.end();
        const qsizetype wanted = qsizetype(pattern.parts.size()) - (isOpen ? 1 : 0);
        const qsizetype size = m_interpreter.length(subject);
        if (isOpen ? size < wanted : size != wanted)
            return false;
        const QList<Value> values = m_interpreter.toList(subject);
        for (qsizetype i = 0; i < wanted; ++i) {
            const bool isBefore = i < before;
            const Pattern &part = pattern.parts[size_t(isBefore ? i : i + (isOpen ? 1 : 0))];
            if (!fits(part, values[isBefore ? i : size - wanted + i]))
                return false;
        }
        if (isOpen && !star->name.isEmpty())
            m_bindings.emplace_back(
                star->name, Value(m_interpreter.make<List>(values.mid(before, size - wanted))));
        return true;
    }

    bool fitsMapping(const Pattern &pattern, const Value &subject)
    {
        if (subject.as<Opaque>())
            static_cast<void>(m_interpreter.isTrue(subject));
        const auto *dict = subject.as<Dict>();
        if (!dict)
            return false;
        QList<Value> keys;
        for (size_t i = 0; i < pattern.keys.size(); ++i) {
            keys << m_evaluator.expression(*pattern.keys[i]);
            const std::optional<Value> value = dict->get(m_interpreter, keys.back());
            if (!value || !fits(pattern.parts[i], *value))
                return false;
        }
        if (pattern.takesRest && !pattern.name.isEmpty()) {
            auto *rest = m_interpreter.make<Dict>();
            for (qsizetype i = 0; i < dict->keys().size(); ++i)
                rest->set(m_interpreter, dict->keys()[i], dict->values()[i]);
            for (const Value &key : std::as_const(keys))
                rest->take(m_interpreter, key);
            m_bindings.emplace_back(pattern.name, Value(rest));
        }
        return true;
    }

    bool fitsClass(const Pattern &pattern, const Value &subject)
    {
        const Value type = m_evaluator.expression(*pattern.value);
        const auto *native = type.as<Builtin>();
        if (!type.isObject() || (native && native->kind != Builtin::Kind::Type) || type.as<Tuple>())
            m_interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("called match pattern must be a class"));
        if (!isInstance(m_interpreter, subject, type))
            return false;
        const size_t positional = pattern.parts.size() - size_t(pattern.attributes.size());
        const auto *builtin = type.as<Builtin>();
        if (builtin && positional == 1 && pattern.attributes.isEmpty())
            return fits(pattern.parts.front(), subject);
        QStringList names;
        if (positional > 0)
            names = positionalNames(type, positional);
        names << pattern.attributes;
        for (size_t i = 0; i < pattern.parts.size(); ++i) {
            const std::optional<Value> value = m_interpreter.findAttribute(subject, names[qsizetype(i)]);
            if (!value || !fits(pattern.parts[i], *value))
                return false;
        }
        return true;
    }

    // __match_args__
    QStringList positionalNames(const Value &type, size_t wanted)
    {
        QStringList names;
        if (const auto given = m_interpreter.findAttribute(type, QStringLiteral("__match_args__"))) {
            for (const Value &name : m_interpreter.toList(*given))
                names << m_interpreter.str(name);
        }
        if (names.size() < qsizetype(wanted)) {
            const auto name = m_interpreter.findAttribute(type, QStringLiteral("__name__"));
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1() accepts %2 positional sub-pattern%3 (%4 given)")
                    .arg(name ? m_interpreter.str(*name) : QString())
                    .arg(names.size())
                    .arg(names.size() == 1 ? QString() : QStringLiteral("s"))
                    .arg(wanted));
        }
        return names.first(qsizetype(wanted));
    }

    Interpreter &m_interpreter;
    Evaluator &m_evaluator;
    QList<std::pair<QString, Value>> m_bindings;
};

const Block *Evaluator::matchingCase(const MatchStatement &statement)
{
    const Value subject = expression(*statement.subject);
    for (const MatchStatement::Case &one : statement.cases) {
        PatternMatch match(m_interpreter, *this);
        if (!match.fits(one.pattern, subject))
            continue;
        match.bind();
        if (!one.guard || m_interpreter.isTrue(expression(*one.guard)))
            return &one.body;
    }
    return nullptr;
}

Evaluator::Flow Evaluator::execute(const MatchStatement &statement)
{
    const Block *chosen = matchingCase(statement);
    return chosen ? run(*chosen) : Flow::Normal;
}

} // namespace Migrations::Python
