// A stable sort that stays within its list whatever the script's comparisons say.
#include "migrations/python/builtins.h"

namespace Migrations::Python {

namespace {

struct Keyed {
    Value key;
    Value value;
};

class MergeSort final
{
public:
    MergeSort(Interpreter &interpreter, QList<Keyed> &rows)
        : m_interpreter(interpreter)
        , m_rows(rows)
        , m_spare(rows)
    {
    }

    void run()
    {
        for (qsizetype width = 1; width < m_rows.size(); width *= 2) {
            for (qsizetype low = 0; low < m_rows.size(); low += 2 * width)
                merge(low, std::min(low + width, m_rows.size()), std::min(low + 2 * width, m_rows.size()));
            m_rows.swap(m_spare);
        }
    }

private:
    // Python asks only whether the later one is less
    bool isLess(const Keyed &later, const Keyed &earlier)
    {
        m_interpreter.step();
        return m_interpreter.isTrue(m_interpreter.compare(Comparison::Less, later.key, earlier.key));
    }

    void merge(qsizetype low, qsizetype middle, qsizetype high)
    {
        qsizetype left = low;
        qsizetype right = middle;
        for (qsizetype to = low; to < high; ++to) {
            const bool fromRight = left == middle || (right < high && isLess(m_rows[right], m_rows[left]));
            m_spare[to] = m_rows[fromRight ? right++ : left++];
        }
    }

    Interpreter &m_interpreter;
    QList<Keyed> &m_rows;
    QList<Keyed> m_spare;
};

} // namespace

QList<Value> sortedValues(
    Interpreter &interpreter, const QList<Value> &values, const std::optional<Value> &key, bool reverse)
{
    QList<Keyed> rows;
    for (const Value &value : values) {
        const Value sortKey = key && !key->isNone()
            ? interpreter.callValue(*key, {.positional = {value}, .keywords = {}, .at = interpreter.position()})
            : value;
        rows << Keyed {sortKey, value};
    }
    interpreter.spendBytes(rows.size() * qint64(sizeof(Keyed)));
    // equal ones keep their order in a reversed list, too
    if (reverse)
        std::ranges::reverse(rows);
    MergeSort(interpreter, rows).run();
    if (reverse)
        std::ranges::reverse(rows);
    QList<Value> result;
    for (const Keyed &row : std::as_const(rows))
        result << row.value;
    return result;
}

} // namespace Migrations::Python
