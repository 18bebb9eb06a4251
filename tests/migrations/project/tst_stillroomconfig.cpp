#include "migrations/project/stillroomconfig.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

class TestStillroomConfig : public TestCase
{
    Q_OBJECT

private slots:
    void everyKeyIsRead();
    void nothingIsNeeded();
    void wrongTypesAreErrors_data();
    void wrongTypesAreErrors();
    void whatMayBeMeantOtherwiseIsAProblem_data();
    void whatMayBeMeantOtherwiseIsAProblem();
};

void TestStillroomConfig::everyKeyIsRead()
{
    QByteArray text = "url = \"postgresql://app@localhost/app\"\nshadow_url = \"sqlite://\"\n";
    for (const SettingDefinition &definition : settingDefinitions())
        text += definition.name.toUtf8() + (definition.isFlag ? " = true\n" : " = \"own\"\n");
    text += "[naming_convention]\nix = \"ix_%(column_0_label)s\"\n"
            "[types]\n\"app.models.GUID\" = \"sa.CHAR(36)\"\n[environment]\nSTAGE = \"test\"\n[lint]\nPG003 = \"warning\"\n"
            "[journal]\ntable = true\n";
    const Result<StillroomConfig> config = StillroomConfig::parse(text, u"stillroom.toml"_s);
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    QVERIFY(config->exists);
    QCOMPARE(config->url, (ConfigValue {u"postgresql://app@localhost/app"_s, {u"stillroom.toml"_s, 1, 1}}));
    QCOMPARE(config->shadowUrl->text, u"sqlite://"_s);
    QCOMPARE(config->values.size(), settingDefinitions().size());
    QCOMPARE(config->values.value(SettingKey::VersionTable).text, u"own"_s);
    QCOMPARE(config->values.value(SettingKey::RenderAsBatch).text, u"true"_s);
    QCOMPARE(config->values.value(SettingKey::IncludeSchemas).at.line, 10);
    QCOMPARE(config->namingConvention->value(u"ix"_s).text, u"ix_%(column_0_label)s"_s);
    QCOMPARE(config->types.value(u"app.models.GUID"_s).text, u"sa.CHAR(36)"_s);
    QCOMPARE(config->environment->value(u"STAGE"_s).text, u"test"_s);
    QCOMPARE(config->lint.value(u"PG003"_s).text, u"warning"_s);
    QCOMPARE(config->journalTable.value().text, u"true"_s);
    QCOMPARE(config->problems.size(), 0);
}

void TestStillroomConfig::nothingIsNeeded()
{
    const QTemporaryDir folder;
    const Result<StillroomConfig> config = StillroomConfig::read(folder.path());
    QVERIFY(config);
    QVERIFY(!config->exists);
    QCOMPARE(config->file, folder.filePath(u"stillroom.toml"_s));
    QVERIFY(!config->url && !config->namingConvention);
    QVERIFY(StillroomConfig::parse({}, u"x"_s)->exists);
    QCOMPARE(StillroomConfig::parse("a", u"x"_s).error().code, ErrorCode::Syntax);
}

void TestStillroomConfig::wrongTypesAreErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("number") << QByteArray("\nversion_table = 1\n") << u"version_table must be a text."_s;
    QTest::newRow("quoted flag") << QByteArray("\nrender_as_batch = \"true\"\n")
                                 << u"render_as_batch must be true or false."_s;
    QTest::newRow("list") << QByteArray("\nurl = [\"a\"]\n") << u"url must be a text."_s;
    QTest::newRow("section") << QByteArray("\nlint = \"all\"\n") << u"lint must be a section."_s;
    QTest::newRow("in a section") << QByteArray("[lint]\nPG003 = true\n") << u"lint.PG003 must be a text."_s;
    QTest::newRow("journal") << QByteArray("\njournal = true\n") << u"journal must be a section."_s;
    QTest::newRow("journal's table") << QByteArray("[journal]\ntable = \"yes\"\n")
                                     << u"journal.table must be true or false."_s;
    QTest::newRow("key as section") << QByteArray("\n[version_table]\n") << u"version_table must be a text."_s;
}

void TestStillroomConfig::wrongTypesAreErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const Result<StillroomConfig> config = StillroomConfig::parse(text, u"stillroom.toml"_s);
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::BadInput);
    QCOMPARE(config.error().message, message);
    QCOMPARE(config.error().at.line, 2);
    QVERIFY(!config.error().nextStep.isEmpty());
}

void TestStillroomConfig::whatMayBeMeantOtherwiseIsAProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("nextStep");
    QTest::newRow("nearly a key") << QByteArray("\nversion_tabel = \"x\"\n")
                                  << u"Stillroom does not know the key version_tabel, so it is not used."_s
                                  << u"Did you mean version_table?"_s;
    QTest::newRow("unknown key") << QByteArray("\nq = 1\n")
                                 << u"Stillroom does not know the key q, so it is not used."_s
                                 << u"version_table_schema"_s;
    QTest::newRow("convention") << QByteArray("[naming_convention]\nidx = \"x\"\n")
                                << u"Stillroom does not know the key idx, so it is not used."_s
                                << u"Did you mean ix?"_s;
    QTest::newRow("password") << QByteArray("\nurl = \"postgresql://u:hunter2@h/d\"\n")
                              << u"url has a password, and this file is committed with the project."_s
                              << u"~/.pgpass"_s;
}

void TestStillroomConfig::whatMayBeMeantOtherwiseIsAProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QFETCH(QString, nextStep);
    const Result<StillroomConfig> config = StillroomConfig::parse(text, u"stillroom.toml"_s);
    QVERIFY(config);
    QCOMPARE(config->problems.size(), 1);
    QCOMPARE(config->problems[0].message, message);
    QCOMPARE(config->problems[0].at.line, 2);
    QVERIFY2(config->problems[0].nextStep.contains(nextStep), qPrintable(config->problems[0].nextStep));
}

QTEST_GUILESS_MAIN(TestStillroomConfig)
#include "tst_stillroomconfig.moc"
