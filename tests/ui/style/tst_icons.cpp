#include "ui/style/icons.h"

#include "tests/support/testcase.h"
#include "ui/style/colors.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QGuiApplication>

using namespace Workbench;

class TestIcons : public TestCase
{
    Q_OBJECT

private slots:
    void everyDrawingCanBeDrawn_data();
    void everyDrawingCanBeDrawn();
    void anIconFollowsThePalette();
    void anIconIsSharpOnAFineScreen();
    void aDisabledIconIsFaint();
    void aDrawingThatIsNotThereIsToldOf();
};

namespace {

QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() > strongest.alpha())
                strongest = color;
        }
    }
    return strongest;
}

} // namespace

void TestIcons::everyDrawingCanBeDrawn_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 20);
    for (const QString &file : files)
        QTest::addRow("%s", qPrintable(file)) << file.chopped(4);
}

void TestIcons::everyDrawingCanBeDrawn()
{
    QFETCH(QString, name);
    const QPixmap pixmap = icon(name).pixmap(QSize(32, 32));
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QVERIFY(inkOf(pixmap).alpha() > 128);
}

void TestIcons::anIconFollowsThePalette()
{
    const QIcon copy = icon(QStringLiteral("copy"));
    QGuiApplication::setPalette(Theme::palette(false));
    const QColor light = inkOf(copy.pixmap(QSize(32, 32)));
    QGuiApplication::setPalette(Theme::palette(true));
    const QColor dark = inkOf(copy.pixmap(QSize(32, 32)));
    QVERIFY(light.lightness() < 128);
    QVERIFY(dark.lightness() > 128);
}

void TestIcons::anIconIsSharpOnAFineScreen()
{
    const QPixmap pixmap = icon(QStringLiteral("copy")).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIcons::aDisabledIconIsFaint()
{
    const QIcon copy = icon(QStringLiteral("copy"), IconTone::Accent);
    QVERIFY(inkOf(copy.pixmap(QSize(32, 32), QIcon::Disabled)).alpha() < inkOf(copy.pixmap(QSize(32, 32))).alpha());
}

void TestIcons::aDrawingThatIsNotThereIsToldOf()
{
    QTest::ignoreMessage(QtWarningMsg, "no drawing called nothing-of-the-kind");
    QVERIFY(icon(QStringLiteral("nothing-of-the-kind")).pixmap(QSize(16, 16)).isNull());
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
