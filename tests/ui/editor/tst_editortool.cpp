#include "ui/editor/editortool.h"

#include "tests/support/testcase.h"
#include "tests/ui/support/sampleproject.h"
#include "ui/editor/codeeditor.h"
#include "ui/workspace/workspace.h"

#include <Qsci/qscilexer.h>

#include <QAction>
#include <QSignalSpy>

using namespace Migrations;
using namespace Workbench;

class TestEditorTool : public TestCase
{
    Q_OBJECT

private slots:
    void showsTheSelectedRevision();
    void aLineThatSomebodyWantsIsShownWithoutSelectingIt();
    void aFileOfNobodyIsNotShown();
    void aFileThatIsGoneSaysSo();
    void theEditorShowsTextAndLine();
};

void TestEditorTool::showsTheSelectedRevision()
{
    const SampleProject sample;
    Workspace workspace;
    const EditorTool tool(workspace);
    QVERIFY(!tool.hasRevision());
    QVERIFY(!tool.copyPathAction()->isEnabled());
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.project());
    workspace.select(QStringLiteral("002_names"));
    QCOMPARE(tool.revision().id, QStringLiteral("002_names"));
    QVERIFY(tool.source().contains(QStringLiteral("op.add_column")));
    QCOMPARE(tool.displayPath(), QStringLiteral("migrations/versions/002_names.py"));
}

void TestEditorTool::aLineThatSomebodyWantsIsShownWithoutSelectingIt()
{
    const SampleProject sample;
    Workspace workspace;
    const EditorTool tool(workspace);
    QSignalSpy lines(&tool, &EditorTool::lineRequested);
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.project());
    workspace.select(QStringLiteral("002_names"));
    workspace.showSource({.file = sample.revisionPath(QStringLiteral("001_accounts")), .line = 18});
    QCOMPARE(tool.revision().id, QStringLiteral("001_accounts"));
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.first().first().toInt(), 18);
    QCOMPARE(workspace.selected(), QStringLiteral("002_names"));
}

void TestEditorTool::aFileOfNobodyIsNotShown()
{
    const SampleProject sample;
    Workspace workspace;
    const EditorTool tool(workspace);
    QSignalSpy lines(&tool, &EditorTool::lineRequested);
    workspace.showSource({.file = QStringLiteral("/tmp/else.py"), .line = 1});
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.project());
    workspace.showSource({.file = QStringLiteral("/tmp/else.py"), .line = 1});
    QCOMPARE(lines.count(), 0);
}

void TestEditorTool::aFileThatIsGoneSaysSo()
{
    const SampleProject sample;
    Workspace workspace;
    const EditorTool tool(workspace);
    workspace.open(sample.path());
    QTRY_VERIFY(workspace.project());
    QVERIFY(QFile::remove(sample.revisionPath(QStringLiteral("002_names"))));
    workspace.select(QStringLiteral("002_names"));
    QVERIFY(tool.hasRevision());
    QCOMPARE(tool.source(), QString());
    QCOMPARE(tool.problem()->code, ErrorCode::Io);
    workspace.select(QStringLiteral("001_accounts"));
    QVERIFY(!tool.problem());
    QVERIFY(tool.source().contains(QStringLiteral("op.create_table")));
}

void TestEditorTool::theEditorShowsTextAndLine()
{
    CodeEditor editor;
    editor.setCode(QStringLiteral("a = 1\n# 变量\nb = 2\n"), Scripts::Language::Python);
    QVERIFY(editor.isReadOnly());
    QCOMPARE(editor.text(), QStringLiteral("a = 1\n# 变量\nb = 2\n"));
    editor.showLine(3);
    int line = -1;
    int column = -1;
    editor.getCursorPosition(&line, &column);
    QCOMPARE(line, 2);
    editor.showLine(99);
    editor.getCursorPosition(&line, &column);
    QCOMPARE(line, 2);
    editor.setCode(QStringLiteral("SELECT 1;"), Scripts::Language::Sql);
    QCOMPARE(QString::fromLatin1(editor.lexer()->language()), QStringLiteral("SQL"));
}

QTEST_MAIN(TestEditorTool)
#include "tst_editortool.moc"
