#include "migrations/project/project.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

class TestSettings : public TestCase
{
    Q_OBJECT

private slots:
    void valuesComeFromTheFirstThatSaysThem();
    void theAddressComesFromTheFirstThatSaysIt_data();
    void theAddressComesFromTheFirstThatSaysIt();
    void partsOfAnAddressAreEncoded();
    void addressesThatCannotBeReadAreToldOf_data();
    void addressesThatCannotBeReadAreToldOf();
    void passwordsAreNotShown();
    void namingConventionsComeFromTheFirstThatHasOne();
    void vitalValuesThatAreNoLiteralsAreProblems();
    void aBrokenFileOfOursIsAnError();
    void everyOptionIsShown();

private:
    [[nodiscard]] static QProcessEnvironment environment(const QString &assignments)
    {
        QProcessEnvironment variables;
        for (const QString &assignment : assignments.split(u' ', Qt::SkipEmptyParts))
            variables.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
        return variables;
    }
    [[nodiscard]] static Result<std::shared_ptr<const Project>> open(
        const ProjectFolder &folder, const QString &variables = {})
    {
        return Project::open(folder.path(), u"alembic"_s, environment(variables));
    }
    [[nodiscard]] static Setting setting(const Project &project, const QString &name)
    {
        for (const Setting &setting : project.settings().all()) {
            if (setting.name == name)
                return setting;
        }
        return {};
    }
};

void TestSettings::valuesComeFromTheFirstThatSaysThem()
{
    const ProjectFolder folder;
    folder.write(u"scripts/env.py"_s,
        u"context.configure(connection=c, version_table='script', version_table_schema='ops',\n"
        "    transaction_per_migration=True, compare_type=mine)\n"_s);
    folder.write(u"stillroom.toml"_s, u"version_table = \"own\"\n"_s);
    const auto project = open(folder).value();
    const Settings &settings = project->settings();
    QCOMPARE(settings.text(SettingKey::VersionTable), u"own"_s);
    QCOMPARE(settings.value(SettingKey::VersionTable).source.toText(folder.path()), u"stillroom.toml:1"_s);
    QCOMPARE(settings.text(SettingKey::VersionTableSchema), u"ops"_s);
    QCOMPARE(settings.value(SettingKey::VersionTableSchema).source.toText(folder.path()), u"scripts/env.py:1"_s);
    QVERIFY(settings.isSet(SettingKey::TransactionPerMigration));
    QCOMPARE(settings.value(SettingKey::RenderAsBatch).source.toText(folder.path()), u"default"_s);
    QVERIFY(!settings.isSet(SettingKey::RenderAsBatch));
    QVERIFY(settings.isSet(SettingKey::CompareType));
    QVERIFY(settings.value(SettingKey::CompareType).remark.contains(u"stillroom.toml"_s));
    QCOMPARE(settings.versionTable().table, u"own"_s);
    QCOMPARE(settings.versionTable().schema, u"ops"_s);
    QVERIFY(settings.versionTable().hasPrimaryKey);
    QCOMPARE(settings.problems().size(), 0);
}

void TestSettings::theAddressComesFromTheFirstThatSaysIt_data()
{
    QTest::addColumn<QString>("ini");
    QTest::addColumn<QString>("toml");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("dotEnv");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *name, const QStringList &files, const QString &variables, const QString &url,
                         const QString &source) {
        QTest::newRow(name) << files[0] << files[1] << files[2] << files[3] << variables << url << source;
    };
    const QString placeholder = u"driver://user:pass@localhost/dbname"_s;
    const QString ini = u"sqlite:///ini"_s;
    const QString toml = u"url = 'sqlite:///toml'"_s;
    const QString script = u"config.set_main_option('sqlalchemy.url', os.environ['APP_DB'])\n"_s;
    row("stillroom.toml first", {ini, toml, script, u"APP_DB=sqlite:///x"_s}, u"DATABASE_URL=sqlite:///v"_s,
        u"sqlite:///toml"_s, u"stillroom.toml:1"_s);
    row("then env.py", {ini, u""_s, script, u"APP_DB=sqlite:///x"_s}, u"DATABASE_URL=sqlite:///v"_s, u"sqlite:///x"_s,
        u"$APP_DB (.env:1)"_s);
    row("a process's variable before a file's", {ini, u""_s, script, u"APP_DB=sqlite:///x"_s}, u"APP_DB=sqlite:///p"_s,
        u"sqlite:///p"_s, u"$APP_DB"_s);
    row("then the ini file", {ini, u""_s, u""_s, u"DATABASE_URL=sqlite:///x"_s}, u"DATABASE_URL=sqlite:///v"_s, ini,
        u"alembic.ini:3"_s);
    row("then variables", {placeholder, u""_s, u""_s, u"DATABASE_URL=sqlite:///x"_s}, u"DATABASE_URL=sqlite:///v"_s,
        u"sqlite:///v"_s, u"$DATABASE_URL"_s);
    row("then .env", {u""_s, u""_s, u""_s, u"SQLALCHEMY_DATABASE_URI=postgresql+asyncpg://h/d"_s}, u""_s,
        u"postgresql+asyncpg://h/d"_s, u"$SQLALCHEMY_DATABASE_URI (.env:1)"_s);
    row("parts", {placeholder, u""_s, u""_s,
                     u"DB_HOST=db\nDB_PORT=5433\nPOSTGRES_USER=app\nPOSTGRES_PASSWORD=p\nPOSTGRES_DB=mas\n"_s},
        u""_s, u"postgresql://app:p@db:5433/mas"_s, u"$DB_HOST (.env:1)"_s);
    row("parts of two places", {placeholder, u""_s, u""_s, u"POSTGRES_SERVER=db\nPOSTGRES_DB=a\n"_s},
        u"POSTGRES_DB=b"_s, u"postgresql://db/b"_s, u"$POSTGRES_SERVER (.env:1)"_s);
    row("only a database", {u""_s, u""_s, u""_s, u"DB_NAME=a"_s}, u""_s, u"postgresql:///a"_s, u"$DB_NAME (.env:1)"_s);
    row("libpq's own", {placeholder, u""_s, u""_s, u""_s}, u"PGSERVICE=shop"_s, u"postgresql://"_s, u"$PGSERVICE"_s);
    row("libpq reads no .env", {placeholder, u""_s, u""_s, u"PGHOST=x"_s}, u""_s, u""_s, u"default"_s);
    row("a password is no address", {placeholder, u""_s, u""_s, u"DB_PASSWORD=x\nPOSTGRES_USER=y"_s}, u"PGPASSWORD=z"_s,
        u""_s, u"default"_s);
}

void TestSettings::theAddressComesFromTheFirstThatSaysIt()
{
    QFETCH(QString, ini);
    QFETCH(QString, toml);
    QFETCH(QString, script);
    QFETCH(QString, dotEnv);
    QFETCH(QString, variables);
    QFETCH(QString, url);
    QFETCH(QString, source);
    const ProjectFolder folder;
    folder.writeConfig(ini);
    folder.write(u"stillroom.toml"_s, toml);
    folder.write(u"scripts/env.py"_s, script);
    folder.write(u".env"_s, dotEnv);
    const auto project = open(folder, variables).value();
    QCOMPARE(project->url(), url);
    QCOMPARE(project->settings().address().source.toText(folder.path()), source);
    QCOMPARE(project->problems().size(), 0);
    QCOMPARE(project->databaseUrl().has_value(), !url.isEmpty());
    QCOMPARE(project->databaseUrl(u"sqlite://"_s)->database(), QString());
}

void TestSettings::partsOfAnAddressAreEncoded()
{
    const ProjectFolder folder;
    folder.writeConfig({});
    folder.write(u".env"_s,
        u"DB_HOST=/run/pg sql\nDB_PORT=5433\nDB_USER='a b@c'\nDB_PASSWORD='p:w/%@'\nDB_NAME=shop\n"_s);
    const Database::DatabaseUrl url = open(folder).value()->databaseUrl().value();
    QCOMPARE(url.user(), u"a b@c"_s);
    QCOMPARE(url.password(), u"p:w/%@"_s);
    QCOMPARE(url.host(), u"/run/pg sql"_s);
    QCOMPARE(url.port(), 5433);
    QCOMPARE(url.database(), u"shop"_s);
}

void TestSettings::addressesThatCannotBeReadAreToldOf_data()
{
    QTest::addColumn<QString>("ini");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("problems");
    QTest::addColumn<QString>("nextStep");
    const QString unreadable = u"\nconfig.set_main_option('sqlalchemy.url', str(settings.URL))\n"_s;
    const QString missing = u"\nconfig.set_main_option('sqlalchemy.url', os.environ['APP_DB'])\n"_s;
    QTest::newRow("nothing else") << QString() << unreadable << QString() << 0 << u"stillroom.toml"_s;
    QTest::newRow("the file's may be a left-over")
        << u"sqlite:///ini"_s << unreadable << u"sqlite:///ini"_s << 1 << u"stillroom.toml"_s;
    // Alembic would stop with a KeyError
    QTest::newRow("not set") << u"sqlite:///ini"_s << missing << QString() << 0 << u"Set APP_DB"_s;
}

void TestSettings::addressesThatCannotBeReadAreToldOf()
{
    QFETCH(QString, ini);
    QFETCH(QString, script);
    QFETCH(QString, url);
    QFETCH(int, problems);
    QFETCH(QString, nextStep);
    const ProjectFolder folder;
    folder.writeConfig(ini);
    folder.write(u"scripts/env.py"_s, script);
    const auto project = open(folder).value();
    QCOMPARE(project->url(), url);
    QCOMPARE(project->problems().size(), problems);
    const Error error = problems > 0 ? project->problems()[0] : project->databaseUrl().error();
    QCOMPARE(error.at.file, folder.path(u"scripts/env.py"_s));
    QCOMPARE(error.at.line, 2);
    QVERIFY2(error.nextStep.contains(nextStep), qPrintable(error.nextStep));
    QVERIFY(!setting(*project, u"url"_s).remark.isEmpty());
}

void TestSettings::passwordsAreNotShown()
{
    for (const QString &url : {u"postgresql://u:hunter2@h/d"_s, u"postgresql://h/d?password=hunter2"_s,
             u"mysql://u:hunter2@h/d"_s, u"u:hunter2@h"_s}) {
        const ProjectFolder folder;
        folder.writeConfig(url);
        const auto project = open(folder).value();
        QCOMPARE(project->url(), url);
        const QString shown = setting(*project, u"url"_s).text;
        QVERIFY2(shown.contains(u"***"_s) && !shown.contains(u"hunter2"_s), qPrintable(shown));
    }
}

void TestSettings::namingConventionsComeFromTheFirstThatHasOne()
{
    const ProjectFolder folder;
    folder.write(u"scripts/env.py"_s,
        u"m = MetaData(naming_convention={'pk': 'script'})\ncontext.configure(c, target_metadata=m)\n"_s);
    QCOMPARE(open(folder).value()->settings().namingConvention(),
        (Dialects::NamingConvention {{u"pk"_s, u"script"_s}}));
    folder.write(u"stillroom.toml"_s, u"[naming_convention]\nuq = 'own'\n"_s);
    const auto project = open(folder).value();
    QCOMPARE(project->settings().namingConvention(), (Dialects::NamingConvention {{u"uq"_s, u"own"_s}}));
    QCOMPARE(setting(*project, u"naming_convention.uq"_s).source.toText(folder.path()), u"stillroom.toml:2"_s);
}

void TestSettings::vitalValuesThatAreNoLiteralsAreProblems()
{
    const ProjectFolder folder;
    folder.write(u"scripts/env.py"_s,
        u"context.configure(connection=c, version_table=settings.TABLE, target_metadata=Base.metadata)\n"_s);
    const auto project = open(folder).value();
    QCOMPARE(project->problems().size(), 1);
    QCOMPARE(project->problems()[0].at, (SourceLocation {folder.path(u"scripts/env.py"_s), 1, 47}));
    QVERIFY(project->problems()[0].nextStep.contains(u"stillroom.toml"_s));
    QVERIFY(!setting(*project, u"naming_convention"_s).remark.isEmpty());
    folder.write(u"stillroom.toml"_s, u"version_table = \"own\"\n"_s);
    QCOMPARE(open(folder).value()->problems().size(), 0);
}

void TestSettings::aBrokenFileOfOursIsAnError()
{
    const ProjectFolder folder;
    folder.write(u"stillroom.toml"_s, u"\nversion_table = own\n"_s);
    const auto project = open(folder);
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::Syntax);
    QCOMPARE(project.error().at.line, 2);
}

void TestSettings::everyOptionIsShown()
{
    const ProjectFolder folder;
    folder.writeConfig(u"sqlite:///data.db"_s,
        u"timezone = UTC\ndatabases = a, b\n[post_write_hooks]\nhooks = black\nblack.type = exec\n"_s);
    const auto project = open(folder).value();
    QCOMPARE(setting(*project, u"config"_s).text, folder.path(u"alembic.ini"_s));
    QCOMPARE(setting(*project, u"script_location"_s).source.toText(folder.path()), u"alembic.ini:2"_s);
    QCOMPARE(setting(*project, u"version_locations"_s).source.toText(), u"default"_s);
    QCOMPARE(setting(*project, u"timezone"_s).text, u"UTC"_s);
    QCOMPARE(setting(*project, u"databases"_s).text, u"a, b"_s);
    QCOMPARE(setting(*project, u"post_write_hooks"_s).text, u"black"_s);
    QVERIFY(!setting(*project, u"post_write_hooks"_s).remark.isEmpty());
    for (const SettingDefinition &definition : settingDefinitions())
        QCOMPARE(setting(*project, definition.name).text, definition.otherwise);
    QCOMPARE(setting(*project, u"journal.table"_s).text, u"false"_s);
    QVERIFY(!project->settings().hasJournalTable());
    folder.write(u"stillroom.toml"_s, u"[journal]\ntable = true\n"_s);
    const auto again = open(folder).value();
    QVERIFY(again->settings().hasJournalTable());
    QCOMPARE(setting(*again, u"journal.table"_s).source.toText(folder.path()), u"stillroom.toml:2"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
