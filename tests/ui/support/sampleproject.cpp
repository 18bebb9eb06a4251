#include "tests/ui/support/sampleproject.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

SampleProject::SampleProject()
{
    write(QStringLiteral("alembic.ini"),
        QStringLiteral("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///app.db\n"));
    write(QStringLiteral("migrations/env.py"), QStringLiteral("# read, never run\n"));
    writeRevision(QStringLiteral("001_accounts"), {}, QStringLiteral("Add accounts"),
        QStringLiteral("op.create_table('accounts', sa.Column('id', sa.Integer(), nullable=False),\n"
                       "                    sa.PrimaryKeyConstraint('id'))\n"
                       "    op.create_table('old', sa.Column('id', sa.Integer()))"),
        QStringLiteral("op.drop_table('old')\n    op.drop_table('accounts')"));
    writeRevision(QStringLiteral("002_names"), QStringLiteral("001_accounts"), QStringLiteral("账户名称"),
        QStringLiteral("op.add_column('accounts', sa.Column('name', sa.String(50)))\n    print('✓ 完成')"),
        QStringLiteral("op.drop_column('accounts', 'name')"));
    writeRevision(QStringLiteral("003_cleanup"), QStringLiteral("002_names"), QStringLiteral("Drop what is old"),
        QStringLiteral("op.drop_table('old')"),
        QStringLiteral("answer = input('Really? (yes/no): ')\n"
                       "    if answer != 'yes':\n"
                       "        raise RuntimeError('not wanted')\n"
                       "    op.create_table('old', sa.Column('id', sa.Integer()))"));
}

QString SampleProject::revisionPath(const QString &id) const
{
    return m_folder.filePath(QStringLiteral("migrations/versions/%1.py").arg(id));
}

void SampleProject::writeRevision(const QString &id, const QString &down, const QString &doc, const QString &upgrade,
    const QString &downgrade) const
{
    const QString parent = down.isEmpty() ? QStringLiteral("None") : QStringLiteral("'%1'").arg(down);
    write(QStringLiteral("migrations/versions/%1.py").arg(id),
        QStringLiteral("\"\"\"%1\n\nRevision ID: %2\nRevises: %3\nCreate Date: 2025-01-30 10:00:00.000000\n\n\"\"\"\n"
                       "from alembic import op\nimport sqlalchemy as sa\n\n"
                       "revision = '%2'\ndown_revision = %4\nbranch_labels = None\ndepends_on = None\n\n\n"
                       "def upgrade():\n    %5\n\n\ndef downgrade():\n    %6\n")
            .arg(doc, id, down, parent, upgrade, downgrade));
}

void SampleProject::write(const QString &relativePath, const QString &text) const
{
    const QString path = m_folder.filePath(relativePath);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %ls", qUtf16Printable(path));
}
