#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/judge.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

// an editor that does one thing to the file, `$1` in it
QString editor(const ProjectFolder &folder, const QString &script)
{
    const QString path = folder.path(u"my editor"_s);
    folder.write(u"my editor"_s, u"#!/bin/sh\n%1\n"_s.arg(script));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return u'"' + path + u'"';
}

} // namespace

class TestEditCommand : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void failsAsAlembicDoes_data();
    void failsAsAlembicDoes();
    void opensTheFile_data();
    void opensTheFile();
    void opensTheCurrentRevision();
    void tellsWhatTheEditBroke_data();
    void tellsWhatTheEditBroke();
    void namesTheFileWithoutAnEditor();
};

void TestEditCommand::init()
{
    TestCase::init();
    qunsetenv("VISUAL");
    qunsetenv("EDITOR");
}

void TestEditCommand::failsAsAlembicDoes_data()
{
    QTest::addColumn<QString>("symbol");
    for (const char *symbol : {"base", "nobody", "head", "current", "aaaa01+9"})
        QTest::newRow(symbol) << QString::fromLatin1(symbol);
}

void TestEditCommand::failsAsAlembicDoes()
{
    QFETCH(QString, symbol);
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    folder.add({.id = u"bbbb02"_s});
    qputenv("EDITOR", editor(folder, u"echo edited >> \"$1\""_s).toUtf8());
    const QStringList arguments {u"-c"_s, folder.path(u"alembic.ini"_s), u"edit"_s, symbol};
    QJsonArray commands;
    commands.append(QJsonArray::fromStringList(arguments));
    const QString expected = judged(u"app/cli/judge_commands.py"_s, commands, folder.path()).at(0).toString().trimmed();
    QVERIFY2(expected.startsWith("FAILED: "_L1), qPrintable(expected));
    const CommandRun run = CommandRun::of(arguments);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.err.section(u'\n', 0, 0), expected);
    QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
}

void TestEditCommand::opensTheFile_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QStringList>("edited");
    QTest::newRow("EDITOR") << QByteArray("EDITOR") << u"aaaa01"_s << QStringList {u"aaaa01"_s};
    QTest::newRow("VISUAL") << QByteArray("VISUAL") << u"bbb"_s << QStringList {u"bbbb02"_s};
    QTest::newRow("several") << QByteArray("VISUAL") << u"heads"_s << QStringList {u"bbbb02"_s, u"cccc03"_s};
}

void TestEditCommand::opensTheFile()
{
    QFETCH(QByteArray, variable);
    QFETCH(QString, symbol);
    QFETCH(QStringList, edited);
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    folder.add({.id = u"bbbb02"_s, .down = {u"aaaa01"_s}});
    folder.add({.id = u"cccc03"_s});
    qputenv("EDITOR", "false");
    const QString program = editor(folder, u"[ \"$1\" = --wait ] && echo '# edited' >> \"$2\""_s);
    qputenv(variable.constData(), QString(program + u" --wait").toUtf8());
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"--json"_s, u"edit"_s, symbol});
    QCOMPARE(run.err, QString());
    QCOMPARE(run.code, 0);
    QStringList answered;
    for (const QJsonValue &one : QJsonDocument::fromJson(run.out.toUtf8()).object().value("edited"_L1).toArray()) {
        answered << one.toObject().value("revision"_L1).toString();
        QCOMPARE(one.toObject().value("changed"_L1).toBool(), true);
        QFile file(one.toObject().value("path"_L1).toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith("# edited\n"));
    }
    QCOMPARE(answered, edited);
}

void TestEditCommand::opensTheCurrentRevision()
{
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    folder.add({.id = u"bbbb02"_s, .down = {u"aaaa01"_s}});
    const QString url = u"sqlite:///"_s + folder.database();
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"--url"_s, url, u"upgrade"_s, u"aaaa01"_s}).code, 0);
    qputenv("EDITOR", editor(folder, u"echo '# edited' >> \"$1\""_s).toUtf8());
    const CommandRun run
        = CommandRun::of({u"-c"_s, folder.path(), u"--url"_s, url, u"--json"_s, u"edit"_s, u"current"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains("\"revision\": \"aaaa01\""_L1), qPrintable(run.out));
}

void TestEditCommand::tellsWhatTheEditBroke_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("warning");
    QTest::newRow("id") << u"sed -i \"s/^revision = .*/revision = 'other'/\" \"$1\""_s
                        << u"Warning: The revision was aaaa01 and is other now.\n"_s;
    QTest::newRow("syntax") << u"echo 'down_revision = (' >> \"$1\""_s << u"Warning: SyntaxError: "_s;
    QTest::newRow("no parent") << u"sed -i /^down_revision/d \"$1\""_s << u"Warning: The script has no down_revision"_s;
    QTest::newRow("nothing") << u"true"_s << QString();
}

void TestEditCommand::tellsWhatTheEditBroke()
{
    QFETCH(QString, script);
    QFETCH(QString, warning);
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s});
    qputenv("EDITOR", editor(folder, script).toUtf8());
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"edit"_s, u"head"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.startsWith(warning) && run.err.isEmpty() == warning.isEmpty(), qPrintable(run.err));
}

void TestEditCommand::namesTheFileWithoutAnEditor()
{
    const ProjectFolder folder;
    const QString path = folder.add({.id = u"aaaa01"_s});
    for (const QByteArray command : {"no-such-editor", "false"}) {
        qputenv("EDITOR", command);
        const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"edit"_s, u"head"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("\n  at "_L1 + path + u'\n'), qPrintable(run.err));
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
    }
}

QTEST_GUILESS_MAIN(TestEditCommand)
#include "tst_editcommand.moc"
