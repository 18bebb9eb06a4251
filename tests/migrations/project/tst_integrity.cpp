#include "migrations/project/integrity.h"

#include "migrations/project/project.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// A project of two revisions whose checksums are written, and what happens to it afterwards.
class TestIntegrity : public TestCase
{
    Q_OBJECT

private slots:
    void init();

    void withoutTheFileEverythingIsNew();
    void anEditedRevisionIsNoticed();
    void lineEndsAreNoEdit();
    void aDeletedRevisionIsMissing();
    void writingAddsAndKeepsWhatWasChanged();
    void acceptingTakesTheRevisionAsItIs();
    void acceptingForgetsWhatIsGone();
    void whatNobodyKnowsCannotBeAccepted();
    void aBrokenFileIsAnErrorAndStays();
    void aWarningNamesTheFile();

private:
    [[nodiscard]] std::shared_ptr<const Project> open() const;
    [[nodiscard]] QByteArray sums() const;
    void edit(const QString &id) const;

    std::unique_ptr<ProjectFolder> m_folder;
};

void TestIntegrity::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"b1"_s});
    m_folder->add({.id = u"a2"_s, .down = {u"b1"_s}});
}

std::shared_ptr<const Project> TestIntegrity::open() const
{
    return Project::open(m_folder->path()).value();
}

QByteArray TestIntegrity::sums() const
{
    QFile file(m_folder->path(u"stillroom.sum"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestIntegrity::edit(const QString &id) const
{
    QFile file(m_folder->path(u"scripts/versions/%1.py"_s.arg(id)));
    QVERIFY(file.open(QIODevice::Append));
    QVERIFY(file.write("# one more line\n") > 0);
}

void TestIntegrity::withoutTheFileEverythingIsNew()
{
    const Result<Integrity> integrity = checkIntegrity(*open());
    QVERIFY(integrity);
    QVERIFY(!integrity->hasFile);
    QVERIFY(integrity->isIntact());
    QCOMPARE(integrity->added, (QStringList {u"a2"_s, u"b1"_s}));
    QCOMPARE(integrity->file, m_folder->path(u"stillroom.sum"_s));
    QVERIFY(sums().isEmpty());
}

void TestIntegrity::anEditedRevisionIsNoticed()
{
    const Result<Integrity> written = writeChecksums(*open());
    QVERIFY(written && written->hasFile && written->isIntact() && written->added.isEmpty());
    // oldest first, so that new ones come at the end
    QVERIFY(sums().indexOf(" b1\n") < sums().indexOf(" a2\n"));
    edit(u"a2"_s);
    const Result<Integrity> integrity = checkIntegrity(*open());
    QVERIFY(integrity);
    QCOMPARE(integrity->changed, QStringList {u"a2"_s});
    QVERIFY(!integrity->isIntact());
}

void TestIntegrity::lineEndsAreNoEdit()
{
    QVERIFY(writeChecksums(*open()));
    QFile file(m_folder->path(u"scripts/versions/a2.py"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray source = file.readAll().replace("\n", "\r\n");
    file.seek(0);
    QCOMPARE(file.write(source), source.size());
    file.close();
    QVERIFY(checkIntegrity(*open())->isIntact());
}

void TestIntegrity::aDeletedRevisionIsMissing()
{
    QVERIFY(writeChecksums(*open()));
    QVERIFY(QFile::remove(m_folder->path(u"scripts/versions/a2.py"_s)));
    QCOMPARE(checkIntegrity(*open())->missing, QStringList {u"a2"_s});
}

void TestIntegrity::writingAddsAndKeepsWhatWasChanged()
{
    QVERIFY(writeChecksums(*open()));
    edit(u"b1"_s);
    m_folder->add({.id = u"c3"_s, .down = {u"a2"_s}});
    QCOMPARE(checkIntegrity(*open())->added, QStringList {u"c3"_s});
    const Result<Integrity> written = writeChecksums(*open());
    QVERIFY(written && written->added.isEmpty());
    QCOMPARE(written->changed, QStringList {u"b1"_s});
    QVERIFY(sums().endsWith(" c3\n"));
}

void TestIntegrity::acceptingTakesTheRevisionAsItIs()
{
    QVERIFY(writeChecksums(*open()));
    edit(u"b1"_s);
    edit(u"a2"_s);
    const Result<Integrity> written = writeChecksums(*open(), {u"b1"_s});
    QVERIFY(written);
    QCOMPARE(written->changed, QStringList {u"a2"_s});
}

void TestIntegrity::acceptingForgetsWhatIsGone()
{
    QVERIFY(writeChecksums(*open()));
    QVERIFY(QFile::remove(m_folder->path(u"scripts/versions/a2.py"_s)));
    const Result<Integrity> written = writeChecksums(*open(), {u"a2"_s});
    QVERIFY(written && written->isIntact());
    QVERIFY(!sums().contains(" a2\n"));
}

void TestIntegrity::whatNobodyKnowsCannotBeAccepted()
{
    QVERIFY(writeChecksums(*open()));
    const QByteArray before = sums();
    const Result<Integrity> written = writeChecksums(*open(), {u"nobody"_s});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QCOMPARE(sums(), before);
}

void TestIntegrity::aBrokenFileIsAnErrorAndStays()
{
    m_folder->write(u"stillroom.sum"_s, u"<<<<<<< HEAD\n"_s);
    QCOMPARE(checkIntegrity(*open()).error().code, ErrorCode::Syntax);
    QCOMPARE(writeChecksums(*open()).error().at.line, 1);
    QCOMPARE(sums(), QByteArray("<<<<<<< HEAD\n"));
    QVERIFY(editedRevisions(*open(), {u"a2"_s}).isEmpty());
}

void TestIntegrity::aWarningNamesTheFile()
{
    QVERIFY(writeChecksums(*open()));
    edit(u"a2"_s);
    edit(u"b1"_s);
    const QList<Error> warnings = editedRevisions(*open(), {u"a2"_s, u"nobody"_s});
    QCOMPARE(warnings.size(), 1);
    QCOMPARE(warnings[0].at.file, m_folder->path(u"scripts/versions/a2.py"_s));
    QVERIFY(warnings[0].message.contains(u"a2"_s));
    QVERIFY(warnings[0].nextStep.contains(u"--accept a2"_s));
}

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
