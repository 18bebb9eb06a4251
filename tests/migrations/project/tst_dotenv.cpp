#include "migrations/project/dotenv.h"
#include "migrations/project/environmentvariables.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

class TestDotEnv : public TestCase
{
    Q_OBJECT

private slots:
    void readsAsPythonDotenvReads_data();
    void readsAsPythonDotenvReads();
    void linesThatAreNoVariablesAreProblems_data();
    void linesThatAreNoVariablesAreProblems();
    void entriesKnowTheirLine();
    void theNearestFileUpToTheRootCounts_data();
    void theNearestFileUpToTheRootCounts();
    void theProcessComesFirst();
    void unreadableFilesAreErrors();
};

namespace {

std::optional<QString> processVariable(const QString &name)
{
    return name == "OUTER"_L1 ? std::optional(u"outer"_s) : std::nullopt;
}

QStringList pairs(const DotEnv &file)
{
    QStringList all;
    for (const DotEnv::Entry &entry : file.entries)
        all << entry.name + u'=' + entry.value.value_or(u"<none>"_s);
    return all;
}

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

void TestDotEnv::readsAsPythonDotenvReads_data()
{
    // the cases of python-dotenv's documentation and tests, with what dotenv_values() gives for them
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", u"\n\n  \n"_s, {});
    row("plain", u"a=b\nc = d\n e=f "_s, {u"a=b"_s, u"c=d"_s, u"e=f"_s});
    row("no value", u"a\nb="_s, {u"a=<none>"_s, u"b="_s});
    row("export", u"export a=b\n  export\tc='d'\nexported=e"_s, {u"a=b"_s, u"c=d"_s, u"exported=e"_s});
    row("comments", u"# a=b\na=b # c\nd=e#f\ng='h' # i\nj=# k\nl= # m"_s,
        {u"a=b"_s, u"d=e#f"_s, u"g=h"_s, u"j=# k"_s, u"l="_s});
    row("spaces", u"a=b c  \nd='  e '\nf=\" g\""_s, {u"a=b c"_s, u"d=  e "_s, u"f= g"_s});
    row("keys", u"'a b'=c\nd.e-f=g\n变量=值"_s, {u"a b=c"_s, u"d.e-f=g"_s, u"变量=值"_s});
    row("escapes in double quotes", uR"(a="b\nc\t\"d\" \\ \'e\' \x")"_s, {u"a=b\nc\t\"d\" \\ 'e' \\x"_s});
    row("escapes in single quotes", uR"(a='b\nc \'d\' \\ "e"')"_s, {uR"(a=b\nc 'd' \ "e")"_s});
    row("no escapes without quotes", uR"(a=b\nc)"_s, {uR"(a=b\nc)"_s});
    row("a backslash at the end", uR"(a='b\')"_s, {uR"(a=b\)"_s});
    row("several lines", u"a=\"b\nc\"\nd='e\n\nf'\ng=h"_s, {u"a=b\nc"_s, u"d=e\n\nf"_s, u"g=h"_s});
    row("quotes inside", u"a=b'c\nd=e\"f"_s, {u"a=b'c"_s, u"d=e\"f"_s});
    row("equals in the value", u"a=b=c\nurl=postgresql://u:p@h/d?x=y"_s,
        {u"a=b=c"_s, u"url=postgresql://u:p@h/d?x=y"_s});
    row("line ends", u"a=b\r\nc=\"d\r\ne\"\r\nf=g\rh=i"_s, {u"a=b"_s, u"c=d\r\ne"_s, u"f=g"_s, u"h=i"_s});
    row("byte order mark", u"\ufeff" "a=b"_s, {u"a=b"_s});
    row("references", u"a=b\nc=${a}-${a}\nd='${c}'\ne=\"${d}\""_s, {u"a=b"_s, u"c=b-b"_s, u"d=b-b"_s, u"e=b-b"_s});
    row("a reference to nothing", u"a=${b}x\nc=${b:-d}\ne=${b:-}\nf=$b"_s, {u"a=x"_s, u"c=d"_s, u"e="_s, u"f=$b"_s});
    row("the process comes first", u"OUTER=inner\na=${OUTER}\nb=${OUTER:-x}"_s,
        {u"OUTER=inner"_s, u"a=outer"_s, u"b=outer"_s});
    row("later ones are not seen", u"a=${b}\nb=c"_s, {u"a="_s, u"b=c"_s});
    row("itself", u"a=x\na=${a}y"_s, {u"a=x"_s, u"a=xy"_s});
    row("no reference", u"a=${b\nc=$\nd=${b:c}"_s, {u"a=${b"_s, u"c=$"_s, u"d=${b:c}"_s});
}

void TestDotEnv::readsAsPythonDotenvReads()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const DotEnv file = DotEnv::parse(text, u".env"_s, processVariable);
    QCOMPARE(pairs(file), expected);
    QCOMPARE(file.problems.size(), 0);
}

void TestDotEnv::linesThatAreNoVariablesAreProblems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no name") << u"a=b\n=c\nd=e\n"_s << 2;
    QTest::newRow("two words") << u"a=b\n\nhello world\nd=e\n"_s << 3;
    QTest::newRow("after quotes") << u"a=b\nc='x' y\nd=e\n"_s << 2;
    QTest::newRow("unclosed quotes") << u"a=b\nc=\"x\nd=e\n"_s << 2;
}

void TestDotEnv::linesThatAreNoVariablesAreProblems()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    const DotEnv file = DotEnv::parse(text, u".env"_s, processVariable);
    QCOMPARE(pairs(file), (QStringList {u"a=b"_s, u"d=e"_s}));
    QCOMPARE(file.problems.size(), 1);
    QCOMPARE(file.problems[0].code, ErrorCode::Syntax);
    QCOMPARE(file.problems[0].at, (SourceLocation {u".env"_s, line}));
    QVERIFY(!file.problems[0].nextStep.isEmpty());
}

void TestDotEnv::entriesKnowTheirLine()
{
    const DotEnv file = DotEnv::parse(u"# x\r\na='b\r\nc'\r\nd=e\nd=f\n"_s, u".env"_s, processVariable);
    QCOMPARE(file.entry(u"a"_s)->at, (SourceLocation {u".env"_s, 2}));
    QCOMPARE(file.entry(u"d"_s)->at.line, 5);
    QCOMPARE(file.entry(u"d"_s)->value, u"f"_s);
    QCOMPARE(file.entry(u"x"_s), nullptr);
}

void TestDotEnv::theNearestFileUpToTheRootCounts_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("found");
    QTest::newRow("none") << QStringList {u"a/.git/HEAD"_s} << QString();
    QTest::newRow("beside") << QStringList {u"a/b/c/.env"_s, u"a/b/.env"_s} << u"a/b/c/.env"_s;
    QTest::newRow("up to the repository") << QStringList {u"a/.git/HEAD"_s, u"a/.env"_s} << u"a/.env"_s;
    QTest::newRow("not above it") << QStringList {u"a/b/.git/HEAD"_s, u"a/.env"_s} << QString();
    QTest::newRow("a project without a repository")
        << QStringList {u"a/pyproject.toml"_s, u"a/b/requirements.txt"_s, u"a/.env"_s} << u"a/.env"_s;
    QTest::newRow("above the project") << QStringList {u"a/b/pyproject.toml"_s, u"a/.env"_s} << QString();
    QTest::newRow("no project") << QStringList {u"a/b/.env"_s} << QString();
}

void TestDotEnv::theNearestFileUpToTheRootCounts()
{
    QFETCH(QStringList, files);
    QFETCH(QString, found);
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"a/b/c"_s));
    for (const QString &file : files)
        write(root.filePath(file), "x=y\n");
    const auto variables = EnvironmentVariables::read(root.filePath(u"a/b/c"_s), {});
    QVERIFY(variables);
    QCOMPARE(variables->dotEnvFile(), found.isEmpty() ? QString() : root.filePath(found));
    QCOMPARE(variables->find(u"x"_s).has_value(), !found.isEmpty());
}

void TestDotEnv::theProcessComesFirst()
{
    const QTemporaryDir root;
    write(root.filePath(u".env"_s), "A=file\nB=${A}\nC=\nD=file\n");
    QProcessEnvironment process;
    process.insert(u"A"_s, u"process"_s);
    process.insert(u"D"_s, QString());
    const auto variables = EnvironmentVariables::read(root.path(), process);
    QVERIFY(variables);
    using Kind = ValueSource::Kind;
    QCOMPARE(variables->find(u"A"_s)->value, u"process"_s);
    QCOMPARE(variables->find(u"A"_s)->source, (ValueSource {.kind = Kind::Variable, .at = {}, .variable = u"A"_s}));
    QCOMPARE(variables->find(u"B"_s)->value, u"process"_s);
    QCOMPARE(variables->find(u"B"_s)->source.toText(root.path()), u"$B (.env:2)"_s);
    QVERIFY(!variables->find(u"C"_s));
    QCOMPARE(variables->find(u"D"_s)->value, u"file"_s);
    QVERIFY(!variables->findInProcess(u"B"_s));
}

void TestDotEnv::unreadableFilesAreErrors()
{
    const QTemporaryDir root;
    write(root.filePath(u".env"_s), "A=b\nB=\xe9\n");
    const auto variables = EnvironmentVariables::read(root.path(), {});
    QVERIFY(!variables);
    QCOMPARE(variables.error().code, ErrorCode::Syntax);
    QCOMPARE(variables.error().at, (SourceLocation {root.filePath(u".env"_s), 2}));
}

QTEST_GUILESS_MAIN(TestDotEnv)
#include "tst_dotenv.moc"
