#include "tests/support/testcase.h"

#include <QStandardPaths>

void TestCase::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestCase::init()
{
    QTest::failOnWarning();
}
