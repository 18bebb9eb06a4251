#include "migrations/project/alembicconfig.h"
#include "migrations/project/project.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// pyproject.toml alone and beside an alembic.ini. Debian's Alembic does not read it yet: what is
/// expected here is what the documentation and the source of Alembic 1.16 say.
class TestConfigSources : public TestCase
{
    Q_OBJECT

private slots:
    void whatIsNamedIsRead_data();
    void whatIsNamedIsRead();
    void migrationsWithoutAnIniFileOpen();
    void everyOptionIsReadFromToml();
    void theIniFileComesFirst();
    void otherSectionsAreOfTheIniFile();
    void wrongValuesNameTheirLine_data();
    void wrongValuesNameTheirLine();

private:
    [[nodiscard]] Result<AlembicConfig> read(const ProjectFolder &folder) const
    {
        return ConfigSources::read(folder.path()).and_then([&](const ConfigSources &sources) {
            return AlembicConfig::read(sources, u"alembic"_s, folder.path());
        });
    }
};

namespace {

const QString Section = u"[project]\nname = \"x\"\n\n[tool.alembic]\nscript_location = \"%(here)s/scripts\"\n"_s;

void removeIni(const ProjectFolder &folder)
{
    QVERIFY(QFile::remove(folder.path(u"alembic.ini"_s)));
}

} // namespace

void TestConfigSources::whatIsNamedIsRead_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<bool>("hasIni");
    QTest::addColumn<QString>("toml");
    QTest::addColumn<QString>("file"); ///< empty: an error
    QTest::newRow("folder with both") << u""_s << true << Section << u"alembic.ini"_s;
    QTest::newRow("ini with both") << u"alembic.ini"_s << true << Section << u"alembic.ini"_s;
    QTest::newRow("toml with both") << u"pyproject.toml"_s << true << Section << u"pyproject.toml"_s;
    QTest::newRow("folder with toml") << u""_s << false << Section << u"pyproject.toml"_s;
    QTest::newRow("toml") << u"pyproject.toml"_s << false << Section << u"pyproject.toml"_s;
    QTest::newRow("toml of somebody else") << u""_s << true << u"[tool.black]\n"_s << u"alembic.ini"_s;
    QTest::newRow("only toml of somebody else") << u""_s << false << u"[tool.black]\n"_s << QString();
    QTest::newRow("toml without the section") << u"pyproject.toml"_s << true << u"[tool.black]\n"_s << QString();
    QTest::newRow("section is a text") << u""_s << false << u"[tool]\nalembic = 'x'\n"_s << QString();
    QTest::newRow("broken toml beside ini") << u""_s << true << u"[tool\n"_s << QString();
}

void TestConfigSources::whatIsNamedIsRead()
{
    QFETCH(QString, named);
    QFETCH(bool, hasIni);
    QFETCH(QString, toml);
    QFETCH(QString, file);
    const ProjectFolder folder;
    folder.write(u"pyproject.toml"_s, toml);
    if (!hasIni)
        removeIni(folder);
    const auto project = Project::open(folder.path(named));
    QCOMPARE(project.has_value(), !file.isEmpty());
    if (project) {
        QCOMPARE((*project)->configFile(), folder.path(file));
        QCOMPARE((*project)->scriptLocation(), folder.path(u"scripts"_s));
    } else {
        QVERIFY(!project.error().message.isEmpty());
        QVERIFY(!project.error().nextStep.isEmpty());
    }
}

void TestConfigSources::migrationsWithoutAnIniFileOpen()
{
    const ProjectFolder folder;
    removeIni(folder);
    folder.write(u"pyproject.toml"_s, Section);
    folder.add({.id = u"r1"_s});
    const auto project = Project::open(folder.path());
    QVERIFY2(project.has_value(), qPrintable(project ? QString() : project.error().toText()));
    QCOMPARE((*project)->graph().ids(), QStringList {u"r1"_s});
    QCOMPARE((*project)->url(), QString());
    QCOMPARE((*project)->databaseUrl(u"sqlite:///data.db"_s)->database(), folder.database());
    QCOMPARE((*project)->databaseUrl().error().code, ErrorCode::NotFound);
}

void TestConfigSources::everyOptionIsReadFromToml()
{
    const ProjectFolder folder;
    removeIni(folder);
    folder.write(u"lib/pack/more/r.py"_s, {});
    folder.write(u"pyproject.toml"_s,
        Section
            + u"version_locations = [\n  \"%(here)s/a b\",\n  \"pack:more\"]\nprepend_sys_path = [\"lib\", \"100%%\"]\n"
              "file_template = \"%%(year)d_%%(slug)s\"\ntruncate_slug_length = 20\ntimezone = \"UTC\"\n"
              "recursive_version_locations = true\nsourceless = true\noutput_encoding = \"latin-1\"\n"
              "[[tool.alembic.post_write_hooks]]\nname = \"ruff\"\ntype = \"module\"\noptions = \"%(here)s/x\"\n"_s);
    const Result<AlembicConfig> config = read(folder);
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    QCOMPARE(config->scriptLocation, (ConfigValue {folder.path(u"scripts"_s), {folder.path(u"pyproject.toml"_s), 5, 1}}));
    QCOMPARE(config->versionLocations.size(), 2);
    QCOMPARE(config->versionLocations[0].text, folder.path(u"a b"_s));
    QCOMPARE(config->versionLocations[0].at.line, 7);
    QCOMPARE(config->versionLocations[1].text, folder.path(u"lib/pack/more"_s));
    QCOMPARE(config->prependSysPath, (QStringList {u"lib"_s, u"100%"_s}));
    QCOMPARE(config->fileTemplate.text, u"%(year)d_%(slug)s"_s);
    QCOMPARE(config->truncateSlugLength, 20);
    QCOMPARE(config->timezone.text, u"UTC"_s);
    QVERIFY(config->recursiveVersionLocations && config->sourceless);
    QCOMPARE(config->outputEncoding.text, u"latin-1"_s);
    QCOMPARE(config->postWriteHooks.size(), 1);
    QCOMPARE(config->postWriteHooks[0].name, u"ruff"_s);
    QCOMPARE(config->postWriteHooks[0].options.value(u"options"_s), folder.path(u"x"_s));
    QCOMPARE(config->places.value(u"timezone"_s).line, 12);
}

void TestConfigSources::theIniFileComesFirst()
{
    const ProjectFolder folder;
    folder.writeConfig(u"sqlite:///a.db"_s,
        u"timezone = Europe/Lisbon\npath_separator = os\nprepend_sys_path = x:y\ndatabases = a, b\n"
        "[post_write_hooks]\nhooks = black, ruff\nblack.type = console_scripts\nruff.type = exec\n"_s);
    folder.write(u"pyproject.toml"_s,
        Section + u"timezone = \"UTC\"\ntruncate_slug_length = 5\nprepend_sys_path = [\"z\"]\n"
                  "post_write_hooks = [{name = \"other\"}]\n[tool.alembic.sqlalchemy]\nurl = \"sqlite:///b.db\"\n"_s);
    const Result<AlembicConfig> config = read(folder);
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    QCOMPARE(config->timezone.text, u"Europe/Lisbon"_s);
    QCOMPARE(config->truncateSlugLength, 5);
    QCOMPARE(config->prependSysPath, (QStringList {u"x"_s, u"y"_s}));
    QCOMPARE(config->url.text, u"sqlite:///a.db"_s);
    QCOMPARE(config->databases, (QStringList {u"a"_s, u"b"_s}));
    QCOMPARE(config->postWriteHooks.size(), 2);
    QCOMPARE(config->postWriteHooks[1].options, (QMap<QString, QString> {{u"type"_s, u"exec"_s}}));
    QCOMPARE(config->places.value(u"post_write_hooks"_s).line, 8);
}

void TestConfigSources::otherSectionsAreOfTheIniFile()
{
    const ProjectFolder folder;
    folder.write(u"alembic.ini"_s, u"[dev]\nsqlalchemy.url = sqlite:///dev.db\n"_s);
    folder.write(u"pyproject.toml"_s, Section);
    QCOMPARE(Project::open(folder.path(), u"dev"_s).value()->url(), u"sqlite:///dev.db"_s);
    QCOMPARE(Project::open(folder.path(), u"prod"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(Project::open(folder.path()).value()->scriptLocation(), folder.path(u"scripts"_s));
}

void TestConfigSources::wrongValuesNameTheirLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("text for a list") << u"version_locations = \"a:b\""_s << ErrorCode::BadInput
                                     << u"version_locations must be a list of texts."_s;
    QTest::newRow("number in a list") << u"prepend_sys_path = [1]"_s << ErrorCode::BadInput
                                      << u"prepend_sys_path must be a text."_s;
    QTest::newRow("text for a truth value") << u"sourceless = \"true\""_s << ErrorCode::BadInput
                                            << u"boolean value expected for TOML parameter 'sourceless'"_s;
    QTest::newRow("truth value for a text") << u"timezone = true"_s << ErrorCode::BadInput
                                            << u"timezone must be a text."_s;
    QTest::newRow("word for a number") << u"truncate_slug_length = \"x\""_s << ErrorCode::BadInput
                                       << u"truncate_slug_length is \"x\", which is not a number."_s;
    QTest::newRow("single percent") << u"file_template = \"%(rev)s\""_s << ErrorCode::Syntax
                                    << u"Only %(here)s can be referred to in file_template: %(rev)s"_s;
}

void TestConfigSources::wrongValuesNameTheirLine()
{
    QFETCH(QString, line);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    const ProjectFolder folder;
    removeIni(folder);
    folder.write(u"pyproject.toml"_s, Section + line + u'\n');
    const Result<AlembicConfig> config = read(folder);
    QVERIFY(!config);
    QCOMPARE(config.error().code, code);
    QCOMPARE(config.error().message, message);
    QCOMPARE(config.error().at.file, folder.path(u"pyproject.toml"_s));
    QCOMPARE(config.error().at.line, 6);
    QVERIFY(!config.error().nextStep.isEmpty());
}

QTEST_GUILESS_MAIN(TestConfigSources)
#include "tst_configsources.moc"
