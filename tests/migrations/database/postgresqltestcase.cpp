#include "tests/migrations/database/postgresqltestcase.h"

using namespace Migrations::Database;

void PostgresqlTestCase::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void PostgresqlTestCase::init()
{
    TestCase::init();
    m_url = m_cluster.createDatabase();
    QVERIFY2(!m_url.isEmpty(), qPrintable(m_cluster.problem()));
    m_connection = open();
}

void PostgresqlTestCase::cleanup()
{
    m_connection.reset();
}

std::unique_ptr<Connection> PostgresqlTestCase::open(Access access) const
{
    return Connection::open(DatabaseUrl::parse(m_url).value(), access).value();
}
