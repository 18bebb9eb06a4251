#include "app/cli/errorform.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// part of the interface of --json
QString codeName(ErrorCode code)
{
    static const QHash<ErrorCode, QString> names {
        {ErrorCode::BadInput, u"bad-input"_s},
        {ErrorCode::NotFound, u"not-found"_s},
        {ErrorCode::Syntax, u"syntax"_s},
        {ErrorCode::Unsupported, u"unsupported"_s},
        {ErrorCode::Script, u"script"_s},
        {ErrorCode::Budget, u"budget"_s},
        {ErrorCode::NeedsConnection, u"needs-connection"_s},
        {ErrorCode::Connection, u"connection"_s},
        {ErrorCode::Authentication, u"authentication"_s},
        {ErrorCode::Locked, u"locked"_s},
        {ErrorCode::Server, u"server"_s},
        {ErrorCode::Conflict, u"conflict"_s},
        {ErrorCode::Refused, u"refused"_s},
        {ErrorCode::Canceled, u"canceled"_s},
        {ErrorCode::Io, u"io"_s},
    };
    return names.value(code);
}

QString indented(const QString &text, int depth)
{
    const QString indent(depth, u' ');
    QString result;
    for (const QString &line : text.split(u'\n'))
        result += indent + line + u'\n';
    return result;
}

// an exception of a script says what, but not what to do
QString nextStepOf(const Error &error)
{
    if (!error.nextStep.isEmpty() || error.code != ErrorCode::Script)
        return error.nextStep;
    return Tr::tr("Correct the script, then run the command again.");
}

QString details(const Error &error)
{
    QString text;
    if (!error.at.file.isEmpty())
        text += indented(Tr::tr("at %1").arg(error.at.toString()), 2);
    if (!error.excerpt.isEmpty())
        text += indented(error.excerpt, 4);
    if (!error.statement.isEmpty())
        text += indented(Tr::tr("statement:"), 2) + indented(error.statement, 4);
    if (!error.detail.isEmpty())
        text += indented(error.detail, 2);
    if (const QString nextStep = nextStepOf(error); !nextStep.isEmpty())
        text += indented(Tr::tr("next: %1").arg(nextStep), 2);
    return text;
}

} // namespace

QString failureText(const Error &error)
{
    return u"FAILED: %1\n"_s.arg(error.message) + details(error);
}

QString warningText(const Error &problem)
{
    return Tr::tr("Warning: %1").arg(problem.message) + u'\n' + details(problem);
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject json {{u"code"_s, codeName(error.code)}, {u"message"_s, error.message}};
    const std::initializer_list<std::pair<QString, QString>> texts {{u"file"_s, error.at.file},
        {u"excerpt"_s, error.excerpt}, {u"statement"_s, error.statement}, {u"detail"_s, error.detail},
        {u"nextStep"_s, nextStepOf(error)}};
    for (const auto &[name, text] : texts) {
        if (!text.isEmpty())
            json.insert(name, text);
    }
    if (error.at.line > 0)
        json.insert(u"line"_s, error.at.line);
    if (error.at.column > 0)
        json.insert(u"column"_s, error.at.column);
    return json;
}

Error withHistoryHint(Error error)
{
    const bool isAboutSymbols = error.code == ErrorCode::NotFound || error.code == ErrorCode::BadInput;
    if (isAboutSymbols && error.nextStep.isEmpty())
        error.nextStep = Tr::tr("\"stillroom-cli history\" lists the revisions.");
    return error;
}

} // namespace Cli
