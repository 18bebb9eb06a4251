// Any bytes as a revision script that is read and evaluated without a connection, in the words of
// both databases. Nothing may crash, hang or eat the machine; what is refused says why, and a script
// learns nothing of where it runs.
#include "migrations/alembic/script.h"
#include "migrations/dialects/dialect.h"
#include "migrations/plan/collectinghost.h"

#include <cstdio>
#include <cstdlib>

using namespace Migrations;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *canary = "canary-8c1f27";

void demand(bool isSo, const char *sentence)
{
    if (isSo)
        return;
    std::fprintf(stderr, "not so: %s\n", sentence);
    std::abort();
}

bool isSilent(const QString &text)
{
    return !text.contains(QLatin1StringView(canary));
}

void evaluate(const QByteArray &script, const QString &dialectName, const QString &function)
{
    const Dialects::Dialect &dialect = *Dialects::Dialect::byName(dialectName);
    const std::unique_ptr<Dialects::Compiler> compiler = dialect.compiler({}, Dialects::Target::Offline);
    Plan::TrackedSchema schema([] { return Result<Schema::Database>(Schema::Database()); });
    Plan::CollectingHost host(dialect, *compiler, schema, {});
    Plan::PlannedStep step;
    host.beginStep(step);
    const Python::Budget budget {
        .steps = 300'000, .depth = 60, .bytes = 24 * 1024 * 1024, .time = std::chrono::seconds(4)};
    const Result<void> done = Alembic::evaluateScript(script, u"fuzzed.py"_s, function, host, budget);
    if (!done) {
        demand(!done.error().message.isEmpty(), "an error has words");
        demand(done.error().at.file == "fuzzed.py"_L1, "an error has its place");
        demand(isSilent(done.error().toText()), "an error says nothing of the environment");
    }
    for (const Plan::Statement &statement : step.statements)
        demand(isSilent(statement.sql), "a statement says nothing of the environment");
    for (const QString &line : step.output + step.questions)
        demand(isSilent(line), "a script prints nothing of the environment");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return setenv("STILLROOM_SECRET", canary, 1);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // the length chooses: one evaluation is enough for an input
    const QByteArray script(reinterpret_cast<const char *>(data), qsizetype(size));
    evaluate(script, size % 2 == 0 ? u"postgresql"_s : u"sqlite"_s, size % 3 == 0 ? u"downgrade"_s : u"upgrade"_s);
    return 0;
}
