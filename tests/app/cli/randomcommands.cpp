#include "tests/app/cli/randomcommands.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

namespace {

/// Draws the words of command lines.
class Words final
{
public:
    Words(unsigned seed, const RevisionGraph &graph)
        : m_random(seed)
        , m_graph(graph)
        , m_symbols(seed + 100'000)
    {
    }

    [[nodiscard]] int below(int bound) { return int(m_random() % unsigned(bound)); }
    [[nodiscard]] QString id() { return m_graph.ids().at(below(int(m_graph.ids().size()))); }

    /// What both command lines take as a word: nothing empty, nothing that looks like an option.
    [[nodiscard]] QString symbol()
    {
        static const QRegularExpression usable(u"^(?:-[1-9]|[^-\\s].*)$"_s);
        QStringList words = m_symbols.symbols(m_graph);
        words.removeIf([](const QString &word) { return !usable.match(word).hasMatch(); });
        return words.at(below(int(words.size())));
    }
    /// more often than not a revision
    [[nodiscard]] QString target() { return below(3) == 0 ? symbol() : below(3) == 0 ? u"heads"_s : id(); }
    [[nodiscard]] QString range() { return id() + u':' + id(); }

private:
    std::mt19937 m_random;
    const RevisionGraph &m_graph;
    RandomGraphs m_symbols;
};

QList<QStringList> readingCommands(Words &words)
{
    QList<QStringList> all {{u"history"_s}, {u"history"_s, u"-v"_s}, {u"history"_s, u"-i"_s}, {u"heads"_s},
        {u"heads"_s, u"-v"_s}, {u"heads"_s, u"--resolve-dependencies"_s}, {u"branches"_s}, {u"branches"_s, u"-v"_s},
        {u"history"_s, u"-r"_s, words.range()}, {u"history"_s, u"-r"_s + words.symbol() + u':'},
        {u"show"_s, words.symbol()}, {u"show"_s, words.target()}, {u"upgrade"_s, words.range(), u"--sql"_s},
        {u"upgrade"_s, u"heads"_s, u"--sql"_s}, {u"downgrade"_s, words.range(), u"--sql"_s},
        {u"stamp"_s, words.target(), u"--sql"_s}, {u"stamp"_s, words.range(), u"--sql"_s},
        {u"ensure_version"_s, u"--sql"_s}};
    return all;
}

/// each followed by a look at where the database stands
QList<QStringList> changingCommands(Words &words)
{
    const QList<QStringList> changes {{u"stamp"_s, words.target()}, {u"upgrade"_s, words.target()},
        {u"stamp"_s, words.id(), words.id()}, {u"downgrade"_s, words.target()}, {u"upgrade"_s, u"heads"_s},
        {u"downgrade"_s, words.id()}, {u"stamp"_s, words.target(), u"--purge"_s}, {u"downgrade"_s, u"-1"_s},
        {u"upgrade"_s, u"+1"_s}, {u"ensure_version"_s}};
    QList<QStringList> all;
    for (const QStringList &change : changes)
        all << change << QStringList {u"current"_s} << QStringList {u"history"_s, u"-r"_s, u"current:"_s};
    all << QStringList {u"current"_s, u"-v"_s} << QStringList {u"show"_s, u"current"_s};
    return all;
}

/// their files are compared afterwards
QList<QStringList> writingCommands(Words &words)
{
    const QString target = words.target();
    return {{u"edit"_s, words.symbol()}, {u"merge"_s, u"heads"_s, u"--rev-id"_s, u"zm"_s, u"-m"_s, u"join them"_s},
        {u"revision"_s, u"--rev-id"_s, u"zn"_s, u"-m"_s, u"one more"_s},
        {u"revision"_s, u"--rev-id"_s, u"zo"_s, u"--head"_s, target},
        {u"revision"_s, u"--rev-id"_s, u"zp"_s, u"--head"_s, words.id(), u"--splice"_s, u"--branch-label"_s, u"zlabel"_s},
        {u"revision"_s, u"--rev-id"_s, u"zq"_s, u"--head"_s, u"base"_s, u"--depends-on"_s, words.id()},
        {u"merge"_s, words.id(), words.id(), u"--rev-id"_s, u"zr"_s}, {u"heads"_s}, {u"history"_s}, {u"branches"_s},
        {u"upgrade"_s, u"heads"_s, u"--sql"_s}};
}

QString literal(const QStringList &texts)
{
    return texts.isEmpty() ? u"None"_s : u"('"_s + texts.join(u"', '"_s) + u"',)"_s;
}

const QString Environment = u"from alembic import context\n"
                            "from sqlalchemy import create_engine, pool\n"
                            "url = context.config.get_main_option('sqlalchemy.url')\n"
                            "if context.is_offline_mode():\n"
                            "    context.configure(url=url, literal_binds=True)\n"
                            "    with context.begin_transaction():\n"
                            "        context.run_migrations()\n"
                            "else:\n"
                            "    with create_engine(url, poolclass=pool.NullPool).connect() as connection:\n"
                            "        context.configure(connection=connection)\n"
                            "        with context.begin_transaction():\n"
                            "            context.run_migrations()\n"_s;

const QString Template = u"\"\"\"${message}\n\nRevision ID: ${up_revision}\n"
                         "Revises: ${down_revision | comma,n}\nCreate Date: ${create_date}\n\n\"\"\"\n"
                         "revision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n"
                         "branch_labels = ${repr(branch_labels)}\ndepends_on = ${repr(depends_on)}\n\n\n"
                         "def upgrade():\n    ${upgrades if upgrades else \"pass\"}\n\n\n"
                         "def downgrade():\n    ${downgrades if downgrades else \"pass\"}\n"_s;

bool writeFile(const QString &path, const QString &text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

CommandCase CommandCase::random(unsigned seed)
{
    CommandCase it {.nodes = RandomGraphs(seed).nodes()};
    const RevisionGraph graph = RevisionGraph::build(it.nodes);
    Words words(seed, graph);
    it.commands = readingCommands(words);
    it.commands += changingCommands(words);
    it.commands += writingCommands(words);
    return it;
}

bool CommandCase::write(const QString &folder) const
{
    const QString versions = folder + u"/scripts/versions"_s;
    bool done = QDir().mkpath(versions)
        && writeFile(folder + u"/alembic.ini"_s,
            u"[alembic]\nscript_location = %(here)s/scripts\nsqlalchemy.url = sqlite:///%(here)s/data.db\n"_s)
        && writeFile(folder + u"/scripts/env.py"_s, Environment)
        && writeFile(folder + u"/scripts/script.py.mako"_s, Template);
    for (qsizetype index = 0; index < nodes.size(); ++index) {
        const Node &node = nodes[index];
        const QString number = QString::number(index).rightJustified(3, u'0');
        done = done
            && writeFile(u"%1/%2_%3.py"_s.arg(versions, number, node.id),
                u"\"\"\"doc of %1\n\nand more of it\n\"\"\"\nrevision = '%1'\ndown_revision = %2\n"
                "branch_labels = %3\ndepends_on = %4\n\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n"_s
                    .arg(node.id, literal(node.down), literal(node.labels), literal(node.dependsOn)));
    }
    return done;
}
