#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// `check` from the first checksum to an edited revision.
class TestCheckCommand : public TestCase
{
    Q_OBJECT

private slots:
    void init();

    void aProjectWithoutChecksumsIsSound();
    void anEditIsFoundAndAccepted();
    void jsonHasEveryKind();
    void aBrokenFileIsADifference();
    void aRunWarnsOfAnEditedRevision();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const
    {
        return CommandRun::of(QStringList {u"-c"_s, m_folder->path()} + arguments);
    }
    void edit(const QString &id) const;

    std::unique_ptr<ProjectFolder> m_folder;
};

void TestCheckCommand::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"a1"_s});
    m_folder->add({.id = u"b2"_s, .down = {u"a1"_s}});
}

void TestCheckCommand::edit(const QString &id) const
{
    QFile file(m_folder->path(u"scripts/versions/%1.py"_s.arg(id)));
    QVERIFY(file.open(QIODevice::Append));
    QVERIFY(file.write("# edited\n") > 0);
}

void TestCheckCommand::aProjectWithoutChecksumsIsSound()
{
    const CommandRun check = run({u"check"_s});
    QCOMPARE(check.code, 0);
    QCOMPARE(check.out, QString());
    QVERIFY(check.err.contains(u"--write"_s));
    QVERIFY(!QFile::exists(m_folder->path(u"stillroom.sum"_s)));
}

void TestCheckCommand::anEditIsFoundAndAccepted()
{
    QCOMPARE(run({u"check"_s, u"--write"_s}).code, 0);
    QVERIFY(QFile::exists(m_folder->path(u"stillroom.sum"_s)));
    edit(u"a1"_s);
    const CommandRun check = run({u"check"_s});
    QCOMPARE(check.code, 3);
    QCOMPARE(check.out, u"a1  edited since its checksum was written\n"_s);
    QCOMPARE(run({u"check"_s, u"--write"_s}).code, 3); // does not make it right
    QCOMPARE(run({u"check"_s, u"--accept"_s, u"a1"_s}).code, 0);
    QCOMPARE(run({u"check"_s}).code, 0);
    const CommandRun nobody = run({u"check"_s, u"--accept"_s, u"nobody"_s});
    QCOMPARE(nobody.code, 1);
    QVERIFY(nobody.err.startsWith(u"FAILED: There is no revision nobody"_s));
}

void TestCheckCommand::jsonHasEveryKind()
{
    QCOMPARE(run({u"check"_s, u"--write"_s}).code, 0);
    edit(u"a1"_s);
    QVERIFY(QFile::remove(m_folder->path(u"scripts/versions/b2.py"_s)));
    m_folder->add({.id = u"c3"_s, .down = {u"a1"_s}});
    const CommandRun check = run({u"--json"_s, u"check"_s});
    QCOMPARE(check.code, 3);
    const QJsonObject json = QJsonDocument::fromJson(check.out.toUtf8()).object();
    QCOMPARE(json[u"changed"_s].toArray(), QJsonArray {u"a1"_s});
    QCOMPARE(json[u"missing"_s].toArray(), QJsonArray {u"b2"_s});
    QCOMPARE(json[u"added"_s].toArray(), QJsonArray {u"c3"_s});
    QCOMPARE(json[u"problems"_s].toArray(), QJsonArray());
    QCOMPARE(json[u"checksums"_s].toString(), m_folder->path(u"stillroom.sum"_s));
}

void TestCheckCommand::aBrokenFileIsADifference()
{
    m_folder->write(u"scripts/versions/broken.py"_s, u"revision = (\n"_s);
    const CommandRun check = run({u"check"_s});
    QCOMPARE(check.code, 3);
    QVERIFY(check.err.contains(u"Problems in the revision files: 1"_s));
}

void TestCheckCommand::aRunWarnsOfAnEditedRevision()
{
    QCOMPARE(run({u"check"_s, u"--write"_s}).code, 0);
    edit(u"b2"_s);
    const QString warning = u"Warning: Revision b2 was edited after its checksum was written."_s;
    QVERIFY(!run({u"upgrade"_s, u"a1"_s}).err.contains(warning));
    QVERIFY(run({u"upgrade"_s, u"a1:b2"_s, u"--sql"_s}).err.contains(warning));
    const CommandRun upgrade = run({u"upgrade"_s, u"head"_s});
    QCOMPARE(upgrade.code, 0);
    QVERIFY(upgrade.err.contains(warning));
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
