#include "app/cli/completionscript.h"

using namespace Qt::StringLiterals;

namespace Cli {

QStringList spellings(const Parameter &parameter)
{
    return parameter.spelling.split(u',', Qt::SkipEmptyParts);
}

bool takesValue(const Parameter &parameter)
{
    return parameter.kind == Parameter::Kind::Value || parameter.kind == Parameter::Kind::Values;
}

bool takesRevision(const Parameter &parameter)
{
    static const QStringList words {u"REVISION"_s, u"REVISIONS"_s, u"START:END"_s, u"FROM:TO"_s, u"HEAD"_s};
    return words.contains(parameter.placeholder);
}

bool takesPath(const Parameter &parameter)
{
    static const QStringList words {u"FILE"_s, u"DIRECTORY"_s, u"FOLDER"_s, u"PATH"_s};
    return words.contains(parameter.placeholder);
}

bool isPositional(const Parameter &parameter)
{
    return parameter.spelling.isEmpty();
}

} // namespace Cli
