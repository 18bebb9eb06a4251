#pragma once

#include "migrations/base/error.h"

namespace Migrations::Dialects {

/// What the writers of this folder throw when a dialect cannot say something, as SQLAlchemy's
/// compilers do; Compiler and Dialect turn it into an Error, so it never leaves the folder.
struct Refusal {
    Error error;
    bool inCompiler = true; ///< a CompileError, to which CREATE TABLE adds the column

    /// `text` is SQLAlchemy's own, which is not translated
    static Refusal compile(const QString &text, const QString &nextStep = {},
        const QString &exception = QStringLiteral("CompileError"))
    {
        return {.error = {
                    .code = ErrorCode::Unsupported, .message = text, .nextStep = nextStep, .exception = exception}};
    }
    /// an element that the dialect's compiler does not know
    static Refusal unknownElement(const QString &text, const QString &nextStep = {})
    {
        return compile(text, nextStep, QStringLiteral("UnsupportedCompilationError"));
    }
    /// what SQLAlchemy or Alembic raise before a compiler is asked: ArgumentError unless said otherwise
    static Refusal argument(const QString &text, const QString &nextStep = {},
        const QString &exception = QStringLiteral("ArgumentError"))
    {
        return {.error = {.code = ErrorCode::BadInput, .message = text, .nextStep = nextStep, .exception = exception},
            .inCompiler = false};
    }
};

} // namespace Migrations::Dialects
