#pragma once

#include <QTest>

/// The base of every test class: an unexpected warning fails the test function that caused it, and
/// settings and caches go to a test-only place. A class with an init() of its own calls this one.
class TestCase : public QObject
{
    Q_OBJECT

protected slots:
    void initTestCase();
    void init();
};
