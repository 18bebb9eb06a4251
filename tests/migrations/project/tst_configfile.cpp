#include "migrations/project/configfile.h"
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
};

const QList<Case> &cases()
{
    static const QList<Case> all {
        {"empty", u""_s},
        {"only comments", u"# nothing\n; here\n"_s},
        {"stock",
            u"[alembic]\nscript_location = %(here)s/alembic\nsqlalchemy.url = driver://user:pass@localhost/db\n"_s},
        {"colon", u"[a]\nkey: value\nother : value : more\n"_s},
        {"first delimiter wins", u"[a]\nk:v=w\nl=v:w\nurl = sqlite:///x?a=b\n"_s},
        {"no spaces and many", u"[a]\na=b\nc    =     d   \n\te = f\n"_s},
        {"keys are lower case", u"[A]\nKEY = Value\nÄÖ = ü\n"_s},
        {"empty value", u"[a]\nk =\nl = \n"_s},
        {"a key with spaces", u"[a]\nmy key = v\n"_s},
        {"continuation", u"[a]\nk = one\n    two\n  three\nl = x\n"_s},
        {"continuation by tab", u"[a]\nk =\n\tone\n\ttwo\n"_s},
        {"continuation looks like an option", u"[a]\nk = one\n  l = two\n"_s},
        {"continuation looks like a header", u"[a]\nk = one\n  [b]\nl = two\n"_s},
        {"continuation under an indented option", u"[a]\n  k = one\n  l = two\n    three\n"_s},
        {"outdented option", u"[a]\n    k = one\n  l = two\n"_s},
        {"indented header", u"  [a]\n  k = one\n  [b]\n  k = two\n"_s},
        {"empty lines in a value", u"[a]\nk = one\n\n  two\n\n\nl = x\n\n"_s},
        {"blank line with spaces", u"[a]\nk = one\n   \n  two\n"_s},
        {"comment in a value", u"[a]\nk = one\n# no\n  ; no\n  two # yes\n"_s},
        {"inline comments are text", u"[a]\nk = one # two ; three\n"_s},
        {"comment after a header", u"[a] ; first\nk = v\n"_s},
        {"brackets in a header", u"[a]b]\nk = v\n[[c]]\nk = v\n"_s},
        {"spaces in a header", u"[ a b ]\nk = v\n"_s},
        {"empty header after a section", u"[a]\n[]\n"_s},
        {"empty header at the start", u"[]\n"_s},
        {"unclosed header", u"[a]\n[b\n"_s},
        {"a header with an option after it", u"[a] k = v\n"_s},
        {"default section",
            u"[DEFAULT]\nroot = /srv\n[a]\npath = %(root)s/x\n[b]\nroot = /home\npath = %(root)s/x\n"_s},
        {"default section after its use", u"[a]\npath = %(root)s/x\n[DEFAULT]\nroot = /srv\n"_s},
        {"default section twice", u"[DEFAULT]\na = 1\n[DEFAULT]\nb = 2\n[s]\nc = 3\n"_s},
        {"default section with an option twice", u"[DEFAULT]\na = 1\n[DEFAULT]\na = 2\n[s]\n"_s},
        {"default is spelled in capitals", u"[default]\nroot = /srv\n[a]\npath = x\n"_s},
        {"here can be replaced", u"[DEFAULT]\nhere = /elsewhere\n[a]\nk = %(here)s\n"_s},
        {"percent", u"[a]\nk = 100%%\nl = %%(here)s\nm = %%%%\n"_s},
        {"interpolation in capitals", u"[a]\nname = x\nk = %(NAME)s\n"_s},
        {"chain", u"[a]\na = %(b)s-\nb = %(c)s-\nc = d%%\n"_s},
        {"interpolation over lines", u"[a]\nk = %(here)s\n  %(here)s\n"_s},
        {"unknown name", u"[a]\nk = %(nobody)s\nl = fine\n"_s},
        {"lonely percent", u"[a]\nk = 50% off\nl = %\n"_s},
        {"wrong conversion", u"[a]\nk = %(here)d\n"_s},
        {"unclosed reference", u"[a]\nk = %(here\n"_s},
        {"empty reference", u"[a]\nk = %()s\n"_s},
        {"reference with a space", u"[a]\nk = %(here )s\n"_s},
        {"refers to itself", u"[a]\nk = %(k)s\n"_s},
        {"circle", u"[a]\nk = %(l)s\nl = %(k)s\n"_s},
        {"ten levels",
            u"[a]\na=%(b)s\nb=%(c)s\nc=%(d)s\nd=%(e)s\ne=%(f)s\nf=%(g)s\ng=%(h)s\n"
            "h=%(i)s\ni=%(j)s\nj=%(k)s\nk=end\n"_s},
        {"eleven levels",
            u"[a]\na=%(b)s\nb=%(c)s\nc=%(d)s\nd=%(e)s\ne=%(f)s\nf=%(g)s\ng=%(h)s\n"
            "h=%(i)s\ni=%(j)s\nj=%(k)s\nk=%(l)s\nl=end\n"_s},
        {"other sections are not seen", u"[a]\nx = 1\n[b]\nk = %(x)s\n"_s},
        {"option before a section", u"k = v\n[a]\n"_s},
        {"text before a section", u"\n# hello\nhello\n[a]\n"_s},
        {"section twice", u"[a]\nk = v\n\n[b]\n[a]\n"_s},
        {"option twice", u"[a]\nk = v\nl = w\nK = x\n"_s},
        {"option in two sections", u"[a]\nk = v\n[b]\nk = v\n"_s},
        {"a line that is nothing", u"[a]\nk = v\nnonsense\nl = w\nmore\n"_s},
        {"no key", u"[a]\n= v\n"_s},
        {"no key twice", u"[a]\n= v\n: w\n"_s},
        {"nothing beats a later duplicate", u"[a]\nnonsense\nk = v\nk = w\n"_s},
        {"windows line ends", u"[a]\r\nk = one\r\n  two\r\n\r\nl = three\r\n"_s},
        {"old mac line ends", u"[a]\rk = one\r  two\rl = three"_s},
        {"form feed and other spaces", u"[a]\nk\u00a0=\u3000v\u2003\n\u00a0\u00a0more\nx = a\u000bb\u001cc\n"_s},
        {"unicode", u"[库]\n标题 = 变量管理 ✓\n  第二行\n"_s},
        {"no line end at the end", u"[a]\nk = v"_s},
        {"several sections", u"[alembic]\nk = 1\n[dev]\nk = 2\n[loggers]\nkeys = root,sqlalchemy\n"_s},
    };
    return all;
}

} // namespace

class TestConfigFile : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAsPythonReads_data();
    void readsAsPythonReads();
    void valuesKnowTheirLine();
    void errorsNameFileLineAndNextStep_data();
    void errorsNameFileLineAndNextStep();
    void everyBogusLineIsTold();
    void byteOrderMarkIsSkipped();
    void otherEncodingsAreAnErrorWithTheLine();
    void percentOfTheFolderIsText();
    void missingFileIsNotFound();
    void unreadableFileIsAnError();

private:
    QJsonArray m_judged;
};

void TestConfigFile::initTestCase()
{
    TestCase::initTestCase();
    QJsonArray texts;
    for (const Case &one : cases())
        texts << one.text;
    m_judged = judged(u"migrations/project/judge_configparser.py"_s, texts);
    QCOMPARE(m_judged.size(), cases().size());
}

void TestConfigFile::readsAsPythonReads_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < cases().size(); ++index)
        QTest::newRow(cases().at(index).name) << index;
}

void TestConfigFile::readsAsPythonReads()
{
    QFETCH(int, index);
    const QJsonObject expected = m_judged.at(index).toObject();
    const Result<ConfigFile> file
        = ConfigFile::parse(cases().at(index).text, u"judged.ini"_s, {{u"here"_s, u"/the/folder"_s}});
    if (expected.contains("error"_L1)) {
        QVERIFY2(!file, qPrintable(expected.value("error"_L1).toString()));
        QCOMPARE(file.error().code, ErrorCode::Syntax);
        QCOMPARE(file.error().at, (SourceLocation {u"judged.ini"_s, expected.value("line"_L1).toInt()}));
        return;
    }
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().toText()));
    QCOMPARE(QJsonArray::fromStringList(file->sections()), expected.value("sections"_L1).toArray());
    const QJsonObject values = expected.value("values"_L1).toObject();
    for (const QString &section : file->sections()) {
        const QJsonObject options = values.value(section).toObject();
        QStringList names = options.keys();
        names.sort();
        QCOMPARE(file->options(section), names);
        for (const QString &option : std::as_const(names)) {
            const QJsonObject judgedValue = options.value(option).toObject();
            const Result<std::optional<ConfigValue>> value = file->value(section, option);
            QCOMPARE(value.has_value(), judgedValue.contains("text"_L1));
            if (value)
                QCOMPARE(value->value().text, judgedValue.value("text"_L1).toString());
            else
                QCOMPARE(value.error().code, ErrorCode::Syntax);
        }
    }
}

void TestConfigFile::valuesKnowTheirLine()
{
    const Result<ConfigFile> file = ConfigFile::parse(
        u"# top\n[DEFAULT]\nroot = /srv\n\n[a]\nk =\n  one\nl = %(root)s\n"_s, u"x.ini"_s, {{u"here"_s, u"/h"_s}});
    QVERIFY(file);
    QCOMPARE(file->sectionLocation(u"a"_s).line, 5);
    QCOMPARE(file->value(u"a"_s, u"K"_s).value(), (ConfigValue {u"\none"_s, {u"x.ini"_s, 6}}));
    QCOMPARE(file->value(u"a"_s, u"l"_s).value(), (ConfigValue {u"/srv"_s, {u"x.ini"_s, 8}}));
    QCOMPARE(file->value(u"a"_s, u"root"_s).value(), (ConfigValue {u"/srv"_s, {u"x.ini"_s, 3}}));
    QCOMPARE(file->value(u"a"_s, u"here"_s).value(), (ConfigValue {u"/h"_s, {}}));
    QCOMPARE(file->value(u"a"_s, u"none"_s).value(), std::nullopt);
    QCOMPARE(file->value(u"none"_s, u"root"_s).value(), std::nullopt);
    QCOMPARE(file->value(u"DEFAULT"_s, u"root"_s).value(), (ConfigValue {u"/srv"_s, {u"x.ini"_s, 3}}));
}

void TestConfigFile::errorsNameFileLineAndNextStep_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("excerpt");
    QTest::newRow("no header") << u"# x\n\nk = v\n"_s << 3 << u"k = v"_s;
    QTest::newRow("section twice") << u"[a]\n[b]\n[a]\n"_s << 3 << u"[a]"_s;
    QTest::newRow("option twice") << u"[a]\nk = v\n  more\nk = w\n"_s << 4 << u"k = w"_s;
    QTest::newRow("nonsense") << u"[a]\nk = v\nnonsense\n"_s << 3 << u"nonsense"_s;
    QTest::newRow("percent") << u"[a]\n\nk = 5%\n"_s << 3 << u"k = 5%"_s;
    QTest::newRow("unknown name") << u"[a]\n\nk = %(x)s\n"_s << 3 << u"k = %(x)s"_s;
    QTest::newRow("circle") << u"[a]\nk = %(l)s\nl = %(k)s\n"_s << 2 << u"k = %(l)s"_s;
}

void TestConfigFile::errorsNameFileLineAndNextStep()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(QString, excerpt);
    const Result<ConfigFile> file = ConfigFile::parse(text, u"x.ini"_s);
    const Error error = file ? file->value(u"a"_s, u"k"_s).error() : file.error();
    QCOMPARE(error.code, ErrorCode::Syntax);
    QCOMPARE(error.at, (SourceLocation {u"x.ini"_s, line}));
    QCOMPARE(error.excerpt, excerpt);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!error.nextStep.isEmpty());
}

void TestConfigFile::everyBogusLineIsTold()
{
    const Error error = ConfigFile::parse(u"[a]\none\nk = v\ntwo\n= three\n"_s, u"x.ini"_s).error();
    QCOMPARE(error.at.line, 2);
    QCOMPARE(error.detail, u"x.ini:4: two\nx.ini:5: = three"_s);
}

void TestConfigFile::byteOrderMarkIsSkipped()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"alembic.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xef\xbb\xbf[alembic]\r\nscript_location = %(here)s/x\r\n");
    file.close();
    const Result<ConfigFile> config = ConfigFile::read(file.fileName());
    QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().toText()));
    QCOMPARE(config->value(u"alembic"_s, u"script_location"_s).value(),
        (ConfigValue {folder.filePath(u"x"_s), {file.fileName(), 2}}));
    QVERIFY(ConfigFile::parse(u"\ufeff[a]\n"_s, u"x.ini"_s));
}

void TestConfigFile::otherEncodingsAreAnErrorWithTheLine()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"alembic.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[alembic]\ntitle = \xe9t\xe9\n");
    file.close();
    const Error error = ConfigFile::read(file.fileName()).error();
    QCOMPARE(error.code, ErrorCode::Syntax);
    QCOMPARE(error.at, (SourceLocation {file.fileName(), 2}));
    QVERIFY(!error.nextStep.isEmpty());
}

void TestConfigFile::percentOfTheFolderIsText()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"100%(x)s"_s));
    QFile file(folder.filePath(u"100%(x)s/alembic.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[alembic]\nscript_location = %(here)s/y\n");
    file.close();
    const Result<ConfigFile> config = ConfigFile::read(file.fileName());
    QVERIFY(config);
    QCOMPARE(
        config->value(u"alembic"_s, u"script_location"_s).value().value().text, folder.filePath(u"100%(x)s/y"_s));
}

void TestConfigFile::missingFileIsNotFound()
{
    const Error error = ConfigFile::read(u"/nowhere/alembic.ini"_s).error();
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY(error.message.contains(u"/nowhere/alembic.ini"_s));
}

void TestConfigFile::unreadableFileIsAnError()
{
    QTemporaryDir folder;
    const Error error = ConfigFile::read(folder.path()).error();
    QCOMPARE(error.code, ErrorCode::Io);
    QCOMPARE(error.at.file, folder.path());
}

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_configfile.moc"
