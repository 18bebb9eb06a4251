#include "migrations/alembic/mappedtype.h"

#include "migrations/alembic/schemaitems.h"
#include "migrations/alembic/typecatalogue.h"
#include "migrations/python/parser.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr char Prelude[] = "import sqlalchemy\nimport sqlalchemy as sa\nimport sqlmodel\nimport pgvector\n"
                           "from sqlalchemy.dialects import postgresql, sqlite\n"
                           "from sqlalchemy import *\nmapped = ";

} // namespace

Value MappedType::call(Interpreter &interpreter, const Arguments &arguments)
{
    QString reason;
    if (const auto module = Python::parse(Prelude + m_text.toUtf8(), m_name)) {
        ModuleObject target(m_name);
        interpreter.load(*module, {}, target);
        const Value mapped = target.find(interpreter, QStringLiteral("mapped")).value_or(Value());
        if (mapped.as<TypeClass>())
            return interpreter.callValue(mapped, arguments);
        if (!mapped.isNone() && !mapped.as<Opaque>())
            return Value(interpreter.make<TypeObject>(m_session, toType(m_session, interpreter, mapped)));
        if (const auto *opaque = mapped.as<Opaque>())
            reason = opaque->reason;
    } else {
        reason = module.error().message;
    }
    interpreter.abort({.code = ErrorCode::BadInput,
        .message = Tr::tr("[types] in stillroom.toml says that %1 is %2, which is no type. %3")
                       .arg(m_name, m_text, reason)
                       .trimmed(),
        .nextStep = Tr::tr("Write it as in a revision: sa.CHAR(36), postgresql.JSONB(), sa.String(length=64)…")});
}

} // namespace Migrations::Alembic
