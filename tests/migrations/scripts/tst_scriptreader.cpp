#include "migrations/scripts/revision.h"

#include "migrations/graph/revisiongraph.h"
#include "migrations/scripts/revisionsource.h"
#include "migrations/scripts/scriptreader.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

/// Folders of revision files as they are met in the wild, with Alembic as the judge of what it reads.
class TestScriptReader : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void stylesInTheWild_data();
    void stylesInTheWild();
    void whatIsBrokenNamesItsLine_data();
    void whatIsBrokenNamesItsLine();
    void sqlHeaders_data();
    void sqlHeaders();
    void namesDecideWhatIsARevision();
    void manyFilesKeepTheirOrder();
    void aFileIsReadOnce();
    void linksAndPipesDoNotStopIt();
    void aFolderOfLargeFilesIsRead();
    void aScriptOfHundredsOfMegabytesIsRefused();
    void missingFolderIsAnError();
    void textIsReadAgainAsItIs();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] ScriptDirectory read() const { return readScriptDirectory({m_folder->path()}).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray functions = "\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n";

QStringList ids(const ScriptDirectory &directory)
{
    QStringList all;
    for (const Revision &revision : directory.revisions)
        all << revision.id;
    return all;
}

QJsonArray sorted(QStringList texts)
{
    texts.sort();
    return QJsonArray::fromStringList(texts);
}

} // namespace

void TestScriptReader::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestScriptReader::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

void TestScriptReader::stylesInTheWild_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *title, const QByteArray &script, const QString &id = u"b"_s, const QString &name = u"b.py"_s) {
        QTest::newRow(title) << name << script + functions << id;
    };
    row("of today", "\"\"\"add it\n\nRevision ID: b\nRevises: a\nCreate Date: 2024-01-02 03:04:05.678901\n\n\"\"\"\n"
                    "from typing import Sequence, Union\n\nfrom alembic import op\nimport sqlalchemy as sa\n\n\n"
                    "# revision identifiers, used by Alembic.\nrevision: str = 'b'\ndown_revision: Union[str, None] = 'a'\n"
                    "branch_labels: Union[str, Sequence[str], None] = ('x', 'y')\ndepends_on: Union[str, Sequence[str], None] = None\n");
    row("of old", "'''add it'''\n\nrevision = 'b'\ndown_revision = 'a'\n");
    row("of Python 2", "# -*- coding: utf-8 -*-\nrevision = u'b'\ndown_revision = u'a'\n");
    row("without its id", "down_revision = None\n", u"58fab1"_s, u"58fab1.py"_s);
    row("doc of several lines", "\"\"\"one\ntwo\n\nthree\n\"\"\"\nrevision = 'b'\ndown_revision = None\n");
    row("doc after an import", "import os\n\"\"\"no doc\"\"\"\nrevision = 'b'\ndown_revision = None\n");
    row("no doc", "revision = 'b'\ndown_revision = None\n");
    row("merge", "revision = 'b'\ndown_revision = ('a', 'c')\ndepends_on = 'd'\nbranch_labels = 'x'\n");
    row("lists", "revision = \"b\"\ndown_revision = ['a', 'c']\ndepends_on = ['d', 'e']\nbranch_labels = ['x']\n");
    row("set of labels", "revision = \"b\"\ndown_revision = None\nbranch_labels = {'x', 'y'}\n");
    row("carriage returns and line feeds", "revision = 'b'\r\ndown_revision = 'a'\r\n");
    row("carriage returns", "revision = 'b'\rdown_revision = 'a'\r");
    row("byte order mark", "\xef\xbb\xbfrevision = 'b'\ndown_revision = 'a'\n");
    row("declared Latin-1", "# -*- coding: latin-1 -*-\n'''caf\xe9'''\nrevision = 'b'\ndown_revision = 'a'\n");
    row("space", "revision = 'a b'\ndown_revision = None\n", u"a b"_s);
    row("quote", "revision = \"it's\"\ndown_revision = None\n", u"it's"_s);
    row("dash", "revision = 'a-b'\ndown_revision = None\n", u"a-b"_s);
    row("signs", "revision = 'a@b+c'\ndown_revision = None\n", u"a@b+c"_s);
    row("other alphabet", "revision = '版本'\ndown_revision = None\n", u"版本"_s);
    row("numbered", "revision = '058_add_user_avatar'\ndown_revision = '057_x'\n", u"058_add_user_avatar"_s,
        u"058_add_user_avatar.py"_s);
    row("helpers and constants", "import logging\nlog = logging.getLogger(__name__)\nrevision = 'b'\ndown_revision = None\n"
                                 "TABLES = ['a', 'b']\n\ndef helper(x, *args):\n    return {'(': ')'}\n");
    row("class and condition", "revision = 'b'\ndown_revision = None\nimport sys\nclass A:\n    revision = 'c'\n"
                               "if sys.version_info:\n    x = 1\n");
}

void TestScriptReader::stylesInTheWild()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, script);
    QFETCH(QString, id);
    const QString file = write(name, script);
    const ScriptDirectory directory = read();
    QVERIFY2(directory.problems.isEmpty(), qPrintable(directory.problems.value(0).toText()));
    QCOMPARE(ids(directory), QStringList {id});
    const Revision &revision = directory.revisions.constFirst();
    QCOMPARE(revision.path, file);
    const QJsonArray judgement = judged(u"migrations/scripts/judge_script.py"_s, {file});
    QCOMPARE(judgement.size(), 1);
    if (const QString refusal = judgement[0][u"error"].toString(); !refusal.isEmpty()) {
        const auto graph = Graph::RevisionGraph::build({{.id = revision.id, .down = revision.down}});
        QCOMPARE(graph.problem(id).value().message, refusal);
        return;
    }
    const QJsonObject ours {{u"revision"_s, revision.id}, {u"down"_s, sorted(revision.down)},
        {u"dependsOn"_s, sorted(revision.dependsOn)}, {u"labels"_s, sorted(revision.branchLabels)},
        {u"doc"_s, revision.doc}, {u"longDoc"_s, revision.longDoc}};
    QCOMPARE(ours, judgement.at(0).toObject());
}

void TestScriptReader::whatIsBrokenNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *title, const QByteArray &script, ErrorCode code, int line) {
        QTest::newRow(title) << script << code << line;
    };
    row("not Python", "revision = 'b'\ndown_revision = = None\n", ErrorCode::Syntax, 2);
    row("unclosed text", "revision = 'b'\ndown_revision = 'a\n", ErrorCode::Syntax, 2);
    row("Latin-1 that nobody declared", "revision = 'b'\n# caf\xe9\ndown_revision = None\n", ErrorCode::Syntax, 2);
    row("null byte", QByteArray("revision = 'b'\n\0\n", 17), ErrorCode::Syntax, 2);
    row("UTF-16", QByteArray("\xff\xfer\0e\0v\0\n\0", 10), ErrorCode::Syntax, 1);
    row("unknown encoding", "# coding: klingon\nrevision = 'b'\n", ErrorCode::Syntax, 1);
    row("computed", "import uuid\nrevision = uuid.uuid4().hex\ndown_revision = None\n", ErrorCode::BadInput, 2);
    row("no id", "down_revision = None\n", ErrorCode::BadInput, 0);
    row("no parent", "revision = 'b'\n", ErrorCode::BadInput, 0);
    row("empty file", "", ErrorCode::BadInput, 0);
    row("merge conflict", "<<<<<<< ours\nrevision = 'b'\n=======\nrevision = 'c'\n>>>>>>> theirs\n", ErrorCode::Syntax, 1);
}

void TestScriptReader::whatIsBrokenNamesItsLine()
{
    QFETCH(QByteArray, script);
    QFETCH(ErrorCode, code);
    QFETCH(int, line);
    write(u"sound.py"_s, "revision = 'a'\ndown_revision = None\n" + functions);
    const QString file = write(u"x.py"_s, script);
    const ScriptDirectory directory = read();
    QCOMPARE(ids(directory), QStringList {u"a"_s});
    QCOMPARE(directory.problems.size(), 1);
    const Error &problem = directory.problems.constFirst();
    QCOMPARE(problem.code, code);
    QCOMPARE(problem.at.file, file);
    QCOMPARE(problem.at.line, line);
    QVERIFY(!problem.nextStep.isEmpty());
}

void TestScriptReader::sqlHeaders_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("down");
    QTest::addColumn<QString>("doc");
    const auto row = [](const char *title, const QByteArray &script, const QString &id, const QStringList &down,
                         const QString &doc = {}) { QTest::newRow(title) << script << id << down << doc; };
    row("plain", "-- revision: b\n-- revises: a\n-- message: it: all\n-- migrate:up\nSELECT 1;\n", u"b"_s, {u"a"_s}, u"it: all"_s);
    row("base", "-- revision: b\n", u"b"_s, {});
    row("merge", "-- revision: b\n-- revises: a , c,\n", u"b"_s, {u"a"_s, u"c"_s});
    row("carriage returns", "-- revision: b\r\n-- revises: a\r\n", u"b"_s, {u"a"_s});
    row("byte order mark", "\xef\xbb\xbf-- revision: b\n", u"b"_s, {});
    row("licence above", "-- Copyright: nobody's\n\n-- all of it\n--revision:b\n", u"b"_s, {});
    row("bytes of Latin-1", "-- revision: b\n-- message: ok\n-- caf\xe9\n", u"b"_s, {}, u"ok"_s);
    row("after a statement", "SELECT 1;\n-- revision: b\n", {}, {});
    row("after the first section", "-- migrate:up\n-- revision: b\n", {}, {});
    row("no header", "SELECT 1;\n", {}, {});
    row("empty", "", {}, {});
}

void TestScriptReader::sqlHeaders()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, id);
    QFETCH(QStringList, down);
    QFETCH(QString, doc);
    write(u"x.sql"_s, script);
    const ScriptDirectory directory = read();
    QCOMPARE(directory.problems.size(), 0);
    QCOMPARE(directory.revisions.size(), id.isEmpty() ? 0 : 1);
    if (id.isEmpty())
        return;
    const Revision &revision = directory.revisions.constFirst();
    QCOMPARE(revision.language, Language::Sql);
    QCOMPARE(revision.id, id);
    QCOMPARE(revision.down, down);
    QCOMPARE(revision.doc, doc);
}

void TestScriptReader::namesDecideWhatIsARevision()
{
    for (const QString &name : {u"__init__.py"_s, u".#a.py"_s, u"a.pyc"_s, u"a.py~"_s, u"a.txt"_s, u"py"_s})
        write(name, "revision = 'x'\ndown_revision = None\n");
    write(u".hidden.py"_s, "revision = 'hidden'\ndown_revision = None\n");
    write(u"é.py"_s, "revision = 'e'\ndown_revision = None\n");
    write(u"with space.py"_s, "revision = 's'\ndown_revision = None\n");
    write(u"Z.py"_s, "revision = 'z'\ndown_revision = None\n");
    QVERIFY(QDir(path({})).mkdir(u"folder.py"_s));
    const ScriptDirectory directory = read();
    QCOMPARE(directory.problems.size(), 0);
    QCOMPARE(ids(directory), (QStringList {u"hidden"_s, u"z"_s, u"s"_s, u"e"_s}));
}

void TestScriptReader::manyFilesKeepTheirOrder()
{
    QStringList expected;
    QStringList broken;
    for (int i = 0; i < 700; ++i) {
        const QString name = u"r%1"_s.arg(i, 4, 10, QChar(u'0'));
        const bool isBroken = i % 7 == 3;
        const QString file = write(name + u".py"_s, isBroken ? QByteArray("revision = =\n") : "revision = '" + name.toUtf8() + "'\ndown_revision = None\n" + functions);
        (isBroken ? broken : expected) << (isBroken ? file : name);
    }
    for (int round = 0; round < 5; ++round) {
        const ScriptDirectory directory = read();
        QCOMPARE(ids(directory), expected);
        QStringList files;
        for (const Error &problem : directory.problems)
            files << problem.at.file;
        QCOMPARE(files, broken);
        QCOMPARE(directory.revision(u"r0501"_s)->path, path(u"r0501.py"_s));
        QVERIFY(!directory.revision(u"r0003"_s));
    }
}

void TestScriptReader::aFileIsReadOnce()
{
    const QString file = write(u"a.py"_s, "revision = 'a'\ndown_revision = None\n");
    QVERIFY(QFile::link(file, path(u"b.py"_s)));
    QVERIFY(QDir(path({})).mkdir(u"more"_s));
    QVERIFY(QFile::link(path(u"more"_s), path(u"again"_s)));
    write(u"more/c.py"_s, "revision = 'c'\ndown_revision = None\n");
    const auto directory
        = readScriptDirectory({path({}), path(u"more"_s), path(u"again"_s), m_folder->path() + u"/more/"_s});
    QCOMPARE(ids(*directory), (QStringList {u"a"_s, u"c"_s}));
    QCOMPARE(directory->problems.size(), 0);
}

void TestScriptReader::linksAndPipesDoNotStopIt()
{
    write(u"a.py"_s, "revision = 'a'\ndown_revision = None\n");
    QVERIFY(QFile::link(u"loop.py"_s, path(u"loop.py"_s)));
    QVERIFY(QFile::link(u"nowhere"_s, path(u"nowhere.py"_s)));
    QVERIFY(QFile::link(u"."_s, path(u"folder.py"_s)));
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe.py"_s)).constData(), 0600), 0);
    const ScriptDirectory directory = read();
    QCOMPARE(ids(directory), QStringList {u"a"_s});
    QStringList files;
    for (const Error &problem : directory.problems) {
        QCOMPARE(problem.code, ErrorCode::Io);
        QVERIFY(!problem.nextStep.isEmpty());
        files << QFileInfo(problem.at.file).fileName();
    }
    QCOMPARE(files, (QStringList {u"loop.py"_s, u"nowhere.py"_s, u"pipe.py"_s}));
}

void TestScriptReader::aFolderOfLargeFilesIsRead()
{
    constexpr qsizetype Size = 50 * 1024 * 1024;
    const QByteArray row = "        ('a value of some length', 12345, \"another\", None),\n";
    const QByteArray rows = row.repeated(Size / row.size());
    write(u"a.py"_s, "revision = 'a'\ndown_revision = None\n\ndef upgrade():\n    op.bulk_insert(t, [\n" + rows + "    ])\n");
    write(u"b.py"_s, "revision = 'b'\ndown_revision = 'a'\nROWS = [\n" + rows + "]\n");
    write(u"c.py"_s, "revision = 'c'\nif True:\n    ROWS = [\n" + rows + "]\n");
    write(u"d.sql"_s, "-- revision: d\n-- revises: b\n-- migrate:up\n" + QByteArray("INSERT INTO t VALUES (1);\n").repeated(Size / 26));
    const ScriptDirectory directory = read();
    QCOMPARE(ids(directory), (QStringList {u"a"_s, u"b"_s, u"d"_s}));
    QCOMPARE(directory.problems.size(), 1);
    QCOMPARE(directory.problems[0].code, ErrorCode::BadInput);
    QCOMPARE(directory.problems[0].at.file, path(u"c.py"_s));
}

void TestScriptReader::aScriptOfHundredsOfMegabytesIsRefused()
{
    QFile file(path(u"a.py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(300) * 1024 * 1024)); // a hole: takes no room on the disk
    const ScriptDirectory directory = read();
    QCOMPARE(directory.problems.size(), 1);
    QCOMPARE(directory.problems[0].code, ErrorCode::BadInput);
    QVERIFY2(directory.problems[0].message.contains(u"64 MB"_s), qPrintable(directory.problems[0].message));
}

void TestScriptReader::missingFolderIsAnError()
{
    QCOMPARE(readScriptDirectory({path(u"gone"_s)}).error().code, ErrorCode::NotFound);
    const QString file = write(u"a.py"_s, {});
    QCOMPARE(readScriptDirectory({file}).error().code, ErrorCode::NotFound);
    QVERIFY(QFile::link(path(u"loop"_s), path(u"loop"_s)));
    QCOMPARE(readScriptDirectory({path(u"loop"_s)})->problems.value(0).code, ErrorCode::Io);
}

void TestScriptReader::textIsReadAgainAsItIs()
{
    write(u"a.py"_s, "# coding: latin-1\r\n# caf\xe9\r\nrevision = 'a'\r\ndown_revision = None\r\n");
    const Revision revision = read().revisions.at(0);
    QCOMPARE(readText(revision).value(), u"# coding: latin-1\n# café\nrevision = 'a'\ndown_revision = None\n"_s);
    QVERIFY(readSource(revision)->startsWith("# coding: latin-1\r\n"));
    write(u"a.py"_s, "revision = 'b'\n# \xe9\n");
    QCOMPARE(readText(revision).value(), u"revision = 'b'\n# \ufffd\n"_s);
    QCOMPARE(readSource(revision).error().code, ErrorCode::Conflict);
    QVERIFY(QFile::remove(revision.path));
    QCOMPARE(readText(revision).error().code, ErrorCode::Io);
    QCOMPARE(readSource(revision).error().code, ErrorCode::Io);
}

QTEST_GUILESS_MAIN(TestScriptReader)
#include "tst_scriptreader.moc"
