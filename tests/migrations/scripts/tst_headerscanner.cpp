#include "migrations/scripts/headerscanner.h"

#include "migrations/python/parser.h"
#include "migrations/scripts/pythonheader.h"
#include "tests/migrations/project/judge.h"
#include "tests/migrations/scripts/headertexts.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

/// The scanner against the grammar and against Python: it declines, or it says the same.
class TestHeaderScanner : public TestCase
{
    Q_OBJECT

private slots:
    void ordinaryHeadersAreRead_data();
    void ordinaryHeadersAreRead();
    void strangeHeadersAreDeclined_data();
    void strangeHeadersAreDeclined();
    void generatedScriptsReadAsTheGrammarAndPythonDo();
    void bodiesAreNotLookedInto();
};

namespace {

QJsonObject jsonOf(const HeaderFacts &facts)
{
    QJsonObject assigned;
    for (std::size_t i = 0; i < facts.assigned.size(); ++i) {
        if (facts.assigned[i])
            assigned.insert(QString::fromLatin1(headerNames[i]), QJsonArray::fromStringList(*facts.assigned[i]));
    }
    return {{u"docstring"_s, facts.docstring}, {u"assigned"_s, assigned}};
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// without what the scanner did not look into
QByteArray withoutBodies(QByteArray script, const HeaderFacts &facts)
{
    for (auto body = facts.bodies.rbegin(); body != facts.bodies.rend(); ++body)
        script.replace(body->begin, body->end - body->begin, " pass\n");
    return script;
}

} // namespace

void TestHeaderScanner::ordinaryHeadersAreRead_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("docstring");
    QTest::addColumn<QStringList>("revision");
    QTest::addColumn<QStringList>("down");
    const auto row = [](const char *name, const QByteArray &script, const QStringList &revision, const QStringList &down,
                         const QString &docstring = {}) { QTest::newRow(name) << script << docstring << revision << down; };
    const QByteArray functions = "def upgrade() -> None:\n    pass\n\n\ndef downgrade():\n    pass\n";
    row("plain", "revision = 'b'\ndown_revision = 'a'\n" + functions, {u"b"_s}, {u"a"_s});
    row("docstring", "\"\"\"doc\n\nmore\"\"\"\nrevision = 'b'\ndown_revision = None\n", {u"b"_s}, {}, u"doc\n\nmore"_s);
    row("annotated", "revision: str = \"b\"\ndown_revision: Union[str, Sequence[str], None] = \"a\"\n", {u"b"_s}, {u"a"_s});
    row("new union", "revision: str = 'b'\ndown_revision: str | None = 'a'\n", {u"b"_s}, {u"a"_s});
    row("tuple", "revision = 'b'\ndown_revision = ('a', 'c')\n", {u"b"_s}, {u"a"_s, u"c"_s});
    row("list and set", "revision = ['b']\ndown_revision = {'a', 'c'}\n", {u"b"_s}, {u"a"_s, u"c"_s});
    row("over lines", "revision = 'b'\ndown_revision = (\n    'a',  # first\n    'c',\n)\n", {u"b"_s}, {u"a"_s, u"c"_s});
    row("continued line", "revision = \\\n    'b'\ndown_revision = None\n", {u"b"_s}, {});
    row("joined text", "revision = 'a' \"b\"\ndown_revision = ('c'\n 'd')\n", {u"ab"_s}, {u"cd"_s});
    row("escapes", "revision = '\\x41\\u00e9'\ndown_revision = r'\\x'\n", {u"Aé"_s}, {u"\\x"_s});
    row("of old times", "revision = u'b'\ndown_revision = u'a'\n", {u"b"_s}, {u"a"_s});
    row("the last counts", "revision = 'x'\nrevision = 'b'\ndown_revision = None\n", {u"b"_s}, {});
    row("none and text", "revision = 'b'\ndown_revision = (None, 'a')\n", {u"b"_s}, {u"a"_s});
    row("empty text", "revision = ''\ndown_revision = ()\n", {}, {});
    row("space and quote", "revision = 'a b'\ndown_revision = \"it's\"\n", {u"a b"_s}, {u"it's"_s});
    row("carriage returns", "revision = 'b'\r\ndown_revision = 'a'\r\n", {u"b"_s}, {u"a"_s});
    row("old Macintosh", "revision = 'b'\rdown_revision = 'a'\r", {u"b"_s}, {u"a"_s});
    row("byte order mark", "\xef\xbb\xbfrevision = 'b'\ndown_revision = 'a'\n", {u"b"_s}, {u"a"_s});
    row("declared UTF-8", "# -*- coding: utf-8 -*-\nrevision = 'b'\ndown_revision = 'a'\n", {u"b"_s}, {u"a"_s});
    row("function that assigns", "revision = 'b'\ndown_revision = None\ndef upgrade():\n    revision = 'x'\n", {u"b"_s}, {});
    row("text with an assignment", "revision = 'b'\ndown_revision = None\ndef upgrade():\n    '''\nrevision = 'x'\n'''\n",
        {u"b"_s}, {});
    row("header behind functions", functions + "revision = 'b'\ndown_revision = 'a'\n", {u"b"_s}, {u"a"_s});
    row("no end of line", "revision = 'b'\ndown_revision = 'a'", {u"b"_s}, {u"a"_s});
    row("logger", "import logging\nlogger = logging.getLogger(__name__)\nrevision = 'b'\ndown_revision = None\n", {u"b"_s}, {});
    row("formatted text", "revision = 'b'\ndown_revision = None\ndef upgrade():\n    op.execute(f\"{a['b']} {{(\")\n", {u"b"_s}, {});
}

void TestHeaderScanner::ordinaryHeadersAreRead()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, docstring);
    QFETCH(QStringList, revision);
    QFETCH(QStringList, down);
    const std::optional<HeaderFacts> facts = scanHeader(script);
    QVERIFY(facts);
    QCOMPARE(facts->docstring, docstring);
    QCOMPARE(facts->assigned[HeaderFacts::Revision].value(), revision);
    QCOMPARE(facts->assigned[HeaderFacts::DownRevision].value(), down);
    const Result<HeaderFacts> parsed = parseHeader(script, u"a.py"_s);
    QVERIFY(parsed);
    QCOMPARE(text(jsonOf(*facts)), text(jsonOf(*parsed)));
}

void TestHeaderScanner::strangeHeadersAreDeclined_data()
{
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char *name, const QByteArray &script) { QTest::newRow(name) << script; };
    row("syntax error", "revision = = 'b'\n");
    row("unclosed text", "revision = 'b\n");
    row("unclosed bracket", "down_revision = ('a',\n");
    row("unclosed bracket in a body", "def f():\n    g(\nrevision = 'b'\n");
    row("unclosed text in a body", "def f():\n    '''\nrevision = 'b'\n");
    row("mismatched brackets", "def f():\n    g([)]\n");
    row("no literal", "revision = uuid()\n");
    row("formatted", "revision = f'{x}'\n");
    row("bytes", "revision = b'x'\n");
    row("named character", "revision = '\\N{DASH}'\n");
    row("condition", "if True:\n    revision = 'b'\n");
    row("class", "class A:\n    pass\n");
    row("two targets", "revision = down_revision = 'b'\n");
    row("semicolon", "revision = 'b'; down_revision = None\n");
    row("Latin-1 declared", "# coding: latin-1\nrevision = 'b'\n");
    row("not UTF-8", "revision = 'b' # \xe9\n");
    row("null byte", QByteArray("revision = 'b'\n\0", 16));
    row("indented", "  revision = 'b'\n");
    row("form feed", "\frevision = 'b'\n");
    row("function without a body", "def f():\nrevision = 'b'\n");
    row("its own quote in braces", "def f():\n    f\"{d[\"#\"]}\"\n");
    row("inconsistent indentation", "def f():\n        a\n    revision = 'b'\n");
    row("deep nesting", "revision = " + QByteArray(10'000, '(') + "'b'" + QByteArray(10'000, ')') + "\n");
    row("deep nesting in a body", "def f():\n    " + QByteArray(10'000, '[') + QByteArray(10'000, ']') + "\n");
}

void TestHeaderScanner::strangeHeadersAreDeclined()
{
    QFETCH(QByteArray, script);
    QVERIFY(!scanHeader(script));
}

void TestHeaderScanner::generatedScriptsReadAsTheGrammarAndPythonDo()
{
    constexpr int Scripts = 10'000;
    HeaderTexts texts(20'251'121);
    QByteArrayList scripts;
    QJsonArray encoded;
    for (int i = 0; i < Scripts; ++i) {
        scripts << texts.next();
        encoded << QString::fromLatin1(scripts.last().toBase64());
    }
    const QJsonArray judgements = judged(u"migrations/scripts/judge_header.py"_s, encoded);
    QCOMPARE(judgements.size(), Scripts);
    int read = 0;
    for (int i = 0; i < Scripts; ++i) {
        const std::optional<HeaderFacts> facts = scanHeader(scripts[i]);
        if (!facts)
            continue;
        ++read;
        const QByteArray ours = text(jsonOf(*facts));
        const QByteArray context = ours + "\n" + scripts[i];
        // a mistake in a body is nobody's concern yet; without the bodies there is none
        if (Python::parse(scripts[i], u"a.py"_s)) {
            const Result<HeaderFacts> parsed = parseHeader(scripts[i], u"a.py"_s);
            const QByteArray theirs = parsed ? text(jsonOf(*parsed)) : parsed.error().message.toUtf8();
            QVERIFY2(theirs == ours, QByteArray(theirs + "\n" + context).constData());
        }
        if (const QJsonObject python = judgements[i].toObject(); !python.contains(u"error"_s))
            QVERIFY2(text(python) == ours, QByteArray(text(python) + "\n" + context).constData());
        if (scripts[i].contains('\r') || scripts[i].startsWith('\xef'))
            continue;
        const Result<HeaderFacts> bare = parseHeader(withoutBodies(scripts[i], *facts), u"a.py"_s);
        QVERIFY2(bare && text(jsonOf(*bare)) == ours,
            QByteArray(withoutBodies(scripts[i], *facts) + "\n" + context).constData());
    }
    QVERIFY2(read > Scripts / 10, qPrintable(QString::number(read)));
}

void TestHeaderScanner::bodiesAreNotLookedInto()
{
    const QByteArray script = "revision = 'b'\ndown_revision = None\ndef upgrade():\n    this is no Python\n\nx = 1\n";
    const std::optional<HeaderFacts> facts = scanHeader(script);
    QVERIFY(facts);
    QCOMPARE(facts->bodies.size(), std::size_t(1));
    QCOMPARE(script.sliced(facts->bodies[0].begin, facts->bodies[0].end - facts->bodies[0].begin),
        QByteArray("\n    this is no Python\n\n"));
}

QTEST_GUILESS_MAIN(TestHeaderScanner)
#include "tst_headerscanner.moc"
