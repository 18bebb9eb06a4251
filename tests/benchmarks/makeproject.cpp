// bench-makeproject KIND COUNT FOLDER: writes a project of that many revisions.
//
//   linear     each revision after the one before
//   branched   in every ten revisions a branch of four beside the trunk, and its merge
//   large      revisions of 50 MB each
//   dbmate     the same number of migrations for dbmate
//
// Prints SQL that puts a new SQLite database half way.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Revision {
    std::string id;
    std::vector<std::string> down;
};

void write(const fs::path &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary);
    if (!(file << text) || !file.flush()) {
        std::cerr << "cannot write " << path << '\n';
        std::exit(1);
    }
}

std::string idOf(int number)
{
    return std::format("{:012x}", number * 7919L + 1);
}

std::vector<Revision> linear(int count)
{
    std::vector<Revision> all;
    for (int i = 0; i < count; ++i)
        all.push_back({idOf(i), i == 0 ? std::vector<std::string>() : std::vector {idOf(i - 1)}});
    return all;
}

// 0 1 2 3 4 are the trunk, 5 6 7 8 branch off 0, 9 merges 4 and 8
std::vector<Revision> branched(int count)
{
    constexpr int Block = 10;
    std::vector<Revision> all = linear(count);
    for (int i = 0; i < count; ++i) {
        if (i % Block == 5)
            all[std::size_t(i)].down = {idOf(i - 5)};
        else if (i % Block == 9)
            all[std::size_t(i)].down = {idOf(i - 5), idOf(i - 1)};
    }
    return all;
}

std::string literal(const std::vector<std::string> &ids)
{
    if (ids.empty())
        return "None";
    return ids.size() == 1 ? std::format("'{}'", ids[0]) : std::format("('{}', '{}')", ids[0], ids[1]);
}

std::string columns(const char *form, int number, int count)
{
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += std::vformat(form, std::make_format_args(number, i));
    return lines;
}

// what `alembic revision --autogenerate` writes, of the usual size
std::string script(const Revision &revision, int number, int changes)
{
    std::string parents;
    for (const std::string &parent : revision.down)
        parents += (parents.empty() ? "" : ", ") + parent;
    return std::format("\"\"\"Add values of {0} to account\n\nRevision ID: {1}\nRevises: {2}\n"
                       "Create Date: 2024-05-06 07:08:09.123456\n\n\"\"\"\nfrom typing import Sequence, Union\n\n"
                       "from alembic import op\nimport sqlalchemy as sa\n\n\n"
                       "# revision identifiers, used by Alembic.\nrevision: str = '{1}'\n"
                       "down_revision: Union[str, Sequence[str], None] = {3}\n"
                       "branch_labels: Union[str, Sequence[str], None] = None\n"
                       "depends_on: Union[str, Sequence[str], None] = None\n\n\n",
               number, revision.id, parents, literal(revision.down))
        + "def upgrade() -> None:\n    \"\"\"Upgrade schema.\"\"\"\n"
        + columns("    op.add_column('account', sa.Column('value_{}_{}', sa.String(length=50), nullable=True))\n", number, changes)
        + "\n\ndef downgrade() -> None:\n    \"\"\"Downgrade schema.\"\"\"\n"
        + columns("    op.drop_column('account', 'value_{}_{}')\n", number, changes);
}

void makeAlembic(const fs::path &folder, const std::vector<Revision> &revisions, int changes)
{
    fs::create_directories(folder / "scripts/versions");
    write(folder / "alembic.ini",
        "[alembic]\nscript_location = %(here)s/scripts\nsqlalchemy.url = sqlite:///%(here)s/data.db\n");
    write(folder / "scripts/env.py",
        "from alembic import context\nfrom sqlalchemy import create_engine, pool\n\n"
        "engine = create_engine(context.config.get_main_option('sqlalchemy.url'), poolclass=pool.NullPool)\n"
        "with engine.connect() as connection:\n    context.configure(connection=connection)\n"
        "    with context.begin_transaction():\n        context.run_migrations()\n");
    for (std::size_t i = 0; i < revisions.size(); ++i) {
        const std::string name = std::format("{}_values_of_{}.py", revisions[i].id, i);
        write(folder / "scripts/versions" / name, script(revisions[i], int(i), changes));
    }
    std::cout << "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                 "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));\n"
              << std::format("INSERT INTO alembic_version VALUES ('{}');\n", revisions[revisions.size() / 2].id);
}

void makeDbmate(const fs::path &folder, int count)
{
    fs::create_directories(folder / "migrations");
    std::cout << "CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY);\n";
    for (int i = 0; i < count; ++i) {
        const std::string version = std::to_string(20240101000000L + i);
        write(folder / "migrations" / (version + "_values.sql"),
            "-- migrate:up\n" + columns("ALTER TABLE account ADD COLUMN value_{}_{} VARCHAR(50);\n", i, 12)
                + "\n-- migrate:down\n" + columns("ALTER TABLE account DROP COLUMN value_{}_{};\n", i, 12));
        if (i <= count / 2)
            std::cout << std::format("INSERT INTO schema_migrations VALUES ('{}');\n", version);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    constexpr int Changes = 6; // 1.5 KB
    constexpr int ManyChanges = 350'000; // 50 MB
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const int count = arguments.size() == 3 ? std::atoi(arguments[1].c_str()) : 0;
    if (count < 1) {
        std::cerr << "usage: bench-makeproject linear|branched|large|dbmate COUNT FOLDER\n";
        return 2;
    }
    const std::string &kind = arguments[0];
    if (kind == "dbmate")
        makeDbmate(arguments[2], count);
    else
        makeAlembic(arguments[2], kind == "branched" ? branched(count) : linear(count), kind == "large" ? ManyChanges : Changes);
    return std::cout.flush() ? 0 : 1;
}
