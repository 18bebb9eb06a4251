#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

class TestConfigCommand : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void valuesAndSourcesAreAligned();
    void chosenSettingsAreShown_data();
    void chosenSettingsAreShown();
    void unknownSettingsNameTheNearOnes();
    void passwordsAreMasked_data();
    void passwordsAreMasked();
    void remarksAndProblemsAreShown();
    void jsonHasTheSame();
    void theVariableOfAlembicNamesTheConfiguration();
    void migrationsOfPyprojectAreListed();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const
    {
        return CommandRun::of(QStringList {u"-c"_s, m_folder->path()} + arguments);
    }

    std::unique_ptr<ProjectFolder> m_folder;
    QString m_start = QDir::currentPath();
};

void TestConfigCommand::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
}

void TestConfigCommand::cleanup()
{
    qunsetenv("ALEMBIC_CONFIG");
    QDir::setCurrent(m_start);
}

void TestConfigCommand::valuesAndSourcesAreAligned()
{
    m_folder->writeConfig({});
    m_folder->write(u".env"_s, u"# database\nDB_HOST=db\nPOSTGRES_DB=mas\n"_s);
    m_folder->write(u"scripts/env.py"_s, u"context.configure(connection=c, version_table='my_versions')\n"_s);
    m_folder->write(u"stillroom.toml"_s, u"transaction_per_migration = true\n[lint]\nPG003 = \"off\"\n"_s);
    const CommandRun config = run({u"config"_s});
    QCOMPARE(config.code, 0);
    QCOMPARE(config.err, QString());
    const QString root = m_folder->path();
    const auto line = [&](const QString &name, const QString &value, const QString &source) {
        const qsizetype width = (root + u"/scripts/versions"_s).size();
        return name.leftJustified(29) + value.leftJustified(width + 2) + source + u'\n';
    };
    QVERIFY2(config.out.contains(line(u"script_location"_s, root + u"/scripts"_s, u"alembic.ini:2"_s)),
        qPrintable(config.out));
    QVERIFY(config.out.contains(line(u"timezone"_s, u"-"_s, u"default"_s)));
    QVERIFY(config.out.contains(u'\n' + line(u"url"_s, u"postgresql://db/mas"_s, u"$DB_HOST (.env:2)"_s)));
    QVERIFY(config.out.contains(line(u"version_table"_s, u"my_versions"_s, u"scripts/env.py:1"_s)));
    QVERIFY(config.out.contains(line(u"transaction_per_migration"_s, u"true"_s, u"stillroom.toml:1"_s)));
    QVERIFY(config.out.contains(line(u"lint.PG003"_s, u"off"_s, u"stillroom.toml:3"_s)));
}

void TestConfigCommand::chosenSettingsAreShown_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("out");
    QTest::newRow("one") << QStringList {u"config"_s, u"version_table"_s}
                         << u"version_table  alembic_version  default\n"_s;
    QTest::newRow("two in their order") << QStringList {u"config"_s, u"timezone"_s, u"sourceless"_s}
                                        << u"timezone    -      default\nsourceless  false  default\n"_s;
    QTest::newRow("a section") << QStringList {u"config"_s, u"naming_convention"_s}
                               << u"naming_convention.pk  pk_%(table_name)s  stillroom.toml:2\n"_s;
    QTest::newRow("a given URL") << QStringList {u"--url"_s, u"sqlite:///x"_s, u"config"_s, u"url"_s}
                                 << u"url  sqlite:///x  given\n"_s;
}

void TestConfigCommand::chosenSettingsAreShown()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, out);
    m_folder->write(u"stillroom.toml"_s, u"[naming_convention]\npk = \"pk_%(table_name)s\"\n"_s);
    const CommandRun config = run(arguments);
    QCOMPARE(config.code, 0);
    QCOMPARE(config.out, out);
    QCOMPARE(config.err, QString());
}

void TestConfigCommand::unknownSettingsNameTheNearOnes()
{
    const CommandRun config = run({u"config"_s, u"version_tabel"_s});
    QCOMPARE(config.code, 1);
    QCOMPARE(config.out, QString());
    QVERIFY2(config.err.startsWith("FAILED: There is no setting version_tabel."_L1), qPrintable(config.err));
    QVERIFY2(config.err.contains("version_table"_L1), qPrintable(config.err));
}

void TestConfigCommand::passwordsAreMasked_data()
{
    QTest::addColumn<QString>("ini");
    QTest::addColumn<QString>("dotEnv");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("ini") << u"postgresql://u:hunter2@h/d"_s << QString() << QStringList {};
    QTest::newRow(".env") << QString() << u"DB_HOST=h\nDB_PASSWORD=hunter2\n"_s << QStringList {};
    QTest::newRow("given") << QString() << QString() << QStringList {u"--url"_s, u"postgresql://u:hunter2@h/d"_s};
    QTest::newRow("json") << u"postgresql://u@h/d?password=hunter2"_s << QString() << QStringList {u"--json"_s};
}

void TestConfigCommand::passwordsAreMasked()
{
    QFETCH(QString, ini);
    QFETCH(QString, dotEnv);
    QFETCH(QStringList, arguments);
    m_folder->writeConfig(ini);
    m_folder->write(u".env"_s, dotEnv);
    const CommandRun config = run(arguments + QStringList {u"config"_s});
    QCOMPARE(config.code, 0);
    QVERIFY2(config.out.contains("***"_L1), qPrintable(config.out));
    QVERIFY(!config.out.contains("hunter2"_L1) && !config.err.contains("hunter2"_L1));
}

void TestConfigCommand::remarksAndProblemsAreShown()
{
    m_folder->writeConfig({});
    m_folder->write(u"scripts/env.py"_s,
        u"config.set_main_option('sqlalchemy.url', settings.URL)\ncontext.configure(c, version_table=T)\n"_s);
    m_folder->write(u"stillroom.toml"_s, u"urll = \"x\"\n"_s);
    const CommandRun config = run({u"config"_s});
    QCOMPARE(config.code, 0);
    QVERIFY2(config.out.contains("has no literal; set it in stillroom.toml."_L1), qPrintable(config.out));
    for (const QString &part : {u"key urll"_s, u"version_table is not a literal"_s, u"cannot be read without"_s})
        QVERIFY2(config.err.contains(part), qPrintable(config.err));
    QCOMPARE(config.err.count("Warning: "_L1), 3);
}

void TestConfigCommand::jsonHasTheSame()
{
    m_folder->writeConfig({});
    m_folder->write(u".env"_s, u"DATABASE_URL=sqlite:///x\n"_s);
    m_folder->write(u"stillroom.toml"_s, u"nothing = 1\n"_s);
    const CommandRun config = run({u"--json"_s, u"config"_s, u"url"_s, u"version_table"_s});
    QCOMPARE(config.code, 0);
    const QJsonObject document = QJsonDocument::fromJson(config.out.toUtf8()).object();
    const QJsonArray settings = document.value("settings"_L1).toArray();
    QCOMPARE(settings.size(), 2);
    QCOMPARE(settings.at(0).toObject(),
        (QJsonObject {{u"name"_s, u"url"_s}, {u"value"_s, u"sqlite:///x"_s}, {u"source"_s, u"variable"_s},
            {u"variable"_s, u"DATABASE_URL"_s}, {u"file"_s, m_folder->path(u".env"_s)}, {u"line"_s, 1}}));
    QCOMPARE(settings.at(1).toObject().value("source"_L1).toString(), u"default"_s);
    QCOMPARE(document.value("problems"_L1).toArray().size(), 1);
    QCOMPARE(document.value("problems"_L1).toArray().at(0).toObject().value("line"_L1).toInt(), 1);
}

void TestConfigCommand::theVariableOfAlembicNamesTheConfiguration()
{
    const ProjectFolder elsewhere;
    QDir::setCurrent(elsewhere.path());
    qputenv("ALEMBIC_CONFIG", m_folder->path(u"alembic.ini"_s).toUtf8());
    QCOMPARE(CommandRun::of({u"--json"_s, u"config"_s, u"config"_s}).out.count(m_folder->path(u"alembic.ini"_s)), 2);
    QCOMPARE(CommandRun::of({u"-c"_s, u"."_s, u"--json"_s, u"config"_s, u"config"_s})
                 .out.count(elsewhere.path(u"alembic.ini"_s)),
        2);
    qputenv("ALEMBIC_CONFIG", m_folder->path(u"gone.ini"_s).toUtf8());
    QCOMPARE(CommandRun::of({u"config"_s}).code, 1);
}

void TestConfigCommand::migrationsOfPyprojectAreListed()
{
    QVERIFY(QFile::remove(m_folder->path(u"alembic.ini"_s)));
    m_folder->write(u"pyproject.toml"_s, u"[tool.alembic]\nscript_location = \"%(here)s/scripts\"\n"_s);
    m_folder->add({.id = u"r1"_s, .message = u"first"_s});
    const CommandRun history = run({u"history"_s});
    QCOMPARE(history.err, QString());
    QCOMPARE(history.out, u"<base> -> r1 (head), first\n"_s);
    QDir::setCurrent(m_folder->path());
    qputenv("ALEMBIC_CONFIG", "pyproject.toml");
    QCOMPARE(CommandRun::of({u"heads"_s}).out, u"r1 (head)\n"_s);
    QCOMPARE(CommandRun::of({u"upgrade"_s, u"head"_s}).code, 1);
    QCOMPARE(CommandRun::of({u"-q"_s, u"--url"_s, u"sqlite:///x.db"_s, u"upgrade"_s, u"head"_s}).code, 0);
}

QTEST_GUILESS_MAIN(TestConfigCommand)
#include "tst_configcommand.moc"
