#include "migrations/graph/nearwords.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace Migrations::Graph {

namespace {

/// edit distance, or more than `limit`
qsizetype distance(QStringView a, QStringView b, qsizetype limit)
{
    if (qAbs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = i;
        row[0] = i + 1;
        qsizetype least = row[0];
        for (qsizetype j = 0; j < b.size(); ++j) {
            const std::size_t at = std::size_t(j) + 1;
            const qsizetype replaced = diagonal + (a[i].toCaseFolded() == b[j].toCaseFolded() ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, replaced});
            least = std::min(least, row[at]);
        }
        if (least > limit)
            return limit + 1;
    }
    return row.back();
}

} // namespace

QStringList nearWords(const QString &word, const QStringList &words)
{
    constexpr std::size_t AtMost = 3;
    std::vector<std::pair<qsizetype, QString>> found;
    for (const QString &candidate : words) {
        const qsizetype limit = std::max<qsizetype>(1, std::max(word.size(), candidate.size()) / 3);
        const qsizetype far = distance(word, candidate, limit);
        if (far <= limit && far < candidate.size())
            found.emplace_back(far, candidate);
    }
    std::ranges::sort(found); // by distance, then by name: the same answer every time
    QStringList result;
    for (std::size_t i = 0; i < std::min(AtMost, found.size()); ++i)
        result << found[i].second;
    return result;
}

} // namespace Migrations::Graph
