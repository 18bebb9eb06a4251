#include "migrations/project/alembicconfig.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QJsonObject>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

namespace {

struct Case {
    const char *name;
    QString text;
    QString section = u"alembic"_s;
};

// every configuration lies in <root>/project and is read from the working directory <root>
const QList<Case> &cases()
{
    static const QList<Case> all {
        {"here", u"[alembic]\nscript_location = %(here)s/scripts\n"_s},
        {"relative to the working directory", u"[alembic]\nscript_location = project/scripts\n"_s},
        {"up and down", u"[alembic]\nscript_location = project/../project/scripts\n"_s},
        {"no script_location", u"[alembic]\nsqlalchemy.url = sqlite://\n"_s},
        {"script folder missing", u"[alembic]\nscript_location = %(here)s/gone\n"_s},
        {"script_location is empty", u"[alembic]\nscript_location =\n"_s},
        {"section missing", u"[other]\nscript_location = %(here)s/scripts\n"_s},
        {"section chosen", u"[alembic]\nscript_location = x\n[dev]\nscript_location = %(here)s/scripts\n"_s, u"dev"_s},
        {"section inherits", u"[DEFAULT]\nscript_location = %(here)s/scripts\n[dev]\n"_s, u"dev"_s},
        {"default is no section", u"[DEFAULT]\nscript_location = %(here)s/scripts\n"_s, u"DEFAULT"_s},
        {"bad interpolation", u"[alembic]\nscript_location = %(her)s/scripts\n"_s},
        {"everything",
            u"[alembic]\nscript_location = %(here)s/scripts\nfile_template = %%(year)d_%%(slug)s\n"
            "truncate_slug_length = 20\ntimezone = Europe/Lisbon\nsourceless = true\noutput_encoding = latin-1\n"
            "recursive_version_locations = true\nsqlalchemy.url = postgresql://u:p%%40@h/db\nprepend_sys_path = .\n"_s},
        {"only true is true",
            u"[alembic]\nscript_location = %(here)s/scripts\nsourceless = True\nrecursive_version_locations = yes\n"_s},
        {"slug length of nothing", u"[alembic]\nscript_location = %(here)s/scripts\ntruncate_slug_length = 0\n"_s},
        {"slug length is no number", u"[alembic]\nscript_location = %(here)s/scripts\ntruncate_slug_length = many\n"_s},
        {"locations by spaces",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_locations = %(here)s/a  %(here)s/b %(here)s/gone\n"_s},
        {"locations by commas",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_locations = %(here)s/a,%(here)s/b, /c\n"_s},
        {"locations by os",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_path_separator = os\n"
            "version_locations = %(here)s/a b:%(here)s/b::/c, d\n"_s},
        {"locations by colon",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_path_separator = :\n"
            "version_locations = %(here)s/a:%(here)s/b\n"_s},
        {"locations by semicolon",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_path_separator = ;\n"
            "version_locations = %(here)s/a;%(here)s/b;\n"_s},
        {"locations by space",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_path_separator = space\n"
            "version_locations = %(here)s/a   %(here)s/b,c\n"_s},
        {"locations by a wrong word",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_path_separator = comma\n"
            "version_locations = %(here)s/a\n"_s},
        {"a wrong word that nobody needs",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_path_separator = comma\n"_s},
        {"relative locations",
            u"[alembic]\nscript_location = %(here)s/scripts\nversion_locations = project/a project/b\n"_s},
        {"empty locations", u"[alembic]\nscript_location = %(here)s/scripts\nversion_locations =\n"_s},
    };
    return all;
}

QStringList texts(const QList<ConfigValue> &values)
{
    QStringList result;
    for (const ConfigValue &value : values)
        result << value.text;
    return result;
}

} // namespace

class TestAlembicConfig : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAsAlembicReads_data();
    void readsAsAlembicReads();
    void pathSeparatorComesFirst_data();
    void pathSeparatorComesFirst();
    void sysPathIsSplitByItsOwnRule_data();
    void sysPathIsSplitByItsOwnRule();
    void foldersBesideTheFileAreFoundFromAnywhere();
    void foldersOfTheSameNameAreNotMeant();
    void packagesAreLookedForWithoutPython();
    void valuesKnowTheirLine();
    void errorsNameLineAndNextStep_data();
    void errorsNameLineAndNextStep();

private:
    [[nodiscard]] Result<AlembicConfig> read(
        const QString &text, const QString &section = u"alembic"_s, const QString &workingDirectory = {}) const;

    QTemporaryDir m_root;
    QString m_project;
    QJsonArray m_judged;
};

void TestAlembicConfig::initTestCase()
{
    TestCase::initTestCase();
    m_project = m_root.filePath(u"project"_s);
    for (const QString &folder : {u"scripts/versions"_s, u"a"_s, u"b"_s, u"lib/pack/age/sub"_s})
        QVERIFY(QDir(m_project).mkpath(folder));
    QJsonArray files;
    for (const Case &one : cases()) {
        QFile file(m_project + u"/%1.ini"_s.arg(files.size()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(one.text.toUtf8());
        files << QJsonArray {file.fileName(), one.section};
    }
    m_judged = judged(u"migrations/project/judge_alembic.py"_s, files, m_root.path());
    QCOMPARE(m_judged.size(), cases().size());
}

Result<AlembicConfig> TestAlembicConfig::read(
    const QString &text, const QString &section, const QString &workingDirectory) const
{
    const Result<ConfigFile> file = ConfigFile::parse(text, m_project + u"/alembic.ini"_s, {{u"here"_s, m_project}});
    return AlembicConfig::read({.ini = file.value()}, section, workingDirectory.isEmpty() ? m_root.path() : workingDirectory);
}

void TestAlembicConfig::readsAsAlembicReads_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < cases().size(); ++index)
        QTest::newRow(cases().at(index).name) << index;
}

void TestAlembicConfig::readsAsAlembicReads()
{
    QFETCH(int, index);
    const QJsonObject expected = m_judged.at(index).toObject();
    const Case &one = cases().at(index);
    const Result<AlembicConfig> config = read(one.text, one.section);
    if (expected.contains("error"_L1)) {
        QVERIFY2(!config, qPrintable(expected.value("message"_L1).toString()));
        QVERIFY(!config.error().nextStep.isEmpty());
        return;
    }
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    const QString script = QDir(m_root.path()).absoluteFilePath(expected.value("script_location"_L1).toString());
    QCOMPARE(config->scriptLocation.text, QDir::cleanPath(script));
    QCOMPARE(QJsonArray::fromStringList(texts(config->versionLocations)),
        expected.value("version_locations"_L1).toArray());
    QCOMPARE(config->recursiveVersionLocations, expected.value("recursive"_L1).toBool());
    QCOMPARE(config->fileTemplate.text, expected.value("file_template"_L1).toString());
    QCOMPARE(config->truncateSlugLength, expected.value("truncate_slug_length"_L1).toInt());
    QCOMPARE(config->timezone.text, expected.value("timezone"_L1).toString());
    QCOMPARE(config->sourceless, expected.value("sourceless"_L1).toBool());
    QCOMPARE(config->outputEncoding.text, expected.value("output_encoding"_L1).toString());
    QCOMPARE(config->url.text, expected.value("url"_L1).toString());
}

// path_separator is newer than the Alembic that judges: the rules are those of its documentation
void TestAlembicConfig::pathSeparatorComesFirst_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("folders");
    QTest::newRow("os") << u"path_separator = os\nversion_locations = /a b:/c, d:"_s
                        << QStringList {u"/a b"_s, u"/c, d"_s};
    QTest::newRow("newline") << u"path_separator = newline\nversion_locations =\n  /a b\n\n  /c:d"_s
                             << QStringList {u"/a b"_s, u"/c:d"_s};
    QTest::newRow("semicolon with spaces") << u"path_separator = ;\nversion_locations = /a ; /b "_s
                                           << QStringList {u"/a"_s, u"/b"_s};
    QTest::newRow("space") << u"path_separator = space\nversion_locations = /a  /b,c"_s
                           << QStringList {u"/a"_s, u"/b,c"_s};
    QTest::newRow("before the older name")
        << u"path_separator = ;\nversion_path_separator = bogus\nversion_locations = /a:b;/c"_s
        << QStringList {u"/a:b"_s, u"/c"_s};
    QTest::newRow("legacy") << u"version_locations = /a, /b  /c,/d"_s
                            << QStringList {u"/a"_s, u"/b"_s, u"/c"_s, u"/d"_s};
}

void TestAlembicConfig::pathSeparatorComesFirst()
{
    QFETCH(QString, options);
    QFETCH(QStringList, folders);
    const Result<AlembicConfig> config = read(u"[alembic]\nscript_location = %(here)s/scripts\n"_s + options);
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    QCOMPARE(texts(config->versionLocations), folders);
}

void TestAlembicConfig::sysPathIsSplitByItsOwnRule_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("folders");
    QTest::newRow("none") << QString() << QStringList();
    QTest::newRow("stock") << u"prepend_sys_path = ."_s << QStringList {u"."_s};
    QTest::newRow("legacy") << u"prepend_sys_path = ., a:b c"_s << QStringList {u"."_s, u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("not by the older name") << u"version_path_separator = ;\nprepend_sys_path = a b"_s
                                           << QStringList {u"a"_s, u"b"_s};
    QTest::newRow("separator") << u"path_separator = ;\nprepend_sys_path = a b; c"_s
                               << QStringList {u"a b"_s, u"c"_s};
}

void TestAlembicConfig::sysPathIsSplitByItsOwnRule()
{
    QFETCH(QString, options);
    QFETCH(QStringList, folders);
    const Result<AlembicConfig> config = read(u"[alembic]\nscript_location = %(here)s/scripts\n"_s + options);
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    QCOMPARE(config->prependSysPath, folders);
}

void TestAlembicConfig::foldersBesideTheFileAreFoundFromAnywhere()
{
    const QString text = u"[alembic]\nscript_location = scripts\nversion_locations = a gone\n"_s;
    QTemporaryDir elsewhere;
    const Result<AlembicConfig> fromElsewhere = read(text, u"alembic"_s, elsewhere.path());
    QVERIFY(fromElsewhere);
    QCOMPARE(fromElsewhere->scriptLocation.text, m_project + u"/scripts"_s);
    QCOMPARE(texts(fromElsewhere->versionLocations),
        (QStringList {m_project + u"/a"_s, elsewhere.filePath(u"gone"_s)}));

    QVERIFY(QDir(elsewhere.path()).mkpath(u"scripts"_s));
    const Result<AlembicConfig> inBoth = read(text, u"alembic"_s, elsewhere.path());
    QVERIFY(inBoth);
    QCOMPARE(inBoth->scriptLocation.text, elsewhere.filePath(u"scripts"_s));
}

void TestAlembicConfig::foldersOfTheSameNameAreNotMeant()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QDir(elsewhere.path()).mkpath(u"scripts"_s));
    const QString text = u"[alembic]\nscript_location = scripts\n"_s;
    QCOMPARE(read(text, u"alembic"_s, elsewhere.path())->scriptLocation.text, elsewhere.filePath(u"scripts"_s));
    QFile script(m_project + u"/scripts/env.py"_s);
    QVERIFY(script.open(QIODevice::WriteOnly));
    QCOMPARE(read(text, u"alembic"_s, elsewhere.path())->scriptLocation.text, m_project + u"/scripts"_s);
    QVERIFY(script.remove());
}

void TestAlembicConfig::packagesAreLookedForWithoutPython()
{
    const Result<AlembicConfig> found
        = read(u"[alembic]\nscript_location = pack.age:sub\nprepend_sys_path = lib\n"_s);
    QVERIFY2(found.has_value(), qPrintable(found ? QString() : found.error().toText()));
    QCOMPARE(found->scriptLocation.text, m_project + u"/lib/pack/age/sub"_s);
    QCOMPARE(texts(found->versionLocations), QStringList {m_project + u"/lib/pack/age/sub/versions"_s});
    QCOMPARE(read(u"[alembic]\nscript_location = pack.age:sub\n"_s).error().code, ErrorCode::NotFound);
}

void TestAlembicConfig::valuesKnowTheirLine()
{
    const Result<AlembicConfig> config
        = read(u"[alembic]\n\nscript_location = %(here)s/scripts\nsqlalchemy.url = sqlite://\n"_s);
    QVERIFY(config);
    const QString file = m_project + u"/alembic.ini"_s;
    QCOMPARE(config->file, file);
    QCOMPARE(config->section, u"alembic"_s);
    QCOMPARE(config->scriptLocation.at, (SourceLocation {file, 3}));
    QCOMPARE(config->versionLocations.constFirst().at, (SourceLocation {file, 3}));
    QCOMPARE(config->url, (ConfigValue {u"sqlite://"_s, {file, 4}}));
    QCOMPARE(config->fileTemplate, (ConfigValue {u"%(rev)s_%(slug)s"_s, {}}));
}

void TestAlembicConfig::errorsNameLineAndNextStep_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("nextStep");
    const QString location = u"[alembic]\nscript_location = %(here)s/scripts\n"_s;
    QTest::newRow("no section") << u"[dev]\nscript_location = x\n[loggers]\n"_s << ErrorCode::NotFound << 0
                                << u"No config file 'alembic.ini' found, or file has no '[alembic]' section"_s
                                << u"dev"_s;
    QTest::newRow("no script_location")
        << u"\n[alembic]\nx = y\n"_s << ErrorCode::NotFound << 2
        << u"No 'script_location' key found in configuration."_s << u"script_location = %(here)s/alembic"_s;
    QTest::newRow("no script folder")
        << u"[alembic]\nscript_location = %(here)s/gone\n"_s << ErrorCode::NotFound << 2
        << u"Path doesn't exist: %1/gone.  Please use the 'init' command to create a new scripts folder."_s.arg(
               m_project)
        << u"script_location"_s;
    QTest::newRow("separator") << location + u"path_separator = bogus\nversion_locations = a\n"_s
                               << ErrorCode::BadInput << 3
                               << u"'bogus' is not a valid value for path_separator; expected 'space', 'newline', "
                                  "'os', ':', ';'"_s
                               << QString();
    QTest::newRow("number") << location + u"truncate_slug_length = x\n"_s << ErrorCode::BadInput << 3
                            << u"truncate_slug_length is \"x\", which is not a number."_s << u"40"_s;
    QTest::newRow("interpolation") << location + u"sqlalchemy.url = postgresql://u:p%40@h/d\n"_s << ErrorCode::Syntax
                                   << 3 << u"\"%\" must be followed by \"%\" or \"(\": %40@h/d"_s << u"%%"_s;
}

void TestAlembicConfig::errorsNameLineAndNextStep()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    QFETCH(int, line);
    QFETCH(QString, message);
    QFETCH(QString, nextStep);
    const Result<AlembicConfig> config = read(text);
    QVERIFY(!config);
    QCOMPARE(config.error().code, code);
    QCOMPARE(config.error().message, message);
    QCOMPARE(config.error().at, (SourceLocation {m_project + u"/alembic.ini"_s, line}));
    QVERIFY2(config.error().nextStep.contains(nextStep), qPrintable(config.error().nextStep));
    QVERIFY(!config.error().nextStep.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlembicConfig)
#include "tst_alembicconfig.moc"
