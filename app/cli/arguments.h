#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Cli {

/// One argument or option of a command, as data: the parser, the help and the tests read it.
struct Parameter {
    enum class Kind {
        Argument, ///< must be there
        OptionalArgument,
        Arguments, ///< one or more, to the end
        OptionalArguments, ///< any number, to the end
        Flag,
        Value, ///< option with one value
        Values, ///< option that may be repeated
    };

    Kind kind = Kind::Flag;
    QString name; ///< how the command asks for it: "revision", "verbose"
    QString spelling; ///< of an option: "-v,--verbose"; empty for arguments
    QString placeholder; ///< of a value, in the help
    QString description;
    QString excludes = {}; ///< the name of another flag that cannot be given with it
};

/// What was given on the command line for the parameters of one command.
class Arguments final
{
public:
    void insert(const QString &name, const QStringList &values) { m_values.insert(name, values); }

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    /// empty when it was not given
    [[nodiscard]] QString text(const QString &name) const { return m_values.value(name).value(0); }
    /// all values of an argument or option that may be repeated
    [[nodiscard]] QStringList texts(const QString &name) const { return m_values.value(name); }

private:
    QHash<QString, QStringList> m_values;
};

} // namespace Cli
