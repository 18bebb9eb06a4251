// bench-makeproject KIND COUNT FOLDER: writes a project of that many revisions.
//
//   linear     each revision after the one before
//   branched   in every ten revisions a branch of four beside the trunk, and its merge
//   large      revisions of 50 MB each
//   tables     each revision creates a table with an index and a reference to the one before
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

// What the functions of a revision do, with the name of a table after its number.
struct Bodies {
    std::string upgrade;
    std::string downgrade;
};

Bodies columnBodies(int number, int changes)
{
    return {
        columns("    op.add_column('account', sa.Column('value_{}_{}', sa.String(length=50), nullable=True))\n", number, changes),
        columns("    op.drop_column('account', 'value_{}_{}')\n", number, changes)};
}

Bodies tableBodies(int number)
{
    const std::string reference = number == 0
        ? ""
        : std::format("    sa.ForeignKeyConstraint(['parent_id'], ['table_{}.id'], ondelete='CASCADE'),\n", number - 1);
    return {std::format("    op.create_table('table_{0}',\n    sa.Column('id', sa.Integer(), nullable=False),\n"
                        "    sa.Column('name', sa.String(length=100), nullable=False),\n"
                        "    sa.Column('email', sa.String(length=255), nullable=True),\n"
                        "    sa.Column('is_active', sa.Boolean(), server_default=sa.text('true'), nullable=False),\n"
                        "    sa.Column('amount', sa.Numeric(precision=10, scale=2), nullable=True),\n"
                        "    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=True),\n"
                        "    sa.Column('parent_id', sa.Integer(), nullable=True),\n{1}"
                        "    sa.PrimaryKeyConstraint('id'),\n    sa.UniqueConstraint('email', name='uq_table_{0}_email')\n    )\n"
                        "    op.create_index(op.f('ix_table_{0}_name'), 'table_{0}', ['name'], unique=False)\n",
                number, reference),
        std::format("    op.drop_index(op.f('ix_table_{0}_name'), table_name='table_{0}')\n    op.drop_table('table_{0}')\n", number)};
}

// what `alembic revision --autogenerate` writes, of the usual size
std::string script(const Revision &revision, int number, const Bodies &bodies)
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
        + "def upgrade() -> None:\n    \"\"\"Upgrade schema.\"\"\"\n" + bodies.upgrade
        + "\n\ndef downgrade() -> None:\n    \"\"\"Downgrade schema.\"\"\"\n" + bodies.downgrade;
}

constexpr const char *OnlineScript
    = "from alembic import context\nfrom sqlalchemy import create_engine, pool\n\n"
      "engine = create_engine(context.config.get_main_option('sqlalchemy.url'), poolclass=pool.NullPool)\n"
      "with engine.connect() as connection:\n    context.configure(connection=connection)\n"
      "    with context.begin_transaction():\n        context.run_migrations()\n";
constexpr const char *OfflineScript
    = "from alembic import context\n\n"
      "context.configure(url=context.config.get_main_option('sqlalchemy.url'), literal_binds=True,\n"
      "    dialect_opts={'paramstyle': 'named'})\n"
      "with context.begin_transaction():\n    context.run_migrations()\n";

void makeAlembic(const fs::path &folder, const std::vector<Revision> &revisions, const std::string &kind)
{
    constexpr int Changes = 6; // 1.5 KB
    constexpr int ManyChanges = 350'000; // 50 MB
    const bool hasTables = kind == "tables";
    fs::create_directories(folder / "scripts/versions");
    write(folder / "alembic.ini",
        std::format("[alembic]\nscript_location = %(here)s/scripts\nsqlalchemy.url = {}\n",
            hasTables ? "postgresql://app@localhost/app" : "sqlite:///%(here)s/data.db"));
    write(folder / "scripts/env.py", hasTables ? OfflineScript : OnlineScript);
    for (std::size_t i = 0; i < revisions.size(); ++i) {
        const std::string name = std::format("{}_values_of_{}.py", revisions[i].id, i);
        const Bodies bodies
            = hasTables ? tableBodies(int(i)) : columnBodies(int(i), kind == "large" ? ManyChanges : Changes);
        write(folder / "scripts/versions" / name, script(revisions[i], int(i), bodies));
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
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const int count = arguments.size() == 3 ? std::atoi(arguments[1].c_str()) : 0;
    if (count < 1) {
        std::cerr << "usage: bench-makeproject linear|branched|large|tables|dbmate COUNT FOLDER\n";
        return 2;
    }
    const std::string &kind = arguments[0];
    if (kind == "dbmate")
        makeDbmate(arguments[2], count);
    else
        makeAlembic(arguments[2], kind == "branched" ? branched(count) : linear(count), kind);
    return std::cout.flush() ? 0 : 1;
}
