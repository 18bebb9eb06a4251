#pragma once

#include "migrations/alembic/session.h"

#include <span>

namespace Migrations::Alembic {

/// The row of that name, the first if there are more; null: there is none. Several tables are asked for each
/// name that a script uses, so rows that begin otherwise are passed over quickly.
template<class Row>
[[nodiscard]] const Row *rowNamed(std::span<const Row> rows, QStringView name)
{
    if (name.isEmpty())
        return nullptr;
    for (const Row &row : rows) {
        if (row.name.size() == name.size() && row.name.front() == name.front() && row.name == name)
            return &row;
    }
    return nullptr;
}

/// The rows of a table of ours as members of a module: a row has a `name`, and `make` turns it into the
/// value when a script asks for it. The rows and the session outlive it.
template<class Row>
class RowTable final : public Python::MemberTable
{
public:
    using Make = Python::Value (*)(Session &, Python::Interpreter &, const Row &);
    RowTable(Session &session, std::span<const Row> rows, Make make) : m_session(session), m_rows(rows), m_make(make) {}

    [[nodiscard]] std::optional<Python::Value> make(
        Python::Interpreter &interpreter, const QString &name) const override
    {
        const Row *row = rowNamed(m_rows, name);
        return row ? std::optional(m_make(m_session, interpreter, *row)) : std::nullopt;
    }
    [[nodiscard]] QStringList names() const override
    {
        QStringList names;
        for (const Row &row : m_rows)
            names << row.name.toString();
        return names;
    }

private:
    Session &m_session;
    const std::span<const Row> m_rows;
    const Make m_make;
};

template<class Row>
void addRows(Session &session, Python::ModuleObject &module, std::span<const Row> rows, typename RowTable<Row>::Make make)
{
    module.tables.push_back(std::make_unique<RowTable<Row>>(session, rows, make));
}

} // namespace Migrations::Alembic
