// re.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/matchobjects.h"

#include "migrations/python/builtins.h"
#include "migrations/python/codepoints.h"
#include "migrations/python/numbers.h"

#include <QCoreApplication>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

[[noreturn]] void tooLong(Interpreter &interpreter, const PatternObject &pattern)
{
    interpreter.abort({.code = ErrorCode::Budget,
        .message = Tr::tr("The regular expression %1 takes too many steps.")
                       .arg(pattern.expression.pattern().left(80))});
}

PatternObject *compiled(Interpreter &interpreter, const Value &pattern, const Value &flags)
{
    if (auto *known = pattern.as<PatternObject>()) {
        if (flags.isInteger() && flags.toInteger() != 0)
            interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("cannot process flags argument with a compiled pattern"));
        return known;
    }
    if (pattern.isBytes())
        interpreter.unsupported(QStringLiteral("a regular expression for bytes"));
    if (pattern.as<Opaque>())
        static_cast<void>(interpreter.isTrue(pattern)); // says where it comes from
    const Value text = plainOf(pattern);
    if (!text.isString())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("first argument must be string or compiled pattern"));
    interpreter.step(64 + text.toString().size());
    interpreter.spendBytes(text.toString().size() * 16 + 1024);
    const qint64 given = flags.isNone() ? 0 : integerArgument(interpreter, flags);
    if ((given & (Locale | Debug)) != 0)
        interpreter.unsupported(QStringLiteral("re.LOCALE and re.DEBUG"));
    auto expression = RegularExpression::compile(text.toString(), int(given));
    if (expression)
        return interpreter.make<PatternObject>(std::move(*expression));
    const RegularExpression::Mistake &mistake = expression.error();
    if (mistake.isUnsupported)
        interpreter.unsupported(mistake.message);
    interpreter.raise(patternError(interpreter),
        mistake.position < 0 ? mistake.message
                             : QStringLiteral("%1 at position %2").arg(mistake.message).arg(mistake.position));
}

QString subject(Interpreter &interpreter, const Value &given)
{
    if (given.as<Opaque>())
        static_cast<void>(interpreter.isTrue(given));
    const Value text = plainOf(given);
    if (text.isBytes())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("cannot use a string pattern on a bytes-like object"));
    if (!text.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("expected string or bytes-like object, got '%1'").arg(Interpreter::typeName(text)));
    interpreter.step(16 + text.toString().size() / 16);
    return text.toString();
}

/// What a function of re is asked: its pattern, its text, and which part of that.
struct Question {
    PatternObject *pattern;
    QString text;
    qsizetype from = 0;
};

// pos and endpos of a compiled pattern's methods
void limit(Interpreter &interpreter, Question &question, const Value &from, const Value &to)
{
    const auto unit = [&](const Value &place) {
        const qint64 index = std::max<qint64>(0, integerArgument(interpreter, place));
        return std::min(question.text.size(), CodePoints::unit(question.text, std::min<qint64>(index, question.text.size())));
    };
    question.from = from.isNone() ? 0 : unit(from);
    if (!to.isNone())
        question.text.truncate(unit(to));
    question.from = std::min(question.from, question.text.size());
}

Value found(Interpreter &interpreter, const Question &question, const QRegularExpressionMatch &match)
{
    if (!match.isValid())
        tooLong(interpreter, *question.pattern);
    if (!match.hasMatch())
        return {};
    interpreter.spendBytes(question.text.size() * 2);
    return Value(interpreter.make<MatchObject>(question.pattern, question.text, match));
}

Value search(Interpreter &interpreter, const Question &question)
{
    return found(interpreter, question, question.pattern->expression.search().match(question.text, question.from));
}

Value match(Interpreter &interpreter, const Question &question)
{
    return found(interpreter, question,
        question.pattern->expression.search().match(question.text, question.from, QRegularExpression::NormalMatch,
            QRegularExpression::AnchorAtOffsetMatchOption));
}

Value fullMatch(Interpreter &interpreter, const Question &question)
{
    return found(interpreter, question,
        question.pattern->expression.whole().match(question.text, question.from, QRegularExpression::NormalMatch,
            QRegularExpression::AnchorAtOffsetMatchOption));
}

QList<QRegularExpressionMatch> allMatches(Interpreter &interpreter, const Question &question, qint64 most = -1)
{
    QList<QRegularExpressionMatch> matches;
    const RegularExpression &expression = question.pattern->expression;
    bool wasEmpty = false;
    qsizetype from = question.from;
    while ((most < 0 || matches.size() < most) && from <= question.text.size()) {
        interpreter.step(16);
        const QRegularExpressionMatch match
            = (wasEmpty ? expression.advance() : expression.search()).match(question.text, from);
        if (!match.isValid())
            tooLong(interpreter, *question.pattern);
        if (!match.hasMatch())
            break;
        interpreter.spendBytes(256);
        matches << match;
        from = match.capturedEnd();
        wasEmpty = match.capturedLength() == 0;
    }
    return matches;
}

Value findAll(Interpreter &interpreter, const Question &question)
{
    QList<Value> all;
    const int groups = question.pattern->expression.search().captureCount();
    for (const QRegularExpressionMatch &one : allMatches(interpreter, question)) {
        if (groups <= 1) {
            all << Value(one.captured(groups));
        } else {
            QList<Value> texts;
            for (int i = 1; i <= groups; ++i)
                texts << Value(one.captured(i).isNull() ? QString() : one.captured(i));
            all << Value(interpreter.make<Tuple>(texts));
        }
        interpreter.spendBytes(one.capturedLength(0) * 2);
    }
    return Value(interpreter.make<List>(all));
}

Value findIterator(Interpreter &interpreter, const Question &question)
{
    QList<Value> all;
    interpreter.spendBytes(question.text.size() * 2);
    for (const QRegularExpressionMatch &one : allMatches(interpreter, question))
        all << Value(interpreter.make<MatchObject>(question.pattern, question.text, one));
    return Value(interpreter.make<ListIterator>(all));
}

Value split(Interpreter &interpreter, const Question &question, qint64 most)
{
    QList<Value> parts;
    qsizetype last = 0;
    const QList<QRegularExpressionMatch> matches
        = most < 0 ? QList<QRegularExpressionMatch>() : allMatches(interpreter, question, most == 0 ? -1 : most);
    for (const QRegularExpressionMatch &one : matches) {
        parts << Value(question.text.sliced(last, one.capturedStart() - last));
        for (int i = 1; i <= question.pattern->expression.search().captureCount(); ++i)
            parts << (one.capturedStart(i) < 0 ? Value() : Value(one.captured(i)));
        last = one.capturedEnd();
    }
    parts << Value(question.text.sliced(last));
    interpreter.spendBytes(question.text.size() * 2 + parts.size() * qint64(sizeof(Value)));
    return Value(interpreter.make<List>(parts));
}

QString piece(Interpreter &interpreter, const Value &given, qsizetype index)
{
    const Value text = plainOf(given);
    if (text.as<Opaque>())
        static_cast<void>(interpreter.isTrue(text)); // says where it comes from
    if (!text.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("sequence item %1: expected str instance, %2 found")
                .arg(index)
                .arg(Interpreter::typeName(text)));
    return text.toString();
}

std::pair<QString, qint64> substituted(
    Interpreter &interpreter, const Question &question, const Value &replacement, qint64 most)
{
    const Value plain = plainOf(replacement);
    const QList<QRegularExpressionMatch> matches
        = most < 0 ? QList<QRegularExpressionMatch>() : allMatches(interpreter, question, most == 0 ? -1 : most);
    QString result;
    qsizetype last = 0;
    qsizetype pieces = 0; // as Python counts them in its message
    for (const QRegularExpressionMatch &one : matches) {
        const qsizetype before = result.size();
        pieces += one.capturedStart() > last ? 1 : 0;
        result += QStringView(question.text).sliced(last, one.capturedStart() - last);
        auto *object = interpreter.make<MatchObject>(question.pattern, question.text, one);
        if (plain.isString()) {
            result += object->expand(interpreter, plain.toString());
        } else {
            const Value made = interpreter.callValue(
                replacement, {.positional = {Value(object)}, .keywords = {}, .at = interpreter.position()});
            if (!made.isNone())
                result += piece(interpreter, made, pieces);
            pieces += made.isNone() ? 0 : 1;
        }
        interpreter.spendBytes((result.size() - before) * 2);
        last = one.capturedEnd();
    }
    result += QStringView(question.text).sliced(last);
    interpreter.spendBytes(result.size() * 2);
    return {result, matches.size()};
}

// the functions of the module, and the methods of a pattern: the same with or without a pattern in front

using Answer = Value (*)(Interpreter &, const Question &);

Question ask(Interpreter &interpreter, ArgumentReader &reader, PatternObject *own, const Value &pattern, const Value &text)
{
    Question question {.pattern = own};
    if (!own)
        question.pattern = compiled(interpreter, pattern, reader.optional(QStringLiteral("flags"), Value()));
    question.text = subject(interpreter, text);
    if (own) {
        const Value from = reader.optional(QStringLiteral("pos"), Value());
        limit(interpreter, question, from, reader.optional(QStringLiteral("endpos"), Value()));
    }
    reader.finish();
    return question;
}

template<Answer Code>
Value answer(Interpreter &interpreter, PatternObject *own, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("re"), arguments);
    const Value pattern = own ? Value() : reader.required(QStringLiteral("pattern"));
    const Value text = reader.required(QStringLiteral("string"));
    return Code(interpreter, ask(interpreter, reader, own, pattern, text));
}

Value splitWith(Interpreter &interpreter, PatternObject *own, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("split"), arguments);
    const Value pattern = own ? Value() : reader.required(QStringLiteral("pattern"));
    const Value text = reader.required(QStringLiteral("string"));
    const Value most = reader.optional(QStringLiteral("maxsplit"), Value(0));
    PatternObject *used
        = own ? own : compiled(interpreter, pattern, reader.optional(QStringLiteral("flags"), Value()));
    reader.finish();
    return split(interpreter, {used, subject(interpreter, text)}, integerArgument(interpreter, most));
}

template<bool WithCount>
Value substitute(Interpreter &interpreter, PatternObject *own, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("sub"), arguments);
    const Value pattern = own ? Value() : reader.required(QStringLiteral("pattern"));
    const Value replacement = reader.required(QStringLiteral("repl"));
    const Value text = reader.required(QStringLiteral("string"));
    const Value most = reader.optional(QStringLiteral("count"), Value(0));
    PatternObject *used
        = own ? own : compiled(interpreter, pattern, reader.optional(QStringLiteral("flags"), Value()));
    reader.finish();
    const auto [result, count] = substituted(
        interpreter, {used, subject(interpreter, text)}, replacement, integerArgument(interpreter, most));
    return WithCount ? Value(interpreter.make<Tuple>(QList<Value> {Value(result), Value(count)})) : Value(result);
}

using Method = Value (*)(Interpreter &, PatternObject *, const Arguments &);

const std::pair<QStringView, Method> methods[] = {
    {u"findall", answer<findAll>},
    {u"finditer", answer<findIterator>},
    {u"fullmatch", answer<fullMatch>},
    {u"match", answer<match>},
    {u"search", answer<search>},
    {u"split", splitWith},
    {u"sub", substitute<false>},
    {u"subn", substitute<true>},
};

Value compile(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("compile"), arguments);
    const Value pattern = reader.required(QStringLiteral("pattern"));
    const Value flags = reader.optional(QStringLiteral("flags"), Value());
    reader.finish();
    return Value(compiled(interpreter, pattern, flags));
}

Value escape(Interpreter &interpreter, const Arguments &arguments)
{
    static const QString special = QStringLiteral("()[]{}?*+-|^$\\.&~# \t\n\r\v\f");
    QString result;
    for (const QChar character : subject(interpreter, onlyArgument(interpreter, QStringLiteral("escape"), arguments))) {
        if (special.contains(character))
            result += u'\\';
        result += character;
    }
    interpreter.spendBytes(result.size() * 2);
    return result;
}

Value purge(Interpreter &, const Arguments &)
{
    return {};
}

} // namespace

std::optional<Value> PatternObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"pattern")
        return Value(expression.pattern());
    if (name == u"flags")
        return Value(expression.flags());
    if (name == u"groups")
        return Value(expression.search().captureCount());
    if (name == u"groupindex") {
        auto *dict = interpreter.make<Dict>();
        const QStringList names = expression.names();
        for (int i = 1; i < names.size(); ++i) {
            if (!names[i].isEmpty())
                dict->set(interpreter, Value(names[i]), Value(i));
        }
        return Value(dict);
    }
    const auto found = std::ranges::find(methods, QStringView(name), &std::pair<QStringView, Method>::first);
    if (found == std::end(methods))
        return std::nullopt;
    return Value(interpreter.make<Builtin>(
        name, [this, code = found->second](Interpreter &inner, const Arguments &arguments) {
            return code(inner, this, arguments);
        }));
}

void fillRe(Interpreter &interpreter, ModuleObject &module)
{
    for (const auto &[name, code] : methods)
        module.members.insert(name.toString(),
            Value(interpreter.make<Builtin>(name.toString(),
                [code = code](Interpreter &inner, const Arguments &arguments) { return code(inner, nullptr, arguments); })));
    static const ModuleFunction functions[] = {{u"compile", compile}, {u"escape", escape}, {u"purge", purge}};
    addFunctions(interpreter, module.members, functions);
    static const std::pair<QStringView, int> flags[] = {{u"A", Ascii}, {u"ASCII", Ascii}, {u"I", IgnoreCase},
        {u"IGNORECASE", IgnoreCase}, {u"M", MultiLine}, {u"MULTILINE", MultiLine}, {u"S", DotAll}, {u"DOTALL", DotAll},
        {u"X", Verbose}, {u"VERBOSE", Verbose}, {u"U", Unicode}, {u"UNICODE", Unicode}, {u"L", Locale},
        {u"LOCALE", Locale}, {u"DEBUG", Debug}, {u"NOFLAG", 0}};
    for (const auto &[name, flag] : flags)
        module.members.insert(name.toString(), Value(flag));
    const Value error(interpreter.makeExceptionClass(
        QStringLiteral("PatternError"), interpreter.exceptionClass(QStringLiteral("Exception"))));
    module.members.insert(QStringLiteral("error"), error);
    module.members.insert(QStringLiteral("PatternError"), error);
    addType(interpreter, module, QStringLiteral("Pattern"), compile, holds<PatternObject>);
    addType(interpreter, module, QStringLiteral("Match"), compile, holds<MatchObject>);
}

} // namespace Migrations::StandardLibrary
