#include "migrations/scripts/filechanges.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

/// A folder with two files, and its whole content as text.
class Folder final
{
public:
    Folder()
    {
        write(u"a.py"_s, "old a");
        write(u"b.py"_s, "old b");
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("%s", qPrintable(file.errorString()));
    }
    [[nodiscard]] QMap<QString, QByteArray> content() const
    {
        QMap<QString, QByteArray> all;
        QDirIterator entries(
            m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            const QString name = file.fileName().sliced(m_folder.path().size() + 1);
            all.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("folder"));
        }
        return all;
    }

private:
    QTemporaryDir m_folder;
};

using Content = QMap<QString, QByteArray>;

} // namespace

class TestFileChanges : public TestCase
{
    Q_OBJECT

private slots:
    void doesEverything();
    void undoesWhatIsNotKept();
    void doesNothingWhenOneFails_data();
    void doesNothingWhenOneFails();
    void keepsRightsAndLinks();
};

void TestFileChanges::doesEverything()
{
    const Folder folder;
    FileChanges changes;
    changes.makeFolder(folder.path(u"empty"_s));
    changes.write(folder.path(u"a.py"_s), "new a");
    changes.move(folder.path(u"b.py"_s), folder.path(u"backup/x/b.py"_s));
    changes.write(folder.path(u"b.py"_s), "new b");
    QVERIFY(changes.apply());
    changes.keep();
    QCOMPARE(folder.content(),
        (Content {{u"a.py"_s, "new a"}, {u"b.py"_s, "new b"}, {u"backup"_s, "folder"}, {u"backup/x"_s, "folder"},
            {u"backup/x/b.py"_s, "old b"}, {u"empty"_s, "folder"}}));
}

void TestFileChanges::undoesWhatIsNotKept()
{
    const Folder folder;
    const Content before = folder.content();
    {
        FileChanges changes;
        changes.write(folder.path(u"a.py"_s), "new a");
        changes.write(folder.path(u"new/c.py"_s), "c");
        changes.move(folder.path(u"b.py"_s), folder.path(u"new/b.py"_s));
        QVERIFY(changes.apply());
        QVERIFY(folder.content() != before);
    }
    QCOMPARE(folder.content(), before);
}

void TestFileChanges::doesNothingWhenOneFails_data()
{
    QTest::addColumn<QString>("from"); // empty: written, not moved
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("code");
    QTest::newRow("moved onto another") << u"b.py"_s << u"a.py"_s << int(ErrorCode::Conflict);
    QTest::newRow("moved from nowhere") << u"nobody.py"_s << u"c.py"_s << int(ErrorCode::Io);
    QTest::newRow("below a file") << QString() << u"b.py/c.py"_s << int(ErrorCode::Io);
    QTest::newRow("a folder") << QString() << u"folder"_s << int(ErrorCode::Io);
}

void TestFileChanges::doesNothingWhenOneFails()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, code);
    const Folder folder;
    QDir(folder.path({})).mkpath(u"folder/full"_s);
    const Content before = folder.content();
    FileChanges changes;
    changes.write(folder.path(u"a.py"_s), "new a");
    changes.write(folder.path(u"new/c.py"_s), "c");
    if (from.isEmpty())
        changes.write(folder.path(to), "x");
    else
        changes.move(folder.path(from), folder.path(to));
    const Result<void> done = changes.apply();
    QVERIFY(!done);
    QCOMPARE(int(done.error().code), code);
    QCOMPARE(folder.content(), before);
}

void TestFileChanges::keepsRightsAndLinks()
{
    const Folder folder;
    const QFile::Permissions rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser
        | QFile::WriteUser | QFile::ExeUser;
    QVERIFY(QFile::setPermissions(folder.path(u"a.py"_s), rights));
    QVERIFY(QFile::link(folder.path(u"a.py"_s), folder.path(u"link.py"_s)));
    FileChanges changes;
    changes.write(folder.path(u"link.py"_s), "new a");
    QVERIFY(changes.apply());
    changes.keep();
    QCOMPARE(QFile::permissions(folder.path(u"a.py"_s)), rights);
    QVERIFY(QFileInfo(folder.path(u"link.py"_s)).isSymLink());
    QCOMPARE(folder.content().value(u"a.py"_s), QByteArray("new a"));
}

QTEST_GUILESS_MAIN(TestFileChanges)
#include "tst_filechanges.moc"
