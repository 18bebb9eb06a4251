#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace Workbench {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Workbench::Options)
};

struct Declared {
    QCommandLineOption url {QStringLiteral("url"), Tr::tr("Use this database instead of the project's own."), Tr::tr("URL")};
    QCommandLineOption theme {QStringLiteral("theme"), Tr::tr("light or dark, whatever the system says."), Tr::tr("THEME")};
    QCommandLineOption language {QStringLiteral("lang"), Tr::tr("Language of the window: en or zh_CN."), Tr::tr("LANG")};
    QCommandLineOption screenshot {
        QStringLiteral("screenshot"), Tr::tr("Write a picture of the window to FILE and exit."), Tr::tr("FILE")};
    QCommandLineOption size {QStringLiteral("size"), Tr::tr("Size of that picture."), Tr::tr("WIDTHxHEIGHT")};
    QCommandLineOption select {QStringLiteral("select"), Tr::tr("Select this revision."), Tr::tr("REVISION")};
};

void declare(QCommandLineParser &parser, const Declared &options)
{
    parser.setApplicationDescription(Tr::tr("A workbench for database migrations."));
    parser.addPositionalArgument(QStringLiteral("path"), Tr::tr("An alembic.ini, or the folder that has one."),
        QStringLiteral("[path]"));
    parser.addOptions({options.url, options.theme, options.language, options.screenshot, options.size, options.select});
}

std::optional<QSize> sizeOf(const QString &text)
{
    static const QRegularExpression expression(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return {};
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

std::optional<ThemeChoice> themeOf(const QString &text)
{
    if (text.isEmpty())
        return ThemeChoice::System;
    if (text == u"light")
        return ThemeChoice::Light;
    return text == u"dark" ? std::optional(ThemeChoice::Dark) : std::nullopt;
}

} // namespace

std::expected<Options, OptionsMessage> parseOptions(const QStringList &arguments)
{
    const Declared declared;
    QCommandLineParser parser;
    declare(parser, declared);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return std::unexpected(OptionsMessage {.text = parser.errorText()});
    if (parser.isSet(help))
        return std::unexpected(OptionsMessage {.text = parser.helpText(), .isError = false});
    if (parser.isSet(version))
        return std::unexpected(
            OptionsMessage {.text = QStringLiteral("stillroom " STILLROOM_VERSION), .isError = false});
    if (parser.positionalArguments().size() > 1)
        return std::unexpected(OptionsMessage {.text = Tr::tr("Only one project can be opened at a time.")});
    const std::optional<ThemeChoice> theme = themeOf(parser.value(declared.theme));
    if (!theme)
        return std::unexpected(OptionsMessage {.text = Tr::tr("--theme takes “light” or “dark”.")});
    const std::optional<QSize> size
        = parser.isSet(declared.size) ? sizeOf(parser.value(declared.size)) : std::optional(QSize());
    if (!size)
        return std::unexpected(OptionsMessage {.text = Tr::tr("--size takes a size such as 1280x800.")});
    return Options {.path = parser.positionalArguments().value(0),
        .url = parser.value(declared.url),
        .theme = *theme,
        .language = parser.value(declared.language),
        .screenshot = parser.value(declared.screenshot),
        .select = parser.value(declared.select),
        .size = *size};
}

QString languageOf(const QStringList &arguments)
{
    const Declared declared;
    QCommandLineParser parser;
    declare(parser, declared);
    static_cast<void>(parser.parse(arguments));
    return parser.value(declared.language);
}

} // namespace Workbench
