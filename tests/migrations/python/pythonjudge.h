#pragma once

#include "programs.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

// one expression a line
inline QList<Program> expressionsOf(const QString &topic, const QString &path)
{
    QList<Program> programs;
    for (QString line : linesOf(path)) {
        if (line.isEmpty())
            continue;
        const QString refusal = takeRefusal(line);
        programs << Program {topic + u": " + line, u"result = " + line, refusal};
    }
    return programs;
}

/// The tables of two folders: expressions, one a line, and programs. What each leaves in `result`
/// is compared as a text.
inline QList<Program> programsIn(const QString &expressionFolder, const QString &programFolder)
{
    QList<Program> all;
    for (const QFileInfo &file : QDir(expressionFolder).entryInfoList(QDir::Files))
        all += expressionsOf(file.baseName(), file.filePath());
    for (const QFileInfo &file : QDir(programFolder).entryInfoList(QDir::Files))
        all += programsOf(file.baseName(), file.filePath());
    for (Program &program : all)
        program.source += QStringLiteral("\nresult = repr(result)\n");
    return all;
}

/// What Python itself makes of them.
inline QStringList judged(const QList<Program> &programs)
{
    QJsonArray sources;
    for (const Program &program : programs)
        sources << program.source;
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONHASHSEED"), QStringLiteral("0"));
    environment.insert(QStringLiteral("PYTHONIOENCODING"), QStringLiteral("utf-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    python.setProcessEnvironment(environment);
    python.start(QStringLiteral("python3"), {testFile(QStringLiteral("oracle.py"))});
    python.write(QJsonDocument(sources).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        qFatal("python3 failed: %s", python.readAllStandardError().constData());
    QStringList outcomes;
    for (const QJsonValue &outcome : QJsonDocument::fromJson(python.readAllStandardOutput()).array())
        outcomes << outcome.toString();
    return outcomes;
}

/// What the interpreter makes of one: the text of `result`, or the error.
inline Migrations::Result<QString> resultOf(const QString &source, Migrations::Python::World &world)
{
    const auto module = Migrations::Python::parse(source.toUtf8(), QStringLiteral("program.py"));
    if (!module)
        return Migrations::failure(module.error());
    Migrations::Python::Interpreter interpreter(*module, world);
    if (const Migrations::Result<void> done = interpreter.run(); !done)
        return Migrations::failure(done.error());
    return interpreter.globals().value(QStringLiteral("result")).toString();
}
