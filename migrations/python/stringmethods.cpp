// The methods of str, bytes and numbers.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/formatting.h"

#include <QRegularExpression>

namespace Migrations::Python {

namespace {

using Self = const QString &;

Value lower(Interpreter &, Self self, const Arguments &) { return self.toLower(); }
Value upper(Interpreter &, Self self, const Arguments &) { return self.toUpper(); }

Value capitalize(Interpreter &, Self self, const Arguments &)
{
    return QString(self.left(1).toUpper() + self.mid(1).toLower());
}

Value title(Interpreter &, Self self, const Arguments &)
{
    QString result = self.toLower();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (result[i].isLetter() && (i == 0 || !result[i - 1].isLetter()))
            result[i] = result[i].toUpper();
    }
    return result;
}

// strip() takes white space, or any of the characters given
template<bool Left, bool Right>
Value strip(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("strip"), arguments);
    const Value characters = reader.optional(QStringLiteral("chars"), Value());
    reader.finish();
    const auto taken = [&](QChar character) {
        return characters.isString() ? characters.toString().contains(character) : character.isSpace();
    };
    qsizetype begin = 0;
    qsizetype end = self.size();
    while (Left && begin < end && taken(self[begin]))
        ++begin;
    while (Right && end > begin && taken(self[end - 1]))
        --end;
    return self.mid(begin, end - begin);
}

Value replace(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("replace"), arguments);
    const QString before = reader.text(QStringLiteral("old"), reader.required(QStringLiteral("old")));
    const QString after = reader.text(QStringLiteral("new"), reader.required(QStringLiteral("new")));
    const Value limit = reader.optional(QStringLiteral("count"), Value(-1));
    reader.finish();
    if (!before.isEmpty())
        interpreter.spendBytes(self.count(before) * std::max<qint64>(0, after.size() - before.size()) * 2);
    QString result = self;
    if (!limit.isInteger() || limit.toInteger() < 0)
        return result.replace(before, after);
    qsizetype from = 0;
    for (qint64 i = 0; i < limit.toInteger(); ++i) {
        const qsizetype at = result.indexOf(before, from);
        if (at < 0)
            break;
        result.replace(at, before.size(), after);
        from = at + after.size();
    }
    return result;
}

Value list(Interpreter &interpreter, const QStringList &parts)
{
    QList<Value> values;
    for (const QString &part : parts)
        values << Value(part);
    return Value(interpreter.make<List>(values));
}

Value split(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("split"), arguments);
    const Value separator = reader.optional(QStringLiteral("sep"), Value());
    const Value limit = reader.optional(QStringLiteral("maxsplit"), Value(-1));
    reader.finish();
    const qint64 most = limit.isInteger() && limit.toInteger() >= 0 ? limit.toInteger() : self.size() + 1;
    if (!separator.isString()) {
        static const QRegularExpression space(QStringLiteral("\\s+"));
        if (most > self.size())
            return list(interpreter, self.split(space, Qt::SkipEmptyParts));
        interpreter.unsupported(QStringLiteral("str.split() on white space with a limit"));
    }
    const QString text = separator.toString();
    if (text.isEmpty())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("empty separator"));
    QStringList parts;
    qsizetype from = 0;
    while (parts.size() < most) {
        const qsizetype at = self.indexOf(text, from);
        if (at < 0)
            break;
        parts << self.mid(from, at - from);
        from = at + text.size();
    }
    parts << self.mid(from);
    return list(interpreter, parts);
}

Value splitLines(Interpreter &interpreter, Self self, const Arguments &)
{
    QString text = self;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    if (text.endsWith(u'\n'))
        text.chop(1);
    return list(interpreter, self.isEmpty() ? QStringList() : text.split(u'\n'));
}

Value join(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("join"), arguments);
    const QList<Value> values = interpreter.toList(reader.required(QStringLiteral("iterable")));
    reader.finish();
    QStringList parts;
    for (const Value &value : values) {
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

bool matchesEnd(Self self, const Value &what, bool start)
{
    if (const auto *tuple = what.as<Tuple>())
        return std::ranges::any_of(
            tuple->items, [&](const Value &one) { return matchesEnd(self, one, start); });
    return what.isString() && (start ? self.startsWith(what.toString()) : self.endsWith(what.toString()));
}

template<bool Start>
Value hasEnd(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, Start ? QStringLiteral("startswith") : QStringLiteral("endswith"), arguments);
    const Value what = reader.required(QStringLiteral("prefix"));
    reader.finish();
    return matchesEnd(self, what, Start);
}

template<bool Start>
Value removeEnd(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("removeprefix"), arguments);
    const QString end = reader.text(QStringLiteral("prefix"), reader.required(QStringLiteral("prefix")));
    reader.finish();
    if (Start ? !self.startsWith(end) : !self.endsWith(end))
        return self;
    return Start ? self.mid(end.size()) : self.chopped(end.size());
}

Value find(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("find"), arguments);
    const QString part = reader.text(QStringLiteral("sub"), reader.required(QStringLiteral("sub")));
    reader.finish();
    return qint64(self.indexOf(part));
}

Value count(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("count"), arguments);
    const QString part = reader.text(QStringLiteral("sub"), reader.required(QStringLiteral("sub")));
    reader.finish();
    qint64 found = 0;
    for (qsizetype at = self.indexOf(part); at >= 0; at = self.indexOf(part, at + std::max<qsizetype>(1, part.size())))
        ++found;
    return found;
}

Value isDigit(Interpreter &, Self self, const Arguments &)
{
    return !self.isEmpty() && std::ranges::all_of(self, [](QChar character) { return character.isDigit(); });
}

Value encode(Interpreter &, Self self, const Arguments &)
{
    return self.toUtf8();
}

Value format(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    return formatTemplate(interpreter, self, arguments);
}

using TextMethod = Value (*)(Interpreter &, Self, const Arguments &);

const QHash<QString, TextMethod> &textMethods()
{
    static const QHash<QString, TextMethod> methods {
        {QStringLiteral("capitalize"), capitalize},
        {QStringLiteral("casefold"), lower},
        {QStringLiteral("count"), count},
        {QStringLiteral("encode"), encode},
        {QStringLiteral("endswith"), hasEnd<false>},
        {QStringLiteral("find"), find},
        {QStringLiteral("format"), format},
        {QStringLiteral("isdigit"), isDigit},
        {QStringLiteral("join"), join},
        {QStringLiteral("lower"), lower},
        {QStringLiteral("lstrip"), strip<true, false>},
        {QStringLiteral("removeprefix"), removeEnd<true>},
        {QStringLiteral("removesuffix"), removeEnd<false>},
        {QStringLiteral("replace"), replace},
        {QStringLiteral("rstrip"), strip<false, true>},
        {QStringLiteral("split"), split},
        {QStringLiteral("splitlines"), splitLines},
        {QStringLiteral("startswith"), hasEnd<true>},
        {QStringLiteral("strip"), strip<true, true>},
        {QStringLiteral("title"), title},
        {QStringLiteral("upper"), upper},
    };
    return methods;
}

} // namespace

std::optional<Value> simpleAttribute(Interpreter &interpreter, const Value &value, const QString &name)
{
    if (value.isString()) {
        const auto found = textMethods().constFind(name);
        if (found == textMethods().cend())
            return std::nullopt;
        return Value(interpreter.make<Builtin>(
            name, [self = value.toString(), code = *found](Interpreter &inner, const Arguments &arguments) {
                return code(inner, self, arguments);
            }));
    }
    if (value.isBytes() && name == u"decode")
        return Value(interpreter.make<Builtin>(
            name, [text = QString::fromUtf8(value.toBytes())](Interpreter &, const Arguments &) -> Value {
                return text;
            }));
    return std::nullopt;
}

} // namespace Migrations::Python
