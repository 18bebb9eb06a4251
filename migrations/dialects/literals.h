#pragma once

#include "migrations/dialects/dialect.h"

namespace Migrations::Dialects {

/// Writes the literals that need no type. A value; copy it.
class Literals final
{
public:
    struct Words {
        QString trueText;
        QString falseText;
        bool doublesBackslashes = false; ///< where nothing was said by a connection
    };

    Literals(const Words &words, Target target)
        : m_words(words)
        , m_target(target)
    {
    }

    [[nodiscard]] QString string(const QString &text) const;
    [[nodiscard]] QString boolean(bool value) const { return value ? m_words.trueText : m_words.falseText; }
    /// a number as Python's repr() has it
    [[nodiscard]] static QString number(double value);
    [[nodiscard]] bool isLive() const { return m_target == Target::Live; }

private:
    Words m_words;
    Target m_target;
};

} // namespace Migrations::Dialects
