#include "migrations/scripts/templateworld.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/parser.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// Mako's UNDEFINED: false, and an error when it is written.
class Undefined final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return u"Undefined"_s; }
    [[nodiscard]] bool isTrue(Interpreter &) override { return false; }
    [[nodiscard]] QString repr(Interpreter &interpreter) override
    {
        interpreter.raise(u"NameError"_s, u"Undefined"_s);
    }
};

/// create_date: what templates do with a datetime.
class Moment final : public Object
{
public:
    explicit Moment(CreateDate date) : m_date(std::move(date)) {}

    [[nodiscard]] QString typeName() const override { return u"datetime"_s; }
    [[nodiscard]] QString str(Interpreter &) override { return m_date.toString(); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        const QDate date = m_date.moment().date();
        const QTime time = m_date.moment().time();
        const QHash<QString, int> parts {{u"year"_s, date.year()}, {u"month"_s, date.month()}, {u"day"_s, date.day()},
            {u"hour"_s, time.hour()}, {u"minute"_s, time.minute()}, {u"second"_s, time.second()},
            {u"microsecond"_s, m_date.microseconds()}};
        if (const auto part = parts.constFind(name); part != parts.cend())
            return Value(*part);
        if (name == "isoformat"_L1)
            return method(interpreter, name, [this](Interpreter &, const Arguments &) {
                return Value(m_date.toString(u'T'));
            });
        if (name == "strftime"_L1)
            return method(interpreter, name, [this](Interpreter &inner, const Arguments &arguments) {
                return Value(formatted(inner, onlyText(inner, arguments)));
            });
        return std::nullopt;
    }

private:
    static Value method(Interpreter &interpreter, const QString &name, Builtin::Code code)
    {
        return Value(interpreter.make<Builtin>(name, std::move(code)));
    }

    static QString onlyText(Interpreter &interpreter, const Arguments &arguments)
    {
        ArgumentReader reader(interpreter, u"strftime"_s, arguments);
        const QString text = reader.text(u"format"_s, reader.required(u"format"_s));
        reader.finish();
        return text;
    }

    [[nodiscard]] QString formatted(Interpreter &interpreter, const QString &format) const
    {
        static const QHash<QChar, QString> codes {{u'Y', u"yyyy"_s}, {u'm', u"MM"_s}, {u'd', u"dd"_s}, {u'H', u"HH"_s},
            {u'M', u"mm"_s}, {u'S', u"ss"_s}, {u'y', u"yy"_s}};
        QString text;
        for (qsizetype at = 0; at < format.size(); ++at) {
            if (format[at] != u'%' || at + 1 == format.size()) {
                text += format[at];
                continue;
            }
            const QChar code = format[++at];
            if (codes.contains(code))
                text += m_date.moment().toString(codes.value(code));
            else if (code == u'f')
                text += u"%1"_s.arg(m_date.microseconds(), 6, 10, QChar(u'0'));
            else if (code == u'%')
                text += u'%';
            else
                interpreter.unsupported(u"%"_s + code + u" of strftime"_s);
        }
        return text;
    }

    const CreateDate m_date;
};

/// None, one text, or several; as Alembic hands down_revision over.
Value scalarOrTuple(Interpreter &interpreter, const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    if (texts.size() == 1)
        return Value(texts.constFirst());
    return Value(interpreter.make<Tuple>(QList<Value>(texts.cbegin(), texts.cend())));
}

// Alembic leaves several dependencies the list that they were
Value scalarOrList(Interpreter &interpreter, const QStringList &texts)
{
    if (texts.size() < 2)
        return scalarOrTuple(interpreter, texts);
    return Value(interpreter.make<List>(QList<Value>(texts.cbegin(), texts.cend())));
}

Value tupleOrNone(Interpreter &interpreter, const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    return Value(interpreter.make<Tuple>(QList<Value>(texts.cbegin(), texts.cend())));
}

// the filter `comma`
Value commaSeparated(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, u"comma"_s, arguments);
    const Value value = reader.required(u"value"_s);
    reader.finish();
    if (value.isNone())
        return Value(QString());
    if (value.isString())
        return value;
    QStringList texts;
    for (const Value &one : interpreter.toList(value))
        texts << interpreter.str(one);
    return Value(texts.join(", "_L1));
}

QRegularExpression pattern(Interpreter &interpreter, const QString &text)
{
    const QRegularExpression result(text, QRegularExpression::UseUnicodePropertiesOption);
    if (!result.isValid())
        interpreter.raise(u"ValueError"_s, result.errorString());
    return result;
}

// re.split(), without groups
Value split(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, u"split"_s, arguments);
    const QString expression = reader.text(u"pattern"_s, reader.required(u"pattern"_s));
    const QString text = reader.text(u"string"_s, reader.required(u"string"_s));
    reader.finish();
    QList<Value> parts;
    for (const QString &part : text.split(pattern(interpreter, expression)))
        parts << Value(part);
    return Value(interpreter.make<List>(parts));
}

Value substitute(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, u"sub"_s, arguments);
    const QString expression = reader.text(u"pattern"_s, reader.required(u"pattern"_s));
    const QString replacement = reader.text(u"repl"_s, reader.required(u"repl"_s));
    QString text = reader.text(u"string"_s, reader.required(u"string"_s));
    reader.finish();
    return Value(text.replace(pattern(interpreter, expression), replacement));
}

void add(Interpreter &interpreter, ModuleObject &module, const QString &name, Builtin::Code code)
{
    module.members.insert(name, Value(interpreter.make<Builtin>(name, std::move(code))));
}

/// context.get() of Mako: nothing is in it that autogeneration would bring.
Value nothingThere(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, u"get"_s, arguments);
    (void)reader.required(u"key"_s);
    const Value otherwise = reader.optional(u"default"_s, {});
    reader.finish();
    return otherwise;
}

} // namespace

TemplateWorld::TemplateWorld(const RevisionDraft &draft, const QMap<QString, QString> &options)
    : m_draft(draft)
    , m_options(options)
{
}

Value TemplateWorld::config(Interpreter &interpreter) const
{
    auto *config = interpreter.make<ModuleObject>(u"config"_s);
    add(interpreter, *config, u"get_main_option"_s, [this](Interpreter &inner, const Arguments &arguments) {
        ArgumentReader reader(inner, u"get_main_option"_s, arguments);
        const QString name = reader.text(u"name"_s, reader.required(u"name"_s));
        const Value otherwise = reader.optional(u"default"_s, {});
        reader.finish();
        return m_options.contains(name) ? Value(m_options.value(name)) : otherwise;
    });
    return Value(config);
}

ModuleObject *TemplateWorld::import(Interpreter &interpreter, const QString &module)
{
    if (module == "re"_L1) {
        auto *expressions = interpreter.make<ModuleObject>(module);
        add(interpreter, *expressions, u"split"_s, split);
        add(interpreter, *expressions, u"sub"_s, substitute);
        return expressions;
    }
    if (module != moduleName())
        return nullptr;
    auto *names = interpreter.make<ModuleObject>(module);
    auto *context = interpreter.make<ModuleObject>(u"context"_s);
    add(interpreter, *context, u"get"_s, nothingThere);
    add(interpreter, *names, u"__write__"_s, [this](Interpreter &inner, const Arguments &arguments) {
        m_text += inner.str(arguments.positional.constFirst());
        return Value();
    });
    add(interpreter, *names, u"comma"_s, commaSeparated);
    const std::pair<QString, Value> values[] = {{u"context"_s, Value(context)}, {u"config"_s, config(interpreter)},
        {u"message"_s, Value(m_draft.message.isNull() ? u"empty message"_s : m_draft.message)},
        {u"up_revision"_s, Value(m_draft.id)}, {u"down_revision"_s, scalarOrTuple(interpreter, m_draft.down)},
        {u"branch_labels"_s, tupleOrNone(interpreter, m_draft.branchLabels)},
        {u"depends_on"_s, scalarOrList(interpreter, m_draft.dependsOn)},
        {u"create_date"_s, Value(interpreter.make<Moment>(m_draft.createDate))},
        {u"imports"_s, Value(interpreter.make<Undefined>())}, {u"upgrades"_s, Value(interpreter.make<Undefined>())},
        {u"downgrades"_s, Value(interpreter.make<Undefined>())}};
    for (const auto &[name, value] : values)
        names->members.insert(name, value);
    return names;
}

Result<QString> TemplateWorld::input(const QString &, const SourceLocation &at)
{
    return failure({.code = ErrorCode::Unsupported,
        .message = Tr::tr("A template cannot ask questions."),
        .at = at,
        .nextStep = Tr::tr("Take input() out of the template.")});
}

namespace {

/// Gives a program the two sides of a `%`.
class FormatWorld final : public World
{
public:
    FormatWorld(const QString &format, const FormatValues &values) : m_format(format), m_values(values) {}

    ModuleObject *import(Interpreter &interpreter, const QString &name) override
    {
        auto *module = interpreter.make<ModuleObject>(name);
        auto *values = interpreter.make<Dict>();
        for (const auto &[key, value] : m_values)
            values->set(interpreter, Value(key), value);
        module->members.insert(u"format"_s, Value(m_format));
        module->members.insert(u"values"_s, Value(values));
        return module;
    }
    void print(const QString &, const SourceLocation &) override { }
    Result<QString> input(const QString &, const SourceLocation &) override { return QString(); }

private:
    const QString m_format;
    const FormatValues m_values;
};

} // namespace

Result<QString> percentFormatted(const QString &format, const FormatValues &values)
{
    const Result<std::shared_ptr<const Module>> program
        = parse("from given import format, values\nresult = format % values\n", u"file_template"_s);
    if (!program)
        return failure(program.error());
    FormatWorld world(format, values);
    Interpreter interpreter(*program, world);
    if (const Result<void> done = interpreter.run(); !done)
        return failure(done.error());
    return interpreter.globals().value(u"result"_s).toString();
}

} // namespace Migrations::Scripts
