// The classes of SQLAlchemy's dialects, as far as scripts ask isinstance() with them.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/modulecatalogue.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

class DialectClass final : public Object
{
public:
    DialectClass(QString name, QString dialect) : m_name(std::move(name)), m_dialect(std::move(dialect)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("<class '%1'>").arg(m_name); }
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] QString typeTitle() const override { return m_name; }
    [[nodiscard]] std::optional<bool> hasInstance(Interpreter &, const Value &value) override
    {
        const auto *dialect = value.as<DialectObject>();
        return dialect && dialect->name == m_dialect;
    }
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &) override
    {
        interpreter.unsupported(m_name + QStringLiteral("()"));
    }

private:
    const QString m_name;
    const QString m_dialect;
};

struct DialectRow {
    QStringView dialect;
    QStringView className;
};

const DialectRow rows[] = {{u"mysql", u"MySQLDialect"}, {u"postgresql", u"PGDialect"}, {u"sqlite", u"SQLiteDialect"}};

} // namespace

void addDialectClass(Interpreter &interpreter, ModuleObject &module)
{
    if (!module.name.endsWith(QStringLiteral(".base")))
        return;
    const auto row = std::ranges::find(rows, QStringView(module.name).split(u'.').value(2), &DialectRow::dialect);
    if (row == std::end(rows))
        return;
    const QString name = row->className.toString();
    module.members.insert(
        name, Value(interpreter.make<DialectClass>(module.name + u'.' + name, row->dialect.toString())));
}

} // namespace Migrations::Alembic
