// The methods of str that look for a text in a text.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/codepoints.h"
#include "migrations/python/numbers.h"
#include "migrations/python/stringmethods.h"
#include "migrations/python/textsearch.h"

namespace Migrations::Python {

namespace {

using Self = const QString &;

constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();

QString textArgument(Interpreter &interpreter, const QString &complaint, const Value &value)
{
    if (!value.isString())
        interpreter.raise(QStringLiteral("TypeError"), complaint.arg(Interpreter::typeName(value)));
    return value.toString();
}

/// The part of a text between the optional start and end of find(), count() and so on.
struct Window {
    qsizetype begin = 0; ///< in units
    qsizetype end = 0;
    bool isValid = true; ///< false: it begins behind its end, where not even '' is found

    Window(Interpreter &interpreter, Self text, const QList<Value> &given)
    {
        const qint64 length = CodePoints::length(text);
        const auto bound = [&](qsizetype at, qint64 otherwise) {
            const Value value = given.value(at);
            if (value.isNone())
                return otherwise;
            if (!value.isInteger())
                interpreter.raise(QStringLiteral("TypeError"),
                    QStringLiteral("slice indices must be integers or None or have an __index__ method"));
            const qint64 index = value.toInteger();
            return index < 0 ? std::max<qint64>(0, index + length) : index;
        };
        const qint64 first = bound(1, 0);
        const qint64 last = std::min(bound(2, length), length);
        isValid = first <= last;
        begin = isValid ? CodePoints::unit(text, first) : 0;
        end = isValid ? CodePoints::unit(text, last) : 0;
    }

    [[nodiscard]] QStringView of(Self text) const { return QStringView(text).mid(begin, end - begin); }
};

enum class Missing { MinusOne, Raises };

template<bool First, Missing Absence>
Value find(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QString name = First ? (Absence == Missing::Raises ? QStringLiteral("index") : QStringLiteral("find"))
                               : (Absence == Missing::Raises ? QStringLiteral("rindex") : QStringLiteral("rfind"));
    const QList<Value> given = positionalArguments(interpreter, name, arguments, 1, 3);
    const QString part
        = textArgument(interpreter, name + QStringLiteral("() argument 1 must be str, not %1"), given[0]);
    const Window window(interpreter, self, given);
    qsizetype at = -1;
    if (window.isValid)
        at = First ? findText(window.of(self), part) : findLast(window.of(self), part);
    if (at >= 0)
        return CodePoints::character(self, window.begin + at);
    if (Absence == Missing::Raises)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("substring not found"));
    return -1;
}

Value count(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("count"), arguments, 1, 3);
    const QString part
        = textArgument(interpreter, QStringLiteral("count() argument 1 must be str, not %1"), given[0]);
    const Window window(interpreter, self, given);
    return window.isValid ? Value(qint64(findAll(window.of(self), part, NoLimit).size())) : Value(0);
}

template<bool Start>
Value hasEnd(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const QString name = Start ? QStringLiteral("startswith") : QStringLiteral("endswith");
    const QList<Value> given = positionalArguments(interpreter, name, arguments, 1, 3);
    const auto *tuple = given[0].as<Tuple>();
    const QString complaint = tuple
        ? QStringLiteral("tuple for %1 must only contain str, not %2").arg(name, QStringLiteral("%1"))
        : QStringLiteral("%1 first arg must be str or a tuple of str, not %2").arg(name, QStringLiteral("%1"));
    const Window window(interpreter, self, given);
    const QStringView text = window.of(self);
    for (const Value &end : tuple ? tuple->items : QList<Value> {given[0]}) {
        const QString wanted = textArgument(interpreter, complaint, end);
        if (window.isValid && (Start ? text.startsWith(wanted) : text.endsWith(wanted)))
            return true;
    }
    return false;
}

Value replace(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const Arguments byPosition {.positional = arguments.positional, .keywords = {}, .at = arguments.at};
    if (arguments.positional.size() < 2)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("replace() takes at least 2 positional arguments (%1 given)")
                .arg(arguments.positional.size()));
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("replace"), byPosition, 2, 3);
    ArgumentReader reader(interpreter, QStringLiteral("replace"), arguments);
    const std::optional<Value> named = reader.keyword(QStringLiteral("count"));
    static_cast<void>(reader.rest());
    reader.finish();
    const QString before
        = textArgument(interpreter, QStringLiteral("replace() argument 1 must be str, not %1"), given[0]);
    const QString after
        = textArgument(interpreter, QStringLiteral("replace() argument 2 must be str, not %1"), given[1]);
    const qint64 limit = integerArgument(interpreter, named ? *named : given.value(2, Value(-1)));
    const QList<qsizetype> places = findAll(self, before, limit < 0 ? NoLimit : limit);
    interpreter.spendBytes(self.size() * 2 + places.size() * (std::max(after.size() - before.size(), qsizetype(0)) * 2 + 8));
    QString result;
    qsizetype from = 0;
    for (const qsizetype at : places) {
        result += QStringView(self).mid(from, at - from);
        result += after;
        from = at + before.size();
    }
    result += QStringView(self).mid(from);
    return result;
}

Value listOf(Interpreter &interpreter, const QStringList &parts)
{
    QList<Value> values;
    interpreter.spendBytes(parts.size() * (qint64(sizeof(Value)) + 32));
    for (const QString &part : parts)
        values << Value(part);
    return Value(interpreter.make<List>(values));
}

// words between white space; after so many splits the rest is one part, with the space at its end
QStringList words(Self text, qint64 most)
{
    QStringList parts;
    qsizetype at = 0;
    while (true) {
        while (at < text.size() && isWhiteSpace(text[at]))
            ++at;
        if (at == text.size())
            return parts;
        qsizetype end = at;
        while (end < text.size() && (parts.size() == most || !isWhiteSpace(text[end])))
            ++end;
        parts << text.mid(at, end - at);
        at = end;
    }
}

QString reversedText(Self text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::ranges::reverse_copy(text, result.begin());
    return result;
}

template<bool FromLeft>
Value split(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, FromLeft ? QStringLiteral("split") : QStringLiteral("rsplit"), arguments);
    const Value separator = reader.optional(QStringLiteral("sep"), Value());
    const qint64 limit = integerArgument(interpreter, reader.optional(QStringLiteral("maxsplit"), Value(-1)));
    reader.finish();
    const qint64 most = limit < 0 ? NoLimit : limit;
    QStringList parts;
    if (separator.isNone()) {
        parts = words(FromLeft ? self : reversedText(self), most);
        if (!FromLeft) {
            std::ranges::reverse(parts);
            std::ranges::transform(parts, parts.begin(), reversedText);
        }
        return listOf(interpreter, parts);
    }
    const QString text
        = textArgument(interpreter, QStringLiteral("must be str or None, not %1"), separator);
    if (text.isEmpty())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("empty separator"));
    const QList<qsizetype> all = FromLeft ? findAll(self, text, most)
                                          : findAll(reversedText(self), reversedText(text), most);
    qsizetype from = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const qsizetype at = FromLeft ? all[i] : self.size() - all[all.size() - 1 - i] - text.size();
        parts << self.mid(from, at - from);
        from = at + text.size();
    }
    parts << self.mid(from);
    return listOf(interpreter, parts);
}

bool endsLine(QChar character)
{
    return QStringView(u"\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029").contains(character);
}

Value splitLines(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("splitlines"), arguments);
    const bool keepEnds = reader.truth(reader.optional(QStringLiteral("keepends")), false);
    reader.finish();
    QStringList lines;
    for (qsizetype begin = 0; begin < self.size();) {
        qsizetype end = begin;
        while (end < self.size() && !endsLine(self[end]))
            ++end;
        const bool pair = end + 1 < self.size() && self[end] == u'\r' && self[end + 1] == u'\n';
        const qsizetype next = std::min(self.size(), end + (pair ? 2 : 1));
        lines << self.mid(begin, (keepEnds ? next : end) - begin);
        begin = next;
    }
    return listOf(interpreter, lines);
}

template<bool First>
Value partition(Interpreter &interpreter, Self self, const Arguments &arguments)
{
    const Value separator = onlyArgument(
        interpreter, First ? QStringLiteral("str.partition") : QStringLiteral("str.rpartition"), arguments);
    const QString text = textArgument(interpreter, QStringLiteral("must be str, not %1"), separator);
    if (text.isEmpty())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("empty separator"));
    const qsizetype at = First ? findText(self, text) : findLast(self, text);
    const QString empty;
    if (at < 0)
        return Value(interpreter.make<Tuple>(First ? QList<Value> {Value(self), Value(empty), Value(empty)}
                                                   : QList<Value> {Value(empty), Value(empty), Value(self)}));
    return Value(interpreter.make<Tuple>(
        QList<Value> {Value(self.first(at)), Value(text), Value(self.mid(at + text.size()))}));
}

} // namespace

const QHash<QString, TextMethod> &searchMethods()
{
    static const QHash<QString, TextMethod> methods {
        {QStringLiteral("count"), count},
        {QStringLiteral("endswith"), hasEnd<false>},
        {QStringLiteral("find"), find<true, Missing::MinusOne>},
        {QStringLiteral("index"), find<true, Missing::Raises>},
        {QStringLiteral("partition"), partition<true>},
        {QStringLiteral("replace"), replace},
        {QStringLiteral("rfind"), find<false, Missing::MinusOne>},
        {QStringLiteral("rindex"), find<false, Missing::Raises>},
        {QStringLiteral("rpartition"), partition<false>},
        {QStringLiteral("rsplit"), split<false>},
        {QStringLiteral("split"), split<true>},
        {QStringLiteral("splitlines"), splitLines},
        {QStringLiteral("startswith"), hasEnd<true>},
    };
    return methods;
}

} // namespace Migrations::Python
