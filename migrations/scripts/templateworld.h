#pragma once

#include "migrations/python/interpreter.h"
#include "migrations/scripts/revisiondraft.h"

#include <QMap>

namespace Migrations::Scripts {

/// The world of a revision template: the names that Alembic gives to script.py.mako, and nothing
/// else. `re` has split() and sub(), because the multidb template of Alembic needs them; every other
/// module is opaque. What the template writes is collected in text().
///
/// Not thread safe; lives as long as the interpreter that asks it.
class TemplateWorld final : public Python::World
{
public:
    /// `options`: what config.get_main_option() finds
    TemplateWorld(const RevisionDraft &draft, const QMap<QString, QString> &options);

    /// The module that has the template's names, for `from … import *`.
    [[nodiscard]] static QString moduleName() { return QStringLiteral("__template__"); }
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] Python::ModuleObject *import(Python::Interpreter &interpreter, const QString &module) override;
    void print(const QString &, const SourceLocation &) override { } ///< Alembic's goes to the terminal
    [[nodiscard]] Result<QString> input(const QString &prompt, const SourceLocation &at) override;

private:
    [[nodiscard]] Python::Value config(Python::Interpreter &interpreter) const;

    RevisionDraft m_draft;
    QMap<QString, QString> m_options;
    QString m_text;
};

/// The names and values on the right side of a `%`, in order.
using FormatValues = QList<std::pair<QString, Python::Value>>;

/// Python's `format % values`. Errors: Script, with Python's message.
[[nodiscard]] Result<QString> percentFormatted(const QString &format, const FormatValues &values);

} // namespace Migrations::Scripts
