#include "migrations/sqltext/secrets.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// What is hidden of a text, and what is not.
class TestSecrets : public TestCase
{
    Q_OBJECT

private slots:
    void secretsAreHidden_data();
    void secretsAreHidden();
    void othersStay_data();
    void othersStay();
    void everyTextOfAnErrorIsMasked();
};

void TestSecrets::secretsAreHidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    add("create role", u"CREATE ROLE a LOGIN PASSWORD 's3cret' VALID UNTIL 'infinity'"_s,
        u"CREATE ROLE a LOGIN PASSWORD '***' VALID UNTIL 'infinity'"_s);
    add("lower case", u"alter role a with encrypted password 's3cret'"_s, u"alter role a with encrypted password '***'"_s);
    add("doubled quote", u"ALTER USER a PASSWORD 'it''s s3cret'"_s, u"ALTER USER a PASSWORD '***'"_s);
    add("escaped quote", u"ALTER USER a PASSWORD E'it\\'s s3cret'"_s, u"ALTER USER a PASSWORD '***'"_s);
    add("dollars", u"ALTER USER a PASSWORD $x$s3c$ret$x$ NOLOGIN"_s, u"ALTER USER a PASSWORD '***' NOLOGIN"_s);
    add("comment between", u"ALTER USER a PASSWORD /* new */ 's3cret'"_s, u"ALTER USER a PASSWORD /* new */ '***'"_s);
    add("continued", u"ALTER USER a PASSWORD 's3'\n 'cret'"_s, u"ALTER USER a PASSWORD '***'"_s);
    add("cut by a message", u"LINE 1: CREATE ROLE a PASSWORD 's3cr"_s, u"LINE 1: CREATE ROLE a PASSWORD '***'"_s);
    add("user mapping", u"CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'a', password 's3cret')"_s,
        u"CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'a', password '***')"_s);
    add("subscription", u"CREATE SUBSCRIPTION s CONNECTION 'host=h password=s3cret dbname=d' PUBLICATION p"_s,
        u"CREATE SUBSCRIPTION s CONNECTION 'host=h password=*** dbname=d' PUBLICATION p"_s);
    add("quoted in a connection string", u"SELECT dblink_connect('host=h password=''s3 cret''')"_s,
        u"SELECT dblink_connect('host=h password=''***''')"_s);
    add("URL", u"SELECT dblink('postgresql://a:s3cret@h/d', 'SELECT 1')"_s,
        u"SELECT dblink('postgresql://a:***@h/d', 'SELECT 1')"_s);
    add("URL option", u"postgresql://h/d?user=a&password=s3cret&sslmode=require"_s,
        u"postgresql://h/d?user=a&password=***&sslmode=require"_s);
    add("update", u"UPDATE users SET password = 's3cret', name = 'x' WHERE api_key = 's3cret'"_s,
        u"UPDATE users SET password = '***', name = 'x' WHERE api_key = '***'"_s);
    add("quoted column", u"UPDATE users SET \"password_hash\" = 's3cret'"_s, u"UPDATE users SET \"password_hash\" = '***'"_s);
    add("insert", u"INSERT INTO users (id, password, name) VALUES (1, 's3(cret', 'a, b'), (2, lower('S3CRET'), 'c')"_s,
        u"INSERT INTO users (id, password, name) VALUES (1, '***', 'a, b'), (2, lower('***'), 'c')"_s);
    add("insert of several lines", u"INSERT INTO a (x) VALUES ('1');\nINSERT INTO b (\"apiToken\", y) VALUES ('s3cret', 'z');"_s,
        u"INSERT INTO a (x) VALUES ('1');\nINSERT INTO b (\"apiToken\", y) VALUES ('***', 'z');"_s);
    add("json", uR"x(UPDATE c SET v = '{"user": "a", "password": "s3\"cret"}')x"_s,
        uR"x(UPDATE c SET v = '{"user": "a", "password": "***"}')x"_s);
    add("crypt", u"SELECT crypt('s3cret', gen_salt('bf'))"_s, u"SELECT crypt('***', gen_salt('bf'))"_s);
    add("pgp", u"SELECT pgp_sym_encrypt(note, 's3cret')"_s, u"SELECT pgp_sym_encrypt(note, '***')"_s);
}

void TestSecrets::secretsAreHidden()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const QString masked = SqlText::withoutSecrets(text);
    QCOMPARE(masked, shown);
    QCOMPARE(SqlText::withoutSecrets(masked), masked);
}

void TestSecrets::othersStay_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"CREATE TABLE users (id INTEGER, password VARCHAR(255) NOT NULL, token TEXT)"_s,
             u"ALTER TABLE users ADD COLUMN password_hash VARCHAR(60)"_s,
             u"CREATE INDEX ix_token ON users (token) WHERE kind = 'x'"_s,
             u"COMMENT ON COLUMN users.password IS 'bcrypt'"_s,
             u"UPDATE users SET password = md5(password)"_s,
             u"SELECT 'postgresql://h/d'"_s,
             u"INSERT INTO secrets (name, note) VALUES ('a', 'b')"_s,
             u"CREATE ROLE a NOLOGIN PASSWORD NULL"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestSecrets::othersStay()
{
    QFETCH(const QString, text);
    QCOMPARE(SqlText::withoutSecrets(text), text);
}

void TestSecrets::everyTextOfAnErrorIsMasked()
{
    const QString text = u"CREATE ROLE a PASSWORD 's3cret'"_s;
    const Error masked = SqlText::withoutSecrets(Error {
        .message = text, .excerpt = text, .statement = text, .detail = text, .nextStep = text});
    QVERIFY(!masked.toText().contains(u"s3cret"_s));
    QCOMPARE(masked.statement, u"CREATE ROLE a PASSWORD '***'"_s);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
