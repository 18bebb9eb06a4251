// The methods of str that make a text of a text.
#include "migrations/python/stringmethods.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/codepoints.h"
#include "migrations/python/formatting.h"
#include "migrations/python/numbers.h"

namespace Migrations::Python {

namespace {

using Self = const QString &;

void noArguments(Interpreter &interpreter, const QString &name, const Arguments &arguments)
{
    if (!arguments.positional.isEmpty() || !arguments.keywords.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("str.%1() takes no arguments (%2 given)")
                .arg(name)
                .arg(arguments.positional.size() + arguments.keywords.size()));
}

Value lower(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    noArguments(interpreter, QStringLiteral("lower"), arguments);
    return self.toLower();
}

Value upper(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    noArguments(interpreter, QStringLiteral("upper"), arguments);
    return self.toUpper();
}

Value caseFold(Interpreter &, Self self, const Arguments &)
{
    return self.toCaseFolded().replace(QChar(u'ß'), QStringLiteral("ss"));
}

QString titleCased(const QString &first)
{
    return first.size() == 1 ? QString(first.front().toTitleCase()) : first.toUpper();
}

Value capitalize(Interpreter &, Self self, const Arguments &)
{
    const qsizetype first = CodePoints::unit(self, std::min<qint64>(1, self.size()));
    return QString(titleCased(self.first(first)) + self.mid(first).toLower());
}

bool isCased(QChar character)
{
    return character.isUpper() || character.isLower() || character.isTitleCase();
}

Value title(Interpreter &, Self self, const Arguments &)
{
    QString result = self.toLower();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (i == 0 || !isCased(result[i - 1]))
            result[i] = result[i].toTitleCase();
    }
    return result;
}

Value swapCase(Interpreter &, Self self, const Arguments &)
{
    QString result;
    for (const QChar character : self)
        result += character.isUpper() ? QString(character).toLower() : QString(character).toUpper();
    return result;
}

// strip() takes white space, or any of the characters given
template<bool Left, bool Right>
Value strip(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QString name = Left && Right ? QStringLiteral("strip")
        : Left                         ? QStringLiteral("lstrip")
                                       : QStringLiteral("rstrip");
    const Value given = positionalArguments(interpreter, name, arguments, 0, 1).value(0);
    if (!given.isNone() && !given.isString())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("%1 arg must be None or str").arg(name));
    const auto taken = [&](QChar character) {
        return given.isString() ? given.toString().contains(character) : isWhiteSpace(character);
    };
    qsizetype begin = 0;
    qsizetype end = self.size();
    while (Left && begin < end && taken(self[begin]))
        ++begin;
    while (Right && end > begin && taken(self[end - 1]))
        --end;
    interpreter.step((self.size() - (end - begin)) / 16);
    return self.mid(begin, end - begin);
}

QString fillCharacter(Interpreter &interpreter, const QList<Value> &given)
{
    const Value fill = given.value(1, Value(QStringLiteral(" ")));
    if (!fill.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("The fill character must be a unicode character, not %1").arg(Interpreter::typeName(fill)));
    if (interpreter.length(fill) != 1)
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("The fill character must be exactly one character long"));
    return fill.toString();
}

Value center(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("center"), arguments, 1, 2);
    const qint64 width = integerArgument(interpreter, given[0]);
    const qint64 missing = width - CodePoints::length(self);
    // the odd one goes to the left when the width is odd
    const qint64 left = missing / 2 + (missing & width & 1);
    const QString fill = fillCharacter(interpreter, given);
    if (missing <= 0)
        return self;
    const QString half = padded(interpreter, self, CodePoints::length(self) + left, u'>', fill);
    return padded(interpreter, half, width, u'<', fill);
}

template<bool Left>
Value justify(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QString name = Left ? QStringLiteral("ljust") : QStringLiteral("rjust");
    const QList<Value> given = positionalArguments(interpreter, name, arguments, 1, 2);
    return padded(interpreter, self, integerArgument(interpreter, given[0]), Left ? u'<' : u'>',
        fillCharacter(interpreter, given));
}

Value zeroFill(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const qint64 width = integerArgument(interpreter, onlyArgument(interpreter, QStringLiteral("str.zfill"), arguments));
    const bool isSigned = self.startsWith(u'-') || self.startsWith(u'+');
    const QString sign = isSigned ? self.first(1) : QString();
    return QString(
        sign + padded(interpreter, self.mid(sign.size()), width - sign.size(), u'>', QStringLiteral("0")));
}

Value expandTabs(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("expandtabs"), arguments);
    const qint64 size = integerArgument(interpreter, reader.optional(QStringLiteral("tabsize"), Value(8)));
    reader.finish();
    QString result;
    qint64 column = 0;
    for (const QChar character : self) {
        if (character == u'\t') {
            const qint64 missing = size > 0 ? size - column % size : 0;
            result += padded(interpreter, {}, missing, u'<', QStringLiteral(" "));
            column += missing;
            continue;
        }
        result += character;
        column = character == u'\n' || character == u'\r' ? 0 : column + 1;
    }
    return result;
}

Value translate(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    auto *table = onlyArgument(interpreter, QStringLiteral("str.translate"), arguments).as<Dict>();
    if (!table)
        interpreter.unsupported(QStringLiteral("str.translate() with a table that is no dict"));
    QString result;
    for (const char32_t character : self.toStdU32String()) {
        interpreter.step();
        const std::optional<Value> other = table->get(interpreter, Value(qint64(character)));
        if (!other)
            result += QString::fromUcs4(&character, 1);
        else if (other->isString())
            result += other->toString();
        else if (other->isInteger())
            result += QString::fromUcs4(QList<char32_t> {char32_t(other->toInteger())}.constData(), 1);
        interpreter.spendBytes(other && other->isString() ? other->toString().size() * 2 : 2);
    }
    return result;
}

Value join(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const Value iterable = onlyArgument(interpreter, QStringLiteral("str.join"), arguments);
    Iterator *iterator = interpreter.tryIterate(iterable);
    if (!iterator)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("can only join an iterable"));
    QStringList parts;
    for (const Value &given : interpreter.toList(*iterator)) {
        const Value value = plainOf(given);
        if (value.as<Opaque>())
            static_cast<void>(interpreter.str(value)); // says where it comes from
        if (!value.isString())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("sequence item %1: expected str instance, %2 found")
                    .arg(parts.size())
                    .arg(Interpreter::typeName(value)));
        interpreter.spendBytes((value.toString().size() + self.size()) * 2);
        parts << value.toString();
    }
    return parts.join(self);
}

template<bool Start>
Value removeEnd(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QString name = Start ? QStringLiteral("removeprefix") : QStringLiteral("removesuffix");
    const Value given = onlyArgument(interpreter, QStringLiteral("str.") + name, arguments);
    if (!given.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() argument must be str, not %2").arg(name, Interpreter::typeName(given)));
    const QString &end = given.toString();
    if (Start ? !self.startsWith(end) : !self.endsWith(end))
        return self;
    return Start ? self.mid(end.size()) : self.chopped(end.size());
}

Value format(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    return formatTemplate(interpreter, self, arguments);
}

Value formatMap(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    return formatTemplate(
        interpreter, self, {}, onlyArgument(interpreter, QStringLiteral("str.format_map"), arguments));
}

// the special methods that scripts call by name
Value length(Interpreter &, Self self, const Arguments &)
{
    return CodePoints::length(self);
}

Value contains(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    return interpreter.contains(Value(self), onlyArgument(interpreter, QStringLiteral("__contains__"), arguments));
}

Value add(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const Value other = onlyArgument(interpreter, QStringLiteral("__add__"), arguments);
    return interpreter.binary(BinaryOperator::Add, Value(self), other);
}

const QHash<QString, TextMethod> &textMethods()
{
    static const QHash<QString, TextMethod> methods {
        {QStringLiteral("__add__"), add},
        {QStringLiteral("__contains__"), contains},
        {QStringLiteral("__len__"), length},
        {QStringLiteral("capitalize"), capitalize},
        {QStringLiteral("casefold"), caseFold},
        {QStringLiteral("center"), center},
        {QStringLiteral("encode"), encodeText},
        {QStringLiteral("expandtabs"), expandTabs},
        {QStringLiteral("format"), format},
        {QStringLiteral("format_map"), formatMap},
        {QStringLiteral("join"), join},
        {QStringLiteral("ljust"), justify<true>},
        {QStringLiteral("lower"), lower},
        {QStringLiteral("lstrip"), strip<true, false>},
        {QStringLiteral("removeprefix"), removeEnd<true>},
        {QStringLiteral("removesuffix"), removeEnd<false>},
        {QStringLiteral("rjust"), justify<false>},
        {QStringLiteral("rstrip"), strip<false, true>},
        {QStringLiteral("strip"), strip<true, true>},
        {QStringLiteral("swapcase"), swapCase},
        {QStringLiteral("title"), title},
        {QStringLiteral("translate"), translate},
        {QStringLiteral("upper"), upper},
        {QStringLiteral("zfill"), zeroFill},
    };
    return methods;
}

} // namespace

bool isWhiteSpace(QChar character)
{
    return character.isSpace() || (character >= u'\x1c' && character <= u'\x1f');
}

std::optional<Value> textMethod(Interpreter &interpreter, const QString &text, const QString &name)
{
    for (const QHash<QString, TextMethod> *table : {&textMethods(), &searchMethods(), &testMethods()}) {
        const auto found = table->constFind(name);
        if (found == table->cend())
            continue;
        return Value(
            interpreter.make<Builtin>(name, [text, code = *found](Interpreter &inner, const Arguments &arguments) {
                inner.step(text.size() / 64);
                const auto isPlain = [](const Value &value) { return !value.isObject() || !value.object()->plain(); };
                if (code == format || std::ranges::all_of(arguments.positional, isPlain))
                    return code(inner, text, arguments);
                Arguments plain = arguments;
                for (Value &value : plain.positional)
                    value = plainOf(value);
                return code(inner, text, plain);
            }));
    }
    return std::nullopt;
}

std::optional<Value> simpleAttribute(Interpreter &interpreter, const Value &value, const QString &name)
{
    if (value.isString())
        return textMethod(interpreter, value.toString(), name);
    if (value.isBytes())
        return bytesMethod(interpreter, value.toBytes(), name);
    return value.isNumber() ? numberMethod(interpreter, value, name) : std::nullopt;
}

} // namespace Migrations::Python
