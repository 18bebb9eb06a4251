#pragma once

#include "migrations/database/connection.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

/// One server for the test program, and for each test function a new database with a connection.
class PostgresqlTestCase : public TestCase
{
    Q_OBJECT

protected:
    [[nodiscard]] std::unique_ptr<Migrations::Database::Connection> open(
        Migrations::Database::Access access = Migrations::Database::Access::ReadWrite) const;

    PostgresqlCluster m_cluster;
    QString m_url;
    std::unique_ptr<Migrations::Database::Connection> m_connection;

protected slots:
    void initTestCase();
    void init();
    void cleanup();
};
