#include "migrations/operations/columnorder.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations::Operations {

namespace {

std::unexpected<Error> noSuchKey(const QString &column)
{
    return failure(
        Error {.code = ErrorCode::BadInput, .message = u"'%1'"_s.arg(column), .exception = u"KeyError"_s});
}

/// the last pair that has the column there, as a dict of the pairs would give it
template<auto From, auto To>
Result<QString> neighbour(const QList<ColumnPair> &pairs, const QString &column)
{
    for (auto pair = pairs.crbegin(); pair != pairs.crend(); ++pair) {
        if ((*pair).*From == column)
            return (*pair).*To;
    }
    return noSuchKey(column);
}

Result<QStringList> sorted(const QList<ColumnPair> &pairs, QStringList left)
{
    QStringList result;
    while (!left.isEmpty()) {
        QStringList next;
        for (const QString &column : std::as_const(left)) {
            const bool waits = std::ranges::any_of(pairs, [&](const ColumnPair &pair) {
                return pair.second == column && left.contains(pair.first);
            });
            if (!waits)
                next << column;
        }
        if (next.isEmpty()) {
            return failure(Error {.code = ErrorCode::BadInput,
                .message = u"Circular dependency detected."_s,
                .exception = u"CircularDependencyError"_s});
        }
        left.removeIf([&](const QString &column) { return next.contains(column); });
        result << next;
    }
    return result;
}

} // namespace

Result<void> placeColumn(const QString &column, const QString &givenBefore, const QString &givenAfter,
    const ColumnsBefore &columns, QList<ColumnPair> &pairs)
{
    QString before = givenBefore;
    QString after = givenAfter;
    const QStringList &existing = columns.existing;
    if (!columns.isReordered && !after.isEmpty() && before.isEmpty()) {
        if (const qsizetype at = existing.indexOf(after); at >= 0) {
            before = existing.value(at + 1);
        } else {
            const Result<QString> next = neighbour<&ColumnPair::first, &ColumnPair::second>(pairs, after);
            if (!next)
                return failure(next.error());
            before = *next;
        }
    }
    if (!columns.isReordered && !before.isEmpty() && after.isEmpty()) {
        if (const qsizetype at = existing.indexOf(before); at >= 0) {
            after = at > 0 ? existing.at(at - 1) : QString();
        } else {
            const Result<QString> previous = neighbour<&ColumnPair::second, &ColumnPair::first>(pairs, before);
            if (!previous)
                return failure(previous.error());
            after = *previous;
        }
    }
    if (!before.isEmpty())
        pairs << ColumnPair {column, before};
    if (!after.isEmpty())
        pairs << ColumnPair {after, column};
    if (!columns.isReordered && before.isEmpty() && after.isEmpty() && !existing.isEmpty())
        pairs << ColumnPair {existing.constLast(), column};
    return {};
}

Result<QStringList> orderedColumns(const QStringList &all, const QStringList &existing,
    const QList<QStringList> &reordering, const QList<ColumnPair> &added)
{
    QList<ColumnPair> pairs;
    for (const QStringList &group : reordering) {
        for (qsizetype i = 1; i < group.size(); ++i)
            pairs << ColumnPair {group.at(i - 1), group.at(i)};
    }
    if (reordering.isEmpty()) {
        for (qsizetype i = 1; i < existing.size(); ++i)
            pairs << ColumnPair {all.value(i - 1), existing.at(i)};
    }
    pairs << added;
    pairs.removeIf([](const ColumnPair &pair) { return pair.first == pair.second; });
    return sorted(pairs, all);
}

} // namespace Migrations::Operations
