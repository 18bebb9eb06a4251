#include "app/cli/globaloptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

QList<Parameter> globalParameters()
{
    using enum Parameter::Kind;
    return {{Value, u"config"_s, u"-c,--config"_s, u"FILE"_s,
                Tr::tr("alembic.ini, pyproject.toml or their folder (default: $ALEMBIC_CONFIG, or here)")},
        {Value, u"name"_s, u"-n,--name"_s, u"SECTION"_s, Tr::tr("Section of the file (default: alembic)")},
        {Value, u"url"_s, u"--url"_s, u"URL"_s, Tr::tr("The database, instead of the project's own")},
        {Values, u"x"_s, u"-x"_s, u"KEY=VALUE"_s, Tr::tr("An argument for the scripts; may be repeated")},
        {Flag, u"json"_s, u"--json"_s, {}, Tr::tr("Write the result as JSON")},
        {Value, u"lang"_s, u"--lang"_s, u"LANG"_s, Tr::tr("Language of messages, such as zh_CN")},
        {Flag, u"quiet"_s, u"-q,--quiet"_s, {}, Tr::tr("No log, only results, questions and failures")},
        {Flag, u"log"_s, u"-v,--verbose"_s, {}, Tr::tr("Log every statement with its time"), u"quiet"_s}};
}

} // namespace Cli
