#include "migrations/runner/patience.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <thread>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

struct Unit {
    QLatin1StringView name;
    qint64 milliseconds;
};

constexpr std::array units {Unit {""_L1, 1}, Unit {"ms"_L1, 1}, Unit {"s"_L1, 1000}, Unit {"min"_L1, 60'000},
    Unit {"h"_L1, 3'600'000}};

constexpr milliseconds longestPause {2000};

} // namespace

Result<milliseconds> durationOf(const QString &text)
{
    // up to nine digits: PostgreSQL keeps milliseconds in an integer of 32 bits
    static const QRegularExpression form(u"^\\s*(\\d{1,9})\\s*([a-z]*)\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto unit = std::ranges::find(units, match.captured(2), &Unit::name);
    if (match.hasMatch() && unit != units.end()) {
        const qint64 count = match.captured(1).toLongLong() * unit->milliseconds;
        if (count <= std::numeric_limits<qint32>::max())
            return milliseconds(count);
    }
    return failure(ErrorCode::BadInput, Tr::tr("\"%1\" is not a duration.").arg(text),
        Tr::tr("Write a number with ms, s, min or h behind it, up to 24 days: 300ms."));
}

LockRetry::LockRetry(milliseconds patience, unsigned seed)
    : m_patience(patience)
    , m_random(seed)
{
}

std::optional<milliseconds> LockRetry::pauseAfter(const Error &error)
{
    if (error.code != ErrorCode::Locked)
        return std::nullopt;
    ++m_tries;
    if (!m_since)
        m_since = Clock::now();
    const milliseconds left = m_patience - waited();
    if (left <= milliseconds(0))
        return std::nullopt;
    const milliseconds half = m_next / 2;
    const milliseconds pause = half + milliseconds(std::uniform_int_distribution<qint64>(0, m_next.count())(m_random));
    m_next = std::min(m_next * 2, longestPause);
    return std::min(pause, left);
}

milliseconds LockRetry::waited() const
{
    return m_since ? std::chrono::duration_cast<milliseconds>(Clock::now() - *m_since) : milliseconds(0);
}

bool LockRetry::pause(milliseconds time, const CancelToken &cancel)
{
    constexpr milliseconds slice {20};
    for (const Clock::time_point end = Clock::now() + time; Clock::now() < end;) {
        if (cancel.isCanceled())
            return false;
        std::this_thread::sleep_for(std::min<Clock::duration>(slice, end - Clock::now()));
    }
    return !cancel.isCanceled();
}

} // namespace Migrations::Runner
