// strftime(), strptime() and fromisoformat(), with the words of the C locale.
#include "migrations/standardlibrary/temporal.h"
#include "migrations/standardlibrary/timedeltas.h"

#include <QDate>
#include <QRegularExpression>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

const QStringList &dayNames()
{
    static const QStringList names
        = QStringLiteral("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split(u' ');
    return names;
}

const QStringList &monthNames()
{
    static const QStringList names = QStringLiteral(
        "January February March April May June July August September October November December")
                                         .split(u' ');
    return names;
}

QString digits(qint64 number, int width, QChar fill = u'0')
{
    return QStringLiteral("%1").arg(number, width, 10, fill);
}

// weeks that begin on Sunday (0) or Monday (1)
int weekOfYear(const QDate &date, int firstDay)
{
    return (date.dayOfYear() + 6 - (date.dayOfWeek() - firstDay + 7) % 7) / 7;
}

// what stands for one letter behind a percent sign; nullopt: unknown
std::optional<QString> field(const Moment &moment, QChar letter)
{
    const QDate date = moment.date();
    int isoYear = 0;
    const int isoWeek = date.weekNumber(&isoYear);
    switch (letter.unicode()) {
    case u'a': return dayNames()[date.dayOfWeek() - 1].left(3);
    case u'A': return dayNames()[date.dayOfWeek() - 1];
    case u'w': return QString::number(date.dayOfWeek() % 7);
    case u'u': return QString::number(date.dayOfWeek());
    case u'd': return digits(date.day(), 2);
    case u'e': return digits(date.day(), 2, u' ');
    case u'b':
    case u'h': return monthNames()[date.month() - 1].left(3);
    case u'B': return monthNames()[date.month() - 1];
    case u'm': return digits(date.month(), 2);
    case u'y': return digits(date.year() % 100, 2);
    case u'Y': return digits(date.year(), 4);
    case u'C': return digits(date.year() / 100, 2);
    case u'G': return digits(isoYear, 4);
    case u'V': return digits(isoWeek, 2);
    case u'U': return digits(weekOfYear(date, 0), 2);
    case u'W': return digits(weekOfYear(date, 1), 2);
    case u'j': return digits(date.dayOfYear(), 3);
    case u'H': return digits(moment.hour(), 2);
    case u'I': return digits((moment.hour() + 11) % 12 + 1, 2);
    case u'p': return moment.hour() < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
    case u'M': return digits(moment.minute(), 2);
    case u'S': return digits(moment.second(), 2);
    case u'f': return digits(moment.microsecond(), 6);
    case u'z': return moment.zone ? offsetText(moment.zone->offset, QString()) : QString();
    case u'Z': return moment.zone ? moment.zone->text() : QString();
    case u'n': return QStringLiteral("\n");
    case u't': return QStringLiteral("\t");
    case u'%': return QStringLiteral("%");
    default: return std::nullopt;
    }
}

// those that stand for several
QString written(QString format)
{
    static const std::pair<QString, QString> composed[] = {{QStringLiteral("%c"), QStringLiteral("%a %b %e %H:%M:%S %Y")},
        {QStringLiteral("%x"), QStringLiteral("%m/%d/%y")}, {QStringLiteral("%X"), QStringLiteral("%H:%M:%S")},
        {QStringLiteral("%D"), QStringLiteral("%m/%d/%y")}, {QStringLiteral("%F"), QStringLiteral("%Y-%m-%d")},
        {QStringLiteral("%T"), QStringLiteral("%H:%M:%S")}, {QStringLiteral("%R"), QStringLiteral("%H:%M")}};
    for (const auto &[name, meaning] : composed) {
        for (qsizetype at = format.indexOf(name); at >= 0; at = format.indexOf(name, at + 1)) {
            qsizetype percents = 0; // %%c is no %c
            while (at > percents && format[at - 1 - percents] == u'%')
                ++percents;
            if (percents % 2 == 0)
                format.replace(at, 2, meaning);
        }
    }
    return format;
}

} // namespace

QString formatMoment(Interpreter &interpreter, const TemporalObject &temporal, const QString &format)
{
    interpreter.step(format.size());
    interpreter.spendBytes(format.size() * 16);
    Moment moment = temporal.moment;
    if (temporal.kind == TemporalObject::Kind::Time)
        moment.day = 693'596; // 1900-01-01, as Python has it
    const QString all = written(format);
    QString result;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] != u'%' || i + 1 == all.size()) {
            result += all[i];
            continue;
        }
        const bool unpadded = all[i + 1] == u'-' && i + 2 < all.size();
        i += unpadded ? 2 : 1;
        std::optional<QString> text = field(moment, all[i]);
        if (!text)
            interpreter.unsupported(QStringLiteral("strftime() with %%1").arg(all[i]));
        if (unpadded) {
            while (text->size() > 1 && (text->startsWith(u'0') || text->startsWith(u' ')))
                text->removeFirst();
        }
        result += *text;
    }
    return result;
}

namespace {

/// Reads a text by a format of strptime().
class MomentParser final
{
public:
    MomentParser(Interpreter &interpreter, const QString &text, const QString &format)
        : m_interpreter(interpreter), m_text(text), m_format(format) {}

    Moment run()
    {
        const QRegularExpression pattern(
            expression() + QStringLiteral("(?<rest>.*)\\z"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        m_interpreter.step(m_text.size() + m_format.size() * 4);
        const QRegularExpressionMatch match = pattern.match(m_text);
        if (!match.hasMatch())
            m_interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("time data %1 does not match format %2")
                    .arg(m_interpreter.repr(Value(m_text)), m_interpreter.repr(Value(m_format))));
        if (const QString rest = match.captured(QStringLiteral("rest")); !rest.isEmpty())
            m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("unconverted data remains: ") + rest);
        return moment(match);
    }

private:
    // the pattern of a text, each letter a group of that name
    QString expression()
    {
        static const QHash<QChar, QString> patterns {
            {u'd', QStringLiteral("3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]")}, {u'm', QStringLiteral("1[0-2]|0[1-9]|[1-9]")},
            {u'Y', QStringLiteral("\\d\\d\\d\\d")}, {u'y', QStringLiteral("\\d\\d")},
            {u'H', QStringLiteral("2[0-3]|[0-1]\\d|\\d")}, {u'I', QStringLiteral("1[0-2]|0[1-9]|[1-9]")},
            {u'M', QStringLiteral("[0-5]\\d|\\d")}, {u'S', QStringLiteral("6[0-1]|[0-5]\\d|\\d")},
            {u'f', QStringLiteral("[0-9]{1,6}")}, {u'p', QStringLiteral("am|pm")},
            {u'j', QStringLiteral("36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]")},
            {u'z', QStringLiteral("[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d)?|Z")}, {u'Z', QStringLiteral("utc|gmt")},
            {u'b', shortened(monthNames())}, {u'B', monthNames().join(u'|')}, {u'a', shortened(dayNames())},
            {u'A', dayNames().join(u'|')}};
        const QString all = written(m_format);
        QString result;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i].isSpace()) {
                result += QStringLiteral("\\s+");
                while (i + 1 < all.size() && all[i + 1].isSpace())
                    ++i;
            } else if (all[i] != u'%') {
                result += QRegularExpression::escape(QString(all[i]));
            } else if (++i == all.size()) {
                m_interpreter.raise(QStringLiteral("ValueError"),
                    QStringLiteral("stray %% in format '%1'").arg(m_format));
            } else if (all[i] == u'%') {
                result += u'%';
            } else if (!patterns.contains(all[i])) {
                m_interpreter.unsupported(QStringLiteral("strptime() with %%1").arg(all[i]));
            } else if (result.contains(QStringLiteral("(?<%1>").arg(all[i]))) {
                m_interpreter.raise(QStringLiteral("ValueError"),
                    QStringLiteral("redefinition of group name '%1'").arg(all[i]));
            } else {
                result += QStringLiteral("(?<%1>%2)").arg(all[i]).arg(patterns.value(all[i]));
            }
        }
        return QStringLiteral("\\A") + result;
    }

    static QString shortened(const QStringList &names)
    {
        QStringList result;
        for (const QString &name : names)
            result << name.left(3);
        return result.join(u'|');
    }

    static int indexOf(const QStringList &names, const QString &name)
    {
        for (int i = 0; i < names.size(); ++i) {
            if (names[i].left(name.size()).compare(name, Qt::CaseInsensitive) == 0)
                return i;
        }
        return -1;
    }

    Moment moment(const QRegularExpressionMatch &match)
    {
        const auto number = [&](const QString &name, int otherwise) {
            const QString text = match.captured(name);
            return text.isEmpty() ? otherwise : text.trimmed().toInt();
        };
        const QString monthName = match.captured(QStringLiteral("b")) + match.captured(QStringLiteral("B"));
        const int month = monthName.isEmpty() ? number(QStringLiteral("m"), 1) : indexOf(monthNames(), monthName) + 1;
        int year = number(QStringLiteral("Y"), 1900);
        if (const int shortYear = number(QStringLiteral("y"), -1); shortYear >= 0)
            year = shortYear < 69 ? 2000 + shortYear : 1900 + shortYear;
        int hour = number(QStringLiteral("H"), 0);
        if (const int half = number(QStringLiteral("I"), -1); half >= 0) {
            const bool isAfternoon = match.captured(QStringLiteral("p")).compare(u"pm", Qt::CaseInsensitive) == 0;
            hour = half % 12 + (isAfternoon ? 12 : 0);
        }
        Moment result;
        result.day = checkedDay(m_interpreter, year, month, number(QStringLiteral("d"), 1));
        if (const int dayOfYear = number(QStringLiteral("j"), 0); dayOfYear > 0)
            result.day = checkedDay(m_interpreter, year, 1, 1) + dayOfYear - 1;
        const QString fraction = match.captured(QStringLiteral("f")).leftJustified(6, u'0');
        result.microseconds = checkedTime(m_interpreter, hour, number(QStringLiteral("M"), 0),
            number(QStringLiteral("S"), 0), fraction.toInt());
        result.zone = zone(match.captured(QStringLiteral("z")));
        return result;
    }

    TimezoneObject *zone(QString text)
    {
        if (text.isEmpty())
            return nullptr;
        if (text.toUpper() == u"Z")
            return m_interpreter.make<TimezoneObject>(0, QString());
        const bool isNegative = text.startsWith(u'-');
        text = text.mid(1).remove(u':');
        const int seconds
            = text.left(2).toInt() * 3600 + text.mid(2, 2).toInt() * 60 + text.mid(4, 2).toInt();
        return m_interpreter.make<TimezoneObject>(isNegative ? -seconds : seconds, QString());
    }

    Interpreter &m_interpreter;
    const QString m_text;
    const QString m_format;
};

} // namespace

Moment parseMoment(Interpreter &interpreter, const QString &text, const QString &format)
{
    return MomentParser(interpreter, text, format).run();
}

Moment parseIso(Interpreter &interpreter, TemporalObject::Kind kind, const QString &text)
{
    static const QRegularExpression datePart(QStringLiteral("\\A(\\d{4})-?(\\d\\d)-?(\\d\\d)"));
    static const QRegularExpression timePart(QStringLiteral(
        "\\AT?(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d+))?)?)?(Z|[+-]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?)?\\z"));
    const auto fail = [&] {
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("Invalid isoformat string: %1").arg(interpreter.repr(Value(text))));
    };
    if (text.contains(u'W'))
        interpreter.unsupported(QStringLiteral("fromisoformat() of a week"));
    Moment result;
    QString rest = text;
    if (kind != TemporalObject::Kind::Time) {
        const QRegularExpressionMatch match = datePart.match(text);
        if (!match.hasMatch())
            fail();
        result.day = checkedDay(
            interpreter, match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        rest = text.mid(match.capturedEnd());
        if (rest.isEmpty())
            return result;
        rest.removeFirst(); // the separator
        if (kind == TemporalObject::Kind::Date || rest.isEmpty())
            fail();
    }
    const QRegularExpressionMatch match = timePart.match(rest);
    if (!match.hasMatch())
        fail();
    const QString fraction = match.captured(4).left(6).leftJustified(6, u'0');
    result.microseconds = checkedTime(interpreter, match.captured(1).toInt(), match.captured(2).toInt(),
        match.captured(3).toInt(), fraction.toInt());
    QString zone = match.captured(5);
    if (zone == u"Z")
        result.zone = interpreter.make<TimezoneObject>(0, QString());
    else if (!zone.isEmpty()) {
        const int sign = zone.startsWith(u'-') ? -1 : 1;
        zone = zone.mid(1).remove(u':');
        result.zone = interpreter.make<TimezoneObject>(
            sign * (zone.left(2).toInt() * 3600 + zone.mid(2, 2).toInt() * 60 + zone.mid(4, 2).toInt()), QString());
    }
    return result;
}

} // namespace Migrations::StandardLibrary
