#include "tests/support/testcase.h"

#include <QStandardPaths>

void TestCase::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    // the programs that a test starts have no test mode, and keep a journal
    qputenv("XDG_DATA_HOME", QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toUtf8());
}

void TestCase::init()
{
    QTest::failOnWarning();
}
