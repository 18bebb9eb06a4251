#include "migrations/plan/stepreader.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::Plan;
using namespace Qt::StringLiterals;

/// Files are read ahead of whoever wants them, in order and not without end.
class TestStepReader : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void bodiesComeInOrder_data();
    void bodiesComeInOrder();
    void mistakesComeWhereTheyAre();
    void revisionWithoutAFileIsNotFound();
    void readingEndsWithItsReader_data();
    void readingEndsWithItsReader();
    void largeFilesWait();

private:
    void add(const QString &body);
    [[nodiscard]] QString idOf(qsizetype number) const { return u"r%1"_s.arg(int(number), 4, 10, QChar(u'0')); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Scripts::ScriptDirectory m_scripts;
    QList<Graph::Step> m_steps;
};

void TestStepReader::init()
{
    TestCase::init();
    m_scripts = {};
    m_steps = {};
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestStepReader::add(const QString &body)
{
    const QString id = idOf(m_scripts.revisions.size());
    const QByteArray text = u"revision = '%1'\ndown_revision = None\n%2\n"_s.arg(id, body).toUtf8();
    QFile file(m_folder->filePath(id + u".py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    m_scripts.add({.id = id, .path = file.fileName()});
    m_steps << Graph::Step {.revision = id};
}

void TestStepReader::bodiesComeInOrder_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 7, 8, 9, 64, 65, 500})
        QTest::addRow("%d", count) << count;
}

void TestStepReader::bodiesComeInOrder()
{
    QFETCH(const int, count);
    for (int i = 0; i < count; ++i)
        add(u"def upgrade(): pass"_s);
    StepReader reader(m_scripts, m_steps);
    for (int i = 0; i < count; ++i) {
        const Result<RevisionBody> body = reader.next();
        QVERIFY(body);
        QCOMPARE(body->revision->id, idOf(i));
        QVERIFY(body->script->source.startsWith(u"revision = '%1'"_s.arg(idOf(i))));
        QCOMPARE(body->script->body.size(), 3u);
    }
}

void TestStepReader::mistakesComeWhereTheyAre()
{
    for (int i = 0; i < 40; ++i)
        add(i == 20 ? u"def upgrade():\n    x = = 1"_s : u"def upgrade(): pass"_s);
    QVERIFY(QFile::remove(m_scripts.revisions.at(30).path));
    StepReader reader(m_scripts, m_steps);
    for (int i = 0; i < 40; ++i) {
        const Result<RevisionBody> body = reader.next();
        QCOMPARE(body.has_value(), i != 20 && i != 30);
        if (i == 20) {
            QCOMPARE(body.error().code, ErrorCode::Syntax);
            QCOMPARE(body.error().at.line, 4);
        } else if (i == 30) {
            QCOMPARE(body.error().code, ErrorCode::Io);
        }
    }
}

void TestStepReader::revisionWithoutAFileIsNotFound()
{
    m_steps << Graph::Step {.revision = u"gone"_s};
    StepReader reader(m_scripts, m_steps);
    const Result<RevisionBody> body = reader.next();
    QVERIFY(!body);
    QCOMPARE(body.error().code, ErrorCode::NotFound);
}

void TestStepReader::readingEndsWithItsReader_data()
{
    QTest::addColumn<int>("taken");
    for (const int taken : {0, 1, 100})
        QTest::addRow("%d", taken) << taken;
}

void TestStepReader::readingEndsWithItsReader()
{
    QFETCH(const int, taken);
    for (int i = 0; i < 300; ++i)
        add(u"def upgrade(): pass"_s);
    StepReader reader(m_scripts, m_steps);
    for (int i = 0; i < taken; ++i)
        QVERIFY(reader.next());
}

void TestStepReader::largeFilesWait()
{
    for (int i = 0; i < 20; ++i)
        add(u"text = '%1'"_s.arg(u"x"_s.repeated(3'000'000)));
    StepReader reader(m_scripts, m_steps);
    for (int i = 0; i < 20; ++i) {
        const Result<RevisionBody> body = reader.next();
        QVERIFY(body);
        QCOMPARE(body->revision->id, idOf(i));
    }
}

QTEST_GUILESS_MAIN(TestStepReader)
#include "tst_stepreader.moc"
