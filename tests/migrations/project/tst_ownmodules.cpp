#include "migrations/project/ownmodules.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Where a project's own modules are found, and that nothing outside of it is.
class TestOwnModules : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void rootsAreThoseOfTheConfiguration();
    void modulesAreFound_data();
    void modulesAreFound();
    void nothingOutsideIsRead_data();
    void nothingOutsideIsRead();

private:
    void write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOwnModules::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"project/app/__init__.py"_s, "package");
    write(u"project/app/models.py"_s, "models");
    write(u"project/tools/names.py"_s, "names");
    write(u"project/src/inner/deep.py"_s, "deep");
    write(u"project/.venv/lib/python3.12/site-packages/package/names.py"_s, "installed");
    write(u"project/huge.py"_s, QByteArray(5 * 1024 * 1024, '#'));
    write(u"outside.py"_s, "outside");
    QVERIFY(QFile::link(m_folder->filePath(u"outside.py"_s), m_folder->filePath(u"project/link.py"_s)));
}

void TestOwnModules::rootsAreThoseOfTheConfiguration()
{
    AlembicConfig config;
    config.file = m_folder->filePath(u"project/alembic.ini"_s);
    config.prependSysPath = {u"tools"_s, u"."_s, u"missing"_s};
    const QString home = QFileInfo(m_folder->filePath(u"project"_s)).canonicalFilePath();
    QCOMPARE(moduleRoots(config), (QStringList {home + u"/tools"_s, home, home + u"/src"_s, home + u"/.venv/lib/python3.12/site-packages"_s}));
}

void TestOwnModules::modulesAreFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isPackage");
    QTest::newRow("package") << u"app"_s << QByteArray("package") << true;
    QTest::newRow("module") << u"app.models"_s << QByteArray("models") << false;
    QTest::newRow("folder without an __init__") << u"tools"_s << QByteArray() << true;
    QTest::newRow("module in it") << u"tools.names"_s << QByteArray("names") << false;
    QTest::newRow("below src") << u"inner.deep"_s << QByteArray("deep") << false;
}

void TestOwnModules::modulesAreFound()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isPackage);
    const QString home = QFileInfo(m_folder->filePath(u"project"_s)).canonicalFilePath();
    const auto found = readModule({home, home + u"/src"_s}, name);
    QVERIFY(found);
    QCOMPARE(found->text, text);
    QCOMPARE(found->isPackage, isPackage);
}

void TestOwnModules::nothingOutsideIsRead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"link", "outside", "..outside", "app..models", "", "app/models", "/etc/hostname", "huge",
             "app.models.deeper", "1app"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestOwnModules::nothingOutsideIsRead()
{
    QFETCH(const QString, name);
    const QString home = QFileInfo(m_folder->filePath(u"project"_s)).canonicalFilePath();
    QVERIFY(!readModule({home}, name));
}

QTEST_GUILESS_MAIN(TestOwnModules)
#include "tst_ownmodules.moc"
