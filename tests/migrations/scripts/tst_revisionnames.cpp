#include "migrations/scripts/revisionnames.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

const QStringList &messages()
{
    static const QStringList all {u""_s, u"Add users"_s, u"  spaces  "_s, u"a-b.c/d:e"_s, u"__x__"_s, u"添加 用户-头像"_s,
        u"Ünïcode ÉÀ"_s, u"rocket 🚀 x"_s, u"𝒳𝒴 𝒵"_s, u"naïve é"_s, u"x² ½ ٣"_s, u"tab\tline\nend"_s, u"UPPER Case"_s,
        u"add the columns that nobody has asked for to every table there is"_s, QString(60, u'x'),
        QString(39, u'x') + u" y"_s, QString(40, u'x') + u" y"_s, QString(20, u'漢') + u' ' + QString(30, u'字')};
    return all;
}

struct FileName {
    QString fileTemplate;
    QString message;
};

const QList<FileName> &fileNames()
{
    static const QList<FileName> all {{u"%(rev)s_%(slug)s"_s, u"add it"_s}, {u"%(slug)s"_s, u"x"_s},
        {u"%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d-%(rev)s_%(slug)s"_s, u"x"_s},
        {u"%(epoch)s_%(rev)s"_s, u""_s}, {u"%(epoch)d-%(second)02d"_s, u""_s}, {u"100%%_%(rev)s"_s, u""_s},
        {u"%(rev)10s|%(rev)-6s|"_s, u""_s}, {u"%(year)d/%(month)02d/%(rev)s"_s, u""_s}, {u"plain"_s, u""_s},
        // what Python refuses
        {u"%(nobody)s"_s, u""_s}, {u"%s"_s, u""_s}, {u"%(rev)"_s, u""_s}, {u"%(slug)d"_s, u"x"_s}};
    return all;
}

struct Moment {
    qint64 epoch;
    int microseconds;
    QByteArray zone;
};

const QList<Moment> &moments()
{
    static const QList<Moment> all {{1738231507, 0, "UTC"}, {1738231507, 123, "UTC"}, {1738231507, 999999, "Asia/Kolkata"},
        {1751328000, 5000, "America/New_York"}, {1738231507, 1, "America/St_Johns"}, {-1, 0, "Europe/Berlin"}, {0, 7, ""}};
    return all;
}

QDateTime at(const Moment &moment)
{
    return QDateTime::fromSecsSinceEpoch(
        moment.epoch, moment.zone.isEmpty() ? QTimeZone(QTimeZone::LocalTime) : QTimeZone(moment.zone));
}

} // namespace

class TestRevisionNames : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void slugsAreAlembics();
    void fileNamesAreAlembics();
    void datesArePythons();
    void fileNamesStayInTheFolder_data();
    void fileNamesStayInTheFolder();
    void idsAreChecked_data();
    void idsAreChecked();
    void newIdsAreAlike();
    void zonesAreFound_data();
    void zonesAreFound();

private:
    QStringList m_slugs;
    QJsonArray m_files;
    QStringList m_dates;
};

void TestRevisionNames::initTestCase()
{
    TestCase::initTestCase();
    QJsonArray questions;
    for (const QString &message : messages()) {
        for (const int length : {40, 8, 1})
            questions.append(QJsonArray {u"slug"_s, message, length});
    }
    const qsizetype slugs = questions.size();
    for (const FileName &one : fileNames())
        questions.append(QJsonArray {u"file"_s, one.fileTemplate, one.message, 1738231507, u"UTC"_s});
    const qsizetype files = questions.size();
    for (const Moment &one : moments())
        questions.append(QJsonArray {u"date"_s, one.epoch, one.microseconds, QString::fromLatin1(one.zone)});
    const QJsonArray answers = judged(u"migrations/scripts/judge_names.py"_s, questions);
    QCOMPARE(answers.size(), questions.size());
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (i < slugs)
            m_slugs << answers.at(i).toString();
        else if (i < files)
            m_files.append(answers.at(i));
        else
            m_dates << answers.at(i).toString();
    }
}

void TestRevisionNames::slugsAreAlembics()
{
    QStringList ours;
    for (const QString &message : messages()) {
        for (const int length : {40, 8, 1})
            ours << slugOf(message, length);
    }
    QCOMPARE(ours, m_slugs);
}

void TestRevisionNames::fileNamesAreAlembics()
{
    for (qsizetype i = 0; i < fileNames().size(); ++i) {
        const FileName &one = fileNames().at(i);
        const RevisionDraft draft {.id = u"n1"_s,
            .down = {},
            .message = one.message,
            .createDate = CreateDate(at({1738231507, 0, "UTC"}), 0, true)};
        const Result<QString> name = fileNameOf(one.fileTemplate, 40, draft, u".py"_s);
        if (m_files.at(i).isNull()) {
            QVERIFY2(!name, qPrintable(one.fileTemplate));
            QCOMPARE(int(name.error().code), int(ErrorCode::BadInput));
            QVERIFY(!name.error().nextStep.isEmpty());
        } else {
            QVERIFY2(name, qPrintable(one.fileTemplate));
            QCOMPARE(*name, m_files.at(i).toString());
        }
    }
}

void TestRevisionNames::datesArePythons()
{
    for (qsizetype i = 0; i < moments().size(); ++i) {
        const Moment &one = moments().at(i);
        QCOMPARE(CreateDate(at(one), one.microseconds, !one.zone.isEmpty()).toString(), m_dates.at(i));
    }
}

void TestRevisionNames::fileNamesStayInTheFolder_data()
{
    QTest::addColumn<QString>("fileTemplate");
    for (const char *text : {"../%(rev)s", "/tmp/%(rev)s", "a/../../%(rev)s", ""})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRevisionNames::fileNamesStayInTheFolder()
{
    QFETCH(QString, fileTemplate);
    QVERIFY(!fileNameOf(fileTemplate, 40, {.id = u"n1"_s, .down = {}}, u".py"_s));
}

void TestRevisionNames::idsAreChecked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("message"); // empty: fine
    QTest::newRow("usual") << u"ae1027a6acf"_s << QString();
    QTest::newRow("numbered") << u"058_add_user_avatar"_s << QString();
    QTest::newRow("Chinese") << u"版本_1"_s << QString();
    QTest::newRow("dot") << u"v1.2"_s << QString();
    QTest::newRow("minus") << u"a-b"_s << u"Character(s) '-' not allowed in revision identifier 'a-b'"_s;
    QTest::newRow("several") << u"a@b+c-d"_s << u"Character(s) '+, -, @' not allowed in revision identifier 'a@b+c-d'"_s;
    QTest::newRow("colon") << u"a:b"_s << u"Character(s) ':' not allowed in revision identifier 'a:b'"_s;
    QTest::newRow("empty") << u""_s << u"\"\" cannot be a revision identifier."_s;
    QTest::newRow("slash") << u"a/b"_s << u"\"a/b\" cannot be a revision identifier."_s;
    QTest::newRow("space before") << u" a"_s << u"\" a\" cannot be a revision identifier."_s;
    QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\" cannot be a revision identifier."_s;
}

void TestRevisionNames::idsAreChecked()
{
    QFETCH(QString, id);
    QFETCH(QString, message);
    const Result<void> checked = checkRevisionId(id);
    QCOMPARE(checked ? QString() : checked.error().message, message);
}

void TestRevisionNames::newIdsAreAlike()
{
    static const QRegularExpression digits(u"^[0-9a-f]{12}\\z"_s);
    QSet<QString> ids;
    for (int i = 0; i < 100; ++i)
        ids << newRevisionId();
    QCOMPARE(ids.size(), 100);
    QVERIFY(std::ranges::all_of(ids, [](const QString &id) { return digits.match(id).hasMatch(); }));
}

void TestRevisionNames::zonesAreFound_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("none") << u""_s << true;
    QTest::newRow("UTC") << u"UTC"_s << true;
    QTest::newRow("small") << u"utc"_s << true;
    QTest::newRow("place") << u"Europe/Berlin"_s << true;
    QTest::newRow("nowhere") << u"Mars/Olympus"_s << false;
    QTest::newRow("offset, which Alembic does not take") << u"UTC+01:00"_s << false;
}

void TestRevisionNames::zonesAreFound()
{
    QFETCH(QString, zone);
    QFETCH(bool, isFound);
    const Result<CreateDate> now = CreateDate::now(zone);
    QCOMPARE(now.has_value(), isFound);
    if (now)
        QVERIFY(std::abs(now->epoch() - QDateTime::currentSecsSinceEpoch()) < 60);
    else
        QCOMPARE(now.error().message, u"Can't locate timezone: "_s + zone);
}

QTEST_GUILESS_MAIN(TestRevisionNames)
#include "tst_revisionnames.moc"
