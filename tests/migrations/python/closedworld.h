#pragma once

#include "migrations/python/interpreter.h"
#include "migrations/python/parser.h"

/// A world for tests: no modules but those that are put into it, what is printed is kept, and
/// questions are answered in turn.
class ClosedWorld : public Migrations::Python::World
{
public:
    QStringList printed;
    QStringList prompts;
    QStringList answers;

    Migrations::Python::ModuleObject *import(Migrations::Python::Interpreter &, const QString &) override
    {
        return nullptr;
    }
    void print(const QString &line, const Migrations::SourceLocation &) override { printed << line; }
    Migrations::Result<QString> input(const QString &prompt, const Migrations::SourceLocation &) override
    {
        prompts << prompt;
        if (answers.isEmpty())
            return Migrations::failure(Migrations::ErrorCode::Refused, QStringLiteral("nobody answers"));
        return answers.takeFirst();
    }
};
