#include "tests/layers/rules.h"
#include "tests/support/testcase.h"

#include <QDirIterator>

using namespace Layers;
using namespace Qt::StringLiterals;

/// Holds the house to its layers and its size, and the rules' own reader to what it must find.
class TestLayers : public TestCase
{
    Q_OBJECT

private slots:
    void everySourceKeepsTheRules_data();
    void everySourceKeepsTheRules();
    void theTableHasNoCycle();
    void arrowsGoDownOnly_data();
    void arrowsGoDownOnly();
    void whatBreaksARuleIsFound_data();
    void whatBreaksARuleIsFound();
    void whatIsFineIsNotFound_data();
    void whatIsFineIsNotFound();
    void functionsAreMeasured_data();
    void functionsAreMeasured();
    void includesInCommentsAndLiteralsDoNotCount();
    void aLongFunctionAndALongFileAreFound();
};

void TestLayers::everySourceKeepsTheRules_data()
{
    QTest::addColumn<QString>("top");
    for (const char *top : {"migrations", "ui", "app", "tests"}) {
        QTest::newRow(top) << QString::fromLatin1(top);
    }
}

void TestLayers::everySourceKeepsTheRules()
{
    QFETCH(QString, top);
    const QDir root(QStringLiteral(STILLROOM_SOURCE_DIR));
    QStringList all;
    int files = 0;
    QDirIterator entries(root.filePath(top), {u"*.h"_s, u"*.cpp"_s, u"*.ui"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        all += findings(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        ++files;
    }
    QVERIFY2(files > 0, "no sources found: is this the root of the checkout?");
    QVERIFY2(all.isEmpty(), qPrintable(u"\n"_s + all.join(u'\n')));
}

void TestLayers::theTableHasNoCycle()
{
    const QStringList rows = folders();
    for (const QString &lower : rows) {
        for (const QString &upper : rows.mid(rows.indexOf(lower) + 1)) {
            if (lower.startsWith("migrations/"_L1) && upper.startsWith("migrations/"_L1)) {
                QVERIFY2(!mayInclude(lower, upper), qPrintable(lower + u" includes "_s + upper));
            }
        }
    }
}

void TestLayers::arrowsGoDownOnly_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QString &from, const QString &to, bool allowed) {
        QTest::newRow(name) << from << to << allowed;
    };
    row("a folder includes itself", u"migrations/graph"_s, u"migrations/graph"_s, true);
    row("everything includes base", u"migrations/graph"_s, u"migrations/base"_s, true);
    row("base includes nothing", u"migrations/base"_s, u"migrations/schema"_s, false);
    row("the graph knows ids only", u"migrations/graph"_s, u"migrations/scripts"_s, false);
    row("scripts do not know databases", u"migrations/scripts"_s, u"migrations/schema"_s, false);
    row("the plan sees what is pure", u"migrations/plan"_s, u"migrations/alembic"_s, true);
    row("the plan sees no database", u"migrations/plan"_s, u"migrations/database"_s, false);
    row("the runner sees the plan", u"migrations/runner"_s, u"migrations/plan"_s, true);
    row("the runner is below the project", u"migrations/runner"_s, u"migrations/project"_s, false);
    row("the core never sees a window", u"migrations/project"_s, u"ui/models"_s, false);
    row("a feature sees the core", u"ui/timeline"_s, u"migrations/project"_s, true);
    row("a feature sees tasks", u"ui/timeline"_s, u"ui/tasks"_s, true);
    row("a feature does not see another", u"ui/timeline"_s, u"ui/preview"_s, false);
    row("a feature does not see the shell", u"ui/timeline"_s, u"ui/shell"_s, false);
    row("models see no widgets", u"ui/models"_s, u"ui/widgets"_s, false);
    row("the shell sees features", u"ui/shell"_s, u"ui/timeline"_s, true);
    row("the window's program sees the shell", u"app/desktop"_s, u"ui/shell"_s, true);
    row("the command line sees no window", u"app/cli"_s, u"ui/models"_s, false);
    row("no program sees the other", u"app/desktop"_s, u"app/cli"_s, false);
}

void TestLayers::arrowsGoDownOnly()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, allowed);
    QCOMPARE(mayInclude(from, to), allowed);
}

void TestLayers::whatBreaksARuleIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *path, const char *text, const char *finding) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(text) << QString::fromUtf8(finding);
    };
    const char *graph = "migrations/graph/a.cpp";
    const char *feature = "ui/timeline/timelinepanel.cpp";
    row("arrow up", graph, "\n#include \"migrations/plan/preview.h\"\n",
        "migrations/graph/a.cpp:2: migrations/graph may not include migrations/plan");
    row("relative include", graph, "#include \"step.h\"\n", "migrations/graph/a.cpp:1: \"step.h\" is not from the root");
    row("tests from a source", graph, "#include \"tests/support/testcase.h\"\n", "is not from the root");
    row("unknown folder", "migrations/misc/a.h", "int a;\n", "migrations/misc/a.h:1: its folder is not in the table");
    row("no folder", "migrations/a.h", "int a;\n", "migrations/a.h:1: its folder is not in the table");
    row("SQL in the pure part", graph, "#include <QSqlQuery>\n", "<QSqlQuery> is of QtSql");
    row("GUI in the core", "migrations/project/a.h", "#include <QColor>\n", "<QColor> is of QtGui");
    row("widgets by module", "migrations/runner/a.h", "#include <QtWidgets/QLabel>\n", "is of QtWidgets");
    row("widgets in a tool", "ui/timeline/timelinetool.h", "#include <QLabel>\n", "<QLabel> is of QtWidgets");
    row("widgets in a model", "ui/models/a.h", "#include <QTreeView>\n", "<QTreeView> is of QtWidgets");
    row("SQL in a feature", feature, "#include <QSqlDatabase>\n", "<QSqlDatabase> is of QtSql");
    row("GUI in the command line", "app/cli/main.cpp", "#include <QGuiApplication>\n", "is of QtGui");
    row("process events", feature, "void f() { qApp->processEvents(); }", "processEvents lets anything happen");
    row("event loop", feature, "\nQEventLoop loop;\n", "timelinepanel.cpp:2: QEventLoop is a nested event loop");
    row("modal dialog", feature, "void f() { dialog->exec(); }", "exec( is a nested event loop");
    row("menu", feature, "void f() { menu.exec (p); }", "exec ( is a nested event loop");
    row("message box", feature, "void f() { QMessageBox::question(this); }", "QMessageBox::question( is a nested event loop");
    row("singleton", "ui/style/a.h", "class A { static A &instance(); };", "static A &instance( is a singleton");
    row("singleton's use", feature, "void f() { Settings::instance().a(); }", "Settings::instance( is a singleton");
    row("unfinished", feature, "int a; // TODO: more\n", "TODO marks unfinished work");
    row("skipped test", "tests/ui/tst_a.cpp", "void f() { QSKIP(\"x\"); }", "QSKIP lets a test pass");
    row("form", "ui/timeline/panel.ui", "<ui/>", "panel.ui:1: widgets are made in code");
    row("utils", "ui/widgets/stringutils.h", "int a;\n", "stringutils.h:1: a file is named after its topic");
}

void TestLayers::whatBreaksARuleIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, finding);
    const QStringList found = findings(path, text);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(finding), qPrintable(found.first()));
}

void TestLayers::whatIsFineIsNotFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *path, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(text);
    };
    row("arrow down", "migrations/plan/a.h", "#include \"migrations/graph/step.h\"\n#include <QString>\n");
    row("folder below a folder", "migrations/dialects/sqlite/a.cpp", "#include \"migrations/dialects/dialect.h\"\n");
    row("SQL where it belongs", "migrations/database/a.cpp", "#include <QSqlQuery>\nvoid f() { query.exec(); }\n");
    row("GUI classes in a tool", "ui/timeline/timelinetool.h", "#include <QAction>\n");
    row("moc", "ui/models/a.cpp", "#include \"a.moc\"\n");
    row("the program's loop", "app/desktop/main.cpp", "int main() { return QApplication::exec(); }");
    row("in a comment", "ui/timeline/a.cpp", "// never processEvents() nor QEventLoop\n");
    row("in a literal", "ui/timeline/a.cpp", "auto a = u\"dialog.exec()\"_s;\n");
    row("Qt's own instance", "ui/timeline/a.cpp", "void f() { QCoreApplication::instance(); }");
    row("a word that contains another", "ui/timeline/a.cpp", "void f() { execute(); startTODOs(); }");
}

void TestLayers::whatIsFineIsNotFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(findings(path, text), QStringList());
}

void TestLayers::functionsAreMeasured_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("functions");
    const auto row = [](const char *name, const char *text, const char *functions) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(functions);
    };
    row("plain", "int f(int a)\n{\n    return a;\n}\n", "1+4 int f(int a)");
    row("head on two lines", "\nint f(int a,\n    int b)\n{\n}\n", "2+4 int f(int a,");
    row("in a namespace", "namespace A::B {\n\nint f() { return 1; }\n\n} // namespace\n", "3+1 int f()");
    row("in a class", "class A : public B<int()>\n{\n    Q_OBJECT\npublic slots:\n    void f()\n    {\n    }\n};\n", "5+3 void f()");
    row("macro with arguments", "class A {\n    Q_DISABLE_COPY_MOVE(A)\npublic:\n    int f() const {\n    }\n};", "4+2 int f() const");
    row("constructor", "A::A(int a)\n    : B(a)\n    , m_a {a}\n    , m_b {\n          1}\n{\n    g();\n}\n", "1+8 A::A(int a)");
    row("constructor with brackets", "A::A() : m_a(1) {\n}\nint g() {}\n", "1+2 A::A() : m_a(1)|3+1 int g()");
    row("braces in literals", "int f()\n{\n    return u'{' + \"}}{\" + R\"x({{)\")x\";\n}\n", "1+4 int f()");
    row("braces in comments", "int f()\n{ // {\n    /* {{ */\n}\nint g() {}\n", "1+4 int f()|5+1 int g()");
    row("digit separator", "int f()\n{\n    return 1'000'000;\n}\nint g() { return '{'; }\n", "1+4 int f()|5+1 int g()");
    row("lambda inside", "int f()\n{\n    auto a = [](int b) {\n        return b;\n    };\n}\n", "1+6 int f()");
    row("lambda alone", "const auto f = [](int b) {\n    return b;\n};\n", "1+3 const auto f = [](int b)");
    row("template", "template<class T>\nvoid f(const T &a) noexcept\n{\n}\n", "1+4 template<class T>");
    row("operator", "bool A::operator==(const A &b) const\n{\n}\n", "1+3 bool A::operator==(const A &b) const");
    row("call operator", "int A::operator()(int b) const\n{\n}\n", "1+3 int A::operator()(int b) const");
    row("trailing return type", "auto f() -> A::B<int>\n{\n}\n", "1+3 auto f() -> A::B<int>");
    row("preprocessor", "#define F(x) \\\n    { x\nint f()\n{\n}\n", "3+3 int f()");
    row("values are no functions",
        "enum class E { A, B };\nint a {1};\nstatic const QHash<QString, int> t {\n    {u\"(\"_s, 1},\n};\nint b[] = {\n    f(1),\n};\n"
        "QHash<int, int> c({\n    {1, 2},\n});\nstruct S {\n    int a = 0;\n};\n",
        "");
    row("declarations are no functions", "int f(int a = 1);\nclass A;\nA &operator=(const A &) = default;\n", "");
}

void TestLayers::functionsAreMeasured()
{
    QFETCH(QString, text);
    QFETCH(QString, functions);
    QStringList found;
    for (const Function &function : SourceText(text).functions()) {
        found.append(u"%1+%2 %3"_s.arg(function.line).arg(function.lineCount).arg(function.head));
    }
    QCOMPARE(found.join(u'|'), functions);
}

void TestLayers::includesInCommentsAndLiteralsDoNotCount()
{
    const SourceText source(QString::fromUtf8("// #include \"a.h\"\n/*\n#include \"b.h\"\n*/\n  #  include <c> // why\n"
                                              "const char *d = R\"(\n#include \"e.h\"\n)\";\n#include \"f/g.h\"\n"));
    QCOMPARE(source.includes().size(), 2);
    QCOMPARE(source.includes().at(0).name, u"c"_s);
    QCOMPARE(source.includes().at(0).quoted, false);
    QCOMPARE(source.includes().at(0).line, 5);
    QCOMPARE(source.includes().at(1).name, u"f/g.h"_s);
    QCOMPARE(source.includes().at(1).quoted, true);
    QCOMPARE(source.includes().at(1).line, 9);
}

void TestLayers::aLongFunctionAndALongFileAreFound()
{
    const auto function = [](int lines) { return u"int f()\n{\n"_s + u"    g();\n"_s.repeated(lines - 3) + u"}\n"_s; };
    const QString path = u"ui/timeline/a.cpp"_s;
    QCOMPARE(findings(path, function(maximumFunctionLines)), QStringList());
    QCOMPARE(findings(path, u"\n"_s + function(maximumFunctionLines + 1)),
        QStringList {u"ui/timeline/a.cpp:2: the function has 61 lines, the limit is 60: int f()"_s});
    QCOMPARE(findings(path, u"int a;\n"_s.repeated(maximumFileLines)), QStringList());
    QCOMPARE(findings(path, u"int a;\n"_s.repeated(maximumFileLines + 1)),
        QStringList {u"ui/timeline/a.cpp:1: the file has 401 lines, the limit is 400"_s});
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
