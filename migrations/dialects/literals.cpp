#include "migrations/dialects/literals.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

QString Literals::string(const QString &text) const
{
    QString inside = text;
    inside.replace(u'\'', u"''"_s);
    if (m_words.doublesBackslashes && !isLive())
        inside.replace(u'\\', u"\\\\"_s);
    return u'\'' + inside + u'\'';
}

QString Literals::number(double value)
{
    const double magnitude = std::abs(value);
    const bool plain = magnitude == 0.0 || (magnitude >= 1e-4 && magnitude < 1e16);
    QString text = QString::number(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest);
    if (plain && !text.contains(u'.'))
        text += u".0"_s;
    return text;
}

} // namespace Migrations::Dialects
