#include "tests/app/cli/squashfolder.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

void addRevisions(const ProjectFolder &folder)
{
    const auto write = [&folder](const QString &name, const QString &text) {
        folder.write(u"scripts/versions/%1.py"_s.arg(name), text);
    };
    write(u"a1"_s,
        u"\"\"\"create users\n\nRevision ID: a1\n\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n"
        "revision = 'a1'\ndown_revision = None\nbranch_labels = ('main',)\ndepends_on = None\nTABLE = 'users'\n\n"
        "def columns():\n    return [sa.Column('id', sa.Integer, primary_key=True), sa.Column('name', sa.String(20))]\n\n"
        "def upgrade():\n    op.create_table(TABLE, *columns())\n\n\ndef downgrade():\n    op.drop_table(TABLE)\n"_s);
    write(u"a2"_s,
        u"from __future__ import annotations\n\nfrom alembic import op\nimport sqlalchemy as sa\nrevision: str = 'a2'\n"
        "down_revision: str | None = 'a1'\nTABLE = \"orders\"\n\ndef columns() -> list[sa.Column]:\n"
        "    return [sa.Column('id', sa.Integer, primary_key=True), sa.Column('note', sa.Text)]\n\n"
        "def upgrade() -> None:\n    op.create_table(TABLE, *columns())\n\ndef downgrade() -> None:\n    op.drop_table(TABLE)\n"_s);
    write(u"a3"_s,
        u"\"\"\"fill\nthem\n\"\"\"\r\nfrom alembic import op\r\nrevision = 'a3'\r\ndown_revision = 'a2'\r\n\r\n"
        "SQL = \"\"\"INSERT INTO orders (id, note) VALUES (1, 'first\n  line two\n\tline three')\"\"\"\r\n\r\n"
        "def upgrade():\r\n\top.execute(SQL)\r\n\tfor number in (2, 3):\r\n"
        "\t\top.execute(\r\n\"INSERT INTO orders (id, note) VALUES (%d, 'x')\" % number)\r\n\r\n"
        "def downgrade():\r\n\top.execute('DELETE FROM orders')\r\n"_s);
    write(u"a4"_s,
        u"from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'a4'\ndown_revision = 'a3'\n\n"
        "if True:\n    NAME = 'total'\n\ndef upgrade():\n"
        "    op.add_column('orders', sa.Column(NAME, sa.Integer, nullable=True))\n"
        "    op.execute('UPDATE orders SET total = id * 10')\n\n"
        "def downgrade():\n    with op.batch_alter_table('orders') as batch:\n        batch.drop_column(NAME)\n"_s);
    write(u"a5"_s,
        u"from alembic import op\nimport sqlalchemy as sa\nrevision = 'a5'\ndown_revision = \"a4\"  # the squash ends there\n"
        "def upgrade():\n    op.create_index('ix_name', 'users', ['name'])\n"
        "def downgrade():\n    op.drop_index('ix_name', table_name='users')\n"_s);
    folder.write(u"state.py"_s,
        u"import json, sys, sqlalchemy as sa\nengine = sa.create_engine(sys.argv[1])\ninspector = sa.inspect(engine)\n"
        "state = {}\nwith engine.connect() as connection:\n    for table in sorted(inspector.get_table_names()):\n"
        "        columns = [(c['name'], str(c['type']), c['nullable']) for c in inspector.get_columns(table)]\n"
        "        rows = [] if table == 'alembic_version' else sorted(map(str, connection.execute(sa.text('SELECT * FROM ' + table))))\n"
        "        state[table] = [columns, sorted(i['name'] for i in inspector.get_indexes(table)), rows]\n"
        "print(json.dumps(state, sort_keys=True))\n"_s);
}

QString stateOf(const ProjectFolder &folder, const QString &url)
{
    QProcess python;
    python.setWorkingDirectory(folder.path());
    python.start(u"python3"_s, {u"state.py"_s, url});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    return QString::fromUtf8(python.readAllStandardOutput());
}

QMap<QString, QByteArray> filesOf(const ProjectFolder &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder.path(u"scripts"_s), {u"*.py"_s, u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        files.insert(file.fileName().sliced(folder.path(u"scripts/"_s).size()), file.readAll());
    }
    return files;
}

CommandRun squash(const ProjectFolder &folder, const QStringList &arguments)
{
    return CommandRun::of(QStringList {u"-c"_s, folder.path(), u"squash"_s} + arguments);
}
