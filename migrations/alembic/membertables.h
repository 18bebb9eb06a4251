#pragma once

#include "migrations/alembic/session.h"

#include <algorithm>
#include <span>

namespace Migrations::Alembic {

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
        const auto row = std::ranges::find(m_rows, QStringView(name), &Row::name);
        return row == m_rows.end() ? std::nullopt : std::optional(m_make(m_session, interpreter, *row));
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
