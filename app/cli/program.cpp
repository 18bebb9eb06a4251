#include "app/cli/program.h"

#include "app/cli/commandlist.h"
#include "app/cli/commandline.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

const QString &translations()
{
    static const QString folder = u":/i18n"_s;
    return folder;
}

QStringList languages()
{
    QStringList names {u"en"_s};
    for (const QString &file : QDir(translations()).entryList({u"stillroom_*.qm"_s}, QDir::Files, QDir::Name))
        names << file.section(u'_', 1).section(u'.', 0, 0);
    names.removeDuplicates(); // English has a file for its plural forms
    return names;
}

} // namespace

Program::Program(const Streams &streams, const Migrations::CancelToken &cancel)
    : m_streams(streams)
    , m_cancel(cancel)
{
}

Program::~Program()
{
    QCoreApplication::removeTranslator(&m_translator);
}

bool Program::speak(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (m_translator.load(locale, u"stillroom"_s, u"_"_s, translations()))
        return QCoreApplication::installTranslator(&m_translator);
    // a locale without a language ("C") speaks English, whose file has the plural forms
    const bool isEnglish = language.isEmpty() || locale.language() == QLocale::English;
    if (isEnglish && m_translator.load(u"stillroom_en"_s, translations()))
        return QCoreApplication::installTranslator(&m_translator);
    return isEnglish;
}

int Program::run(const QStringList &arguments)
{
    const QString language = CommandLine::languageOf(arguments);
    if (!speak(language)) {
        m_streams.err << Tr::tr("There is no translation \"%1\"; there is: %2.")
                             .arg(language, languages().join(", "_L1))
                      << '\n';
        m_streams.err.flush();
        return int(ExitCode::WrongUsage);
    }
    const CommandLine::Commands commands = allCommands();
    const auto invocation = CommandLine(commands).parse(arguments);
    if (!invocation) {
        m_streams.out << invocation.error().out;
        m_streams.err << invocation.error().err;
        m_streams.out.flush();
        m_streams.err.flush();
        return int(invocation.error().code);
    }
    Context context(m_streams, invocation->options, invocation->arguments, m_cancel);
    return int(invocation->command->execute(context));
}

} // namespace Cli
