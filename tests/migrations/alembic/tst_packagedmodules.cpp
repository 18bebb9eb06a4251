#include "migrations/alembic/packagedmodules.h"
#include "migrations/alembic/script.h"
#include "migrations/plan/preview.h"
#include "tests/migrations/alembic/recordinghost.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// The types and operations of other packages, as their own sources define them.
class TestPackagedModules : public TestCase
{
    Q_OBJECT

private slots:
    void everyModuleCanBeImported_data();
    void everyModuleCanBeImported();
    void typesAreThoseOfThePackage_data();
    void typesAreThoseOfThePackage();
    void valuesOfConvertedTypesAreRefused();
    void spatialIndexesAreRefused();
    void enumValuesAreReplaced();
    void enumValuesAreRenamed();
    void otherDatabasesHaveNoEnumTypes();
    void entitiesAreThoseOfThePackage_data();
    void entitiesAreThoseOfThePackage();
    void entitiesOfFilesAreRefused();
    void loggedMessagesArePrinted();

private:
    [[nodiscard]] static Result<void> run(RecordingHost &host, const QByteArray &body)
    {
        return Alembic::evaluateScript("from alembic import op\nimport sqlalchemy as sa\n" + body, u"a.py"_s,
            u"upgrade"_s, host);
    }
};

void TestPackagedModules::everyModuleCanBeImported_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : Alembic::packagedModuleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPackagedModules::everyModuleCanBeImported()
{
    QFETCH(const QString, name);
    RecordingHost host;
    const Result<void> done = run(host, "import " + name.toUtf8() + "\nfrom " + name.toUtf8()
            + " import *\ndef upgrade():\n    print(" + name.toUtf8() + ")\n");
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.printed, (QStringList {u"<module '%1'>"_s.arg(name)}));
}

void TestPackagedModules::typesAreThoseOfThePackage_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("postgresql");
    QTest::addColumn<QString>("sqlite");
    const auto row = [](const char *type, const char *postgresql, const char *sqlite) {
        QTest::newRow(type) << QByteArray(type) << QString::fromLatin1(postgresql) << QString::fromLatin1(sqlite);
    };
    row("sqlalchemy_utils.UUIDType()", "UUID", "BINARY(16)");
    row("sqlalchemy_utils.types.uuid.UUIDType(binary=False)", "UUID", "CHAR(32)");
    row("sqlalchemy_utils.UUIDType(native=False)", "BINARY(16)", "BINARY(16)");
    row("sqlalchemy_utils.types.JSONType()", "JSON", "TEXT");
    row("sqlalchemy_utils.EmailType()", "VARCHAR(255)", "VARCHAR(255)");
    row("sqlalchemy_utils.types.color.ColorType()", "VARCHAR(20)", "VARCHAR(20)");
    row("sqlalchemy_utils.URLType", "TEXT", "TEXT");
    row("sqlalchemy_utils.PasswordType(max_length=128)", "BYTEA", "VARBINARY(128)");
    row("sqlalchemy_utils.ChoiceType([('a', 'A')], impl=sa.Integer())", "INTEGER", "INTEGER");
    row("sqlalchemy_utils.ChoiceType([('a', 'A')])", "VARCHAR(255)", "VARCHAR(255)");
    row("fastapi_users_db_sqlalchemy.generics.GUID()", "UUID", "CHAR(36)");
    row("fastapi_users_db_sqlalchemy.generics.TIMESTAMPAware()", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP");
    row("sqlalchemy_jsonfield.JSONField()", "JSON", "JSON");
    row("geoalchemy2.types.Geometry(geometry_type='POINT', srid=4326, spatial_index=False)", "geometry(POINT,4326)",
        "geometry(POINT,4326)");
}

void TestPackagedModules::typesAreThoseOfThePackage()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QString, postgresql);
    QFETCH(const QString, sqlite);
    for (const auto &[dialect, text] : {std::pair(u"postgresql"_s, postgresql), std::pair(u"sqlite"_s, sqlite)}) {
        RecordingHost host(dialect);
        const QByteArray package = type.first(type.indexOf('.'));
        const Result<void> done = run(host, "import " + package
                + "\ndef upgrade():\n    op.add_column('t', sa.Column('c', " + type + "))\n");
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
        QCOMPARE(host.statements, (QStringList {u"ALTER TABLE t ADD COLUMN c "_s + text}));
    }
}

void TestPackagedModules::valuesOfConvertedTypesAreRefused()
{
    RecordingHost host;
    const Result<void> done = run(host,
        "from sqlalchemy_utils import EmailType\ndef upgrade():\n"
        "    op.bulk_insert(sa.table('t', sa.column('c', EmailType())), [{'c': 'A@B'}])\n");
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(u"EmailType"_s), qPrintable(done.error().message));
    QCOMPARE(done.error().at.line, 5);
}

void TestPackagedModules::spatialIndexesAreRefused()
{
    RecordingHost host;
    const Result<void> done = run(host,
        "from geoalchemy2 import Geometry\ndef upgrade():\n    op.add_column('t', sa.Column('c', Geometry('POINT')))\n");
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(u"spatial_index=False"_s), qPrintable(done.error().message));
}

void TestPackagedModules::enumValuesAreReplaced()
{
    RecordingHost host;
    const Result<void> done = run(host,
        "from alembic_postgresql_enum import TableReference\ndef upgrade():\n"
        "    op.sync_enum_values(enum_schema='public', enum_name='mood', new_values=['a', 'b'],\n"
        "        affected_columns=[TableReference(table_schema='public', table_name='t', column_name='c',\n"
        "            existing_server_default=\"'a'::mood\")])\n");
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.statements.size(), 12);
    QCOMPARE(host.statements.first(), u"ALTER TYPE \"public\".\"mood\" RENAME TO mood_old"_s);
    QCOMPARE(host.statements.at(1), u"CREATE TYPE \"public\".\"mood\" AS ENUM('a', 'b')"_s);
    QVERIFY(host.statements.at(7).simplified().endsWith(u"USING \"c\"::text::\"public\".\"mood\""_s));
    QVERIFY2(host.statements.at(8).endsWith(u"SET DEFAULT 'a'::public.mood"_s), qPrintable(host.statements.at(8)));
    QCOMPARE(host.statements.last(), u"DROP TYPE \"public\".\"mood_old\""_s);
}

void TestPackagedModules::enumValuesAreRenamed()
{
    RecordingHost host;
    const Result<void> done = run(host,
        "from alembic_postgresql_enum import ColumnType, TableReference\ndef upgrade():\n"
        "    op.sync_enum_values('public', 'mood', ['b'],\n"
        "        [TableReference('t', 'c', column_type=ColumnType.ARRAY)], [('a', 'b')])\n");
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
    const QString all = host.statements.join(u'\n').simplified();
    QVERIFY2(all.contains(u"USING array_replace(\"c\"::text[], 'a', 'b')::\"public\".\"mood\"[]"_s), qPrintable(all));
    QVERIFY(all.contains(u"CASE WHEN old_enum_val::text = 'a' THEN 'b' ELSE old_enum_val::text END;"_s));
}

void TestPackagedModules::otherDatabasesHaveNoEnumTypes()
{
    RecordingHost host(u"sqlite"_s);
    QVERIFY(run(host, "def upgrade():\n    op.sync_enum_values('public', 'mood', ['a'], [])\n").has_value());
    QCOMPARE(host.statements, QStringList());
}

namespace {

constexpr char EntityImports[] = "from alembic_utils.pg_extension import PGExtension\n"
                                 "from alembic_utils.pg_function import PGFunction\n"
                                 "from alembic_utils.pg_grant_table import PGGrantTable, PGGrantTableChoice\n"
                                 "from alembic_utils.pg_materialized_view import PGMaterializedView\n"
                                 "from alembic_utils.pg_policy import PGPolicy\n"
                                 "from alembic_utils.pg_trigger import PGTrigger\n"
                                 "from alembic_utils.pg_view import PGView\n"
                                 "from pathlib import Path\n";

} // namespace

// entities.txt was written with the package's own sources beside Alembic
void TestPackagedModules::entitiesAreThoseOfThePackage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/alembic/entities.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &part : QString::fromUtf8(file.readAll()).split(u"\n### "_s).mid(1)) {
        const QString directive = part.section(u'\n', 0, 0);
        const QString entity = part.section(u'\n', 1, 1);
        QTest::newRow(qPrintable(directive + u' ' + entity))
            << ("def upgrade():\n    e = " + entity.toUtf8() + "\n    " + directive.toUtf8() + '\n')
            << part.section(u"\n---\n"_s, 1).trimmed();
    }
}

void TestPackagedModules::entitiesAreThoseOfThePackage()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, expected);
    for (const QString &dialect : {u"postgresql"_s, u"sqlite"_s}) {
        RecordingHost host(dialect);
        const Result<void> done = run(host, EntityImports + body);
        QString text;
        for (const QString &statement : std::as_const(host.statements))
            text += Plan::statementText(statement) + u";\n\n"_s;
        if (!done)
            text = u"CRASHED: "_s + done.error().message;
        QCOMPARE(text.trimmed(), expected);
    }
}

void TestPackagedModules::entitiesOfFilesAreRefused()
{
    RecordingHost host;
    const Result<void> done = run(host,
        EntityImports + QByteArray("def upgrade():\n    op.create_entity(PGView.from_path(Path('a') / 'b.sql'))\n"));
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::Unsupported);
    QVERIFY2(done.error().message.contains(u"Path.open"_s), qPrintable(done.error().message));
    QCOMPARE(done.error().at.line, 12);
}

void TestPackagedModules::loggedMessagesArePrinted()
{
    RecordingHost host;
    const Result<void> done = run(host,
        "from loguru import logger\nlogger.remove(0)\nlogger.add('a.log', level='INFO')\ndef upgrade():\n"
        "    logger.info('plain {x}')\n    logger.bind(user=1).warning('with {} and {b}', 1, b=2)\n"
        "    logger.log('DEBUG', 'last')\n");
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.printed, (QStringList {u"plain {x}"_s, u"with 1 and 2"_s, u"last"_s}));
}

QTEST_GUILESS_MAIN(TestPackagedModules)
#include "tst_packagedmodules.moc"
