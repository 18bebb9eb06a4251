#include "tests/support/testcase.h"
#include "tests/ui/support/sampleproject.h"

#include <QImage>
#include <QProcess>

// The program itself, without a display.
class TestDesktop : public TestCase
{
    Q_OBJECT

private slots:
    void aPictureOfAProjectHasItsSize_data();
    void aPictureOfAProjectHasItsSize();
    void picturesAreTheSameFromRunToRun();
    void aPictureWithoutAProjectIsTheWelcomePage();
    void aProjectThatIsNotThereIsExitCodeOne();
    void wrongUsageIsExitCodeTwo();

private:
    struct Outcome {
        int exitCode = -1;
        QString out;
        QString err;
    };

    [[nodiscard]] static Outcome run(const QStringList &arguments);
    [[nodiscard]] QString picture(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

TestDesktop::Outcome TestDesktop::run(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(STILLROOM_BIN_DIR "/stillroom"), arguments);
    const bool finished = program.waitForFinished(90000);
    return {.exitCode = finished && program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
        .out = QString::fromUtf8(program.readAllStandardOutput()),
        .err = QString::fromUtf8(program.readAllStandardError())};
}

void TestDesktop::aPictureOfAProjectHasItsSize_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << QStringLiteral("light") << QStringLiteral("en") << false;
    QTest::newRow("dark, Chinese") << QStringLiteral("dark") << QStringLiteral("zh_CN") << true;
}

void TestDesktop::aPictureOfAProjectHasItsSize()
{
    QFETCH(QString, theme);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const SampleProject sample;
    const QString file = picture(theme + QStringLiteral(".png"));
    const Outcome outcome = run({sample.path(), QStringLiteral("--theme"), theme, QStringLiteral("--lang"), language,
        QStringLiteral("--size"), QStringLiteral("1300x820"), QStringLiteral("--screenshot"), file});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.exitCode, 0);
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1300, 820));
    QCOMPARE(image.pixelColor(2, 2).lightness() < 128, dark);
}

void TestDesktop::picturesAreTheSameFromRunToRun()
{
    const SampleProject sample;
    for (const QString &name : {QStringLiteral("one.png"), QStringLiteral("two.png")}) {
        const Outcome outcome = run({sample.path(), QStringLiteral("--lang"), QStringLiteral("en"),
            QStringLiteral("--screenshot"), picture(name)});
        QCOMPARE(outcome.exitCode, 0);
    }
    QCOMPARE(QImage(picture(QStringLiteral("one.png"))), QImage(picture(QStringLiteral("two.png"))));
}

void TestDesktop::aPictureWithoutAProjectIsTheWelcomePage()
{
    const Outcome outcome = run({QStringLiteral("--screenshot"), picture(QStringLiteral("welcome.png"))});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(QImage(picture(QStringLiteral("welcome.png"))).size(), QSize(1280, 800));
}

void TestDesktop::aProjectThatIsNotThereIsExitCodeOne()
{
    const Outcome outcome
        = run({QStringLiteral("/nowhere/alembic.ini"), QStringLiteral("--screenshot"), picture(QStringLiteral("no.png"))});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.err.contains(QStringLiteral("/nowhere")));
}

void TestDesktop::wrongUsageIsExitCodeTwo()
{
    const Outcome outcome = run({QStringLiteral("--theme"), QStringLiteral("blue")});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(!outcome.err.isEmpty());
    QCOMPARE(outcome.out, QString());
    const Outcome version = run({QStringLiteral("--version")});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.startsWith(QStringLiteral("stillroom ")));
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
