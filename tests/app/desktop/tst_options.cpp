#include "app/desktop/options.h"

#include "tests/support/testcase.h"

using namespace Workbench;

class TestOptions : public TestCase
{
    Q_OBJECT

private slots:
    void everythingIsRead();
    void nothingIsNeeded();
    void wrongUsageIsAnError_data();
    void wrongUsageIsAnError();
    void helpAndVersionAreNoErrors();
    void theLanguageIsFoundWhateverElseIsWrong();
};

namespace {

QStringList words(const QString &text)
{
    return QStringList {QStringLiteral("stillroom")} + text.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void TestOptions::everythingIsRead()
{
    const auto options = parseOptions(words(QStringLiteral("/p/alembic.ini --url sqlite:///a.db --theme dark --lang zh_CN "
                                                           "--screenshot out.png --size 1920x1080 --select abc")));
    QVERIFY(options.has_value());
    QCOMPARE(options->path, QStringLiteral("/p/alembic.ini"));
    QCOMPARE(options->url, QStringLiteral("sqlite:///a.db"));
    QCOMPARE(options->theme, ThemeChoice::Dark);
    QCOMPARE(options->language, QStringLiteral("zh_CN"));
    QCOMPARE(options->screenshot, QStringLiteral("out.png"));
    QCOMPARE(options->size, QSize(1920, 1080));
    QCOMPARE(options->select, QStringLiteral("abc"));
}

void TestOptions::nothingIsNeeded()
{
    const auto options = parseOptions(words({}));
    QVERIFY(options.has_value());
    QCOMPARE(options->theme, ThemeChoice::System);
    QVERIFY(options->path.isEmpty() && options->screenshot.isEmpty());
    QVERIFY(!options->size.isValid());
}

void TestOptions::wrongUsageIsAnError_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("theme") << QStringLiteral("--theme blue");
    QTest::newRow("size without height") << QStringLiteral("--size 1280");
    QTest::newRow("size of nothing") << QStringLiteral("--size 1x1");
    QTest::newRow("two projects") << QStringLiteral("a b");
    QTest::newRow("unknown option") << QStringLiteral("--frobnicate");
    QTest::newRow("missing value") << QStringLiteral("--url");
}

void TestOptions::wrongUsageIsAnError()
{
    QFETCH(QString, text);
    const auto options = parseOptions(words(text));
    QVERIFY(!options.has_value());
    QVERIFY(options.error().isError);
    QVERIFY(!options.error().text.isEmpty());
}

void TestOptions::helpAndVersionAreNoErrors()
{
    const auto help = parseOptions(words(QStringLiteral("--help")));
    QVERIFY(!help.has_value() && !help.error().isError);
    for (const char *option : {"--url", "--theme", "--lang", "--screenshot", "--size"})
        QVERIFY2(help.error().text.contains(QString::fromLatin1(option)), option);
    const auto version = parseOptions(words(QStringLiteral("--version")));
    QVERIFY(!version.has_value() && !version.error().isError);
    QCOMPARE(version.error().text, QStringLiteral("stillroom " STILLROOM_VERSION));
}

void TestOptions::theLanguageIsFoundWhateverElseIsWrong()
{
    QCOMPARE(languageOf(words(QStringLiteral("--lang zh_CN --size nonsense"))), QStringLiteral("zh_CN"));
    QCOMPARE(languageOf(words({})), QString());
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
