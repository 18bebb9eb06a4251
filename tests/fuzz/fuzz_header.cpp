// Any bytes as a revision file, `.py` and `.sql`. Nothing may crash or hang, and what the scanner
// accepts must be what Python's grammar reads.
#include "migrations/python/parser.h"
#include "migrations/scripts/pythonheader.h"
#include "migrations/scripts/scriptreader.h"
#include "migrations/scripts/sqlsections.h"

#include <cstdio>
#include <cstdlib>

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

void demand(bool isSo, const char *sentence)
{
    if (isSo)
        return;
    std::fprintf(stderr, "not so: %s\n", sentence);
    std::abort();
}

bool same(const HeaderFacts &facts, const Result<HeaderFacts> &parsed)
{
    return parsed && facts.docstring == parsed->docstring && facts.assigned == parsed->assigned;
}

// without what the scanner did not look into
QByteArray withoutBodies(QByteArray script, const HeaderFacts &facts)
{
    for (auto body = facts.bodies.rbegin(); body != facts.bodies.rend(); ++body)
        script.replace(body->begin, body->end - body->begin, " pass\n");
    return script;
}

void checkScanner(const QByteArray &bytes)
{
    const std::optional<HeaderFacts> facts = scanHeader(bytes);
    if (!facts)
        return;
    if (Python::parse(bytes, u"a.py"_s))
        demand(same(*facts, parseHeader(bytes, u"a.py"_s)), "the scanner reads what the grammar reads");
    if (!bytes.contains('\r') && !bytes.startsWith("\xef\xbb\xbf"))
        demand(same(*facts, parseHeader(withoutBodies(bytes, *facts), u"a.py"_s)), "mistakes are in bodies only");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkScanner(bytes);
    const Result<std::optional<Revision>> script = readRevision(bytes, u"ae1.py"_s);
    demand(script ? script->has_value() && !(*script)->id.isEmpty() : !script.error().message.isEmpty(),
        "a script has an id, or an error with words");
    const Result<std::optional<Revision>> sql = readRevision(bytes, u"a.sql"_s);
    demand(sql && (!*sql || !(*sql)->id.isEmpty()), "a .sql file has an id, or is no revision");
    for (const bool up : {true, false}) {
        const Result<QList<SqlStatement>> statements = sqlStatements(bytes, u"a.sql"_s, up, u"sqlite"_s);
        demand(statements || !statements.error().message.isEmpty(), "a section has statements, or an error with words");
    }
    return 0;
}
