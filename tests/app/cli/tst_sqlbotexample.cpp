#include "tests/app/cli/exampletest.h"

using namespace Qt::StringLiterals;

/// The example of 57 numbered files with Alembic's hexadecimal ids, vectors and changes of data.
class TestSqlbotExample : public ExampleTest
{
    Q_OBJECT

public:
    TestSqlbotExample() : ExampleTest({.name = u"sqlbot"_s, .folder = u"backend"_s, .revisions = 57}) {}

private slots:
    void filesAreNumberedInTheirOrder();
    void vectorsAreIndexed();
    void rowsAreMigrated();

private:
    [[nodiscard]] Environment environmentFor(const QString &database) const override
    {
        return {{u"SQLALCHEMY_DATABASE_URI"_s, urlOf(database)}};
    }
};

void TestSqlbotExample::filesAreNumberedInTheirOrder()
{
    const QStringList lines = stillroom(u"history"_s).out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 57);
    QVERIFY2(lines.first().endsWith(u"update_sys_log"_s), qPrintable(lines.first()));
    QVERIFY2(lines.last().startsWith(u"<base> -> "_s) && lines.last().endsWith(u", ddl"_s), qPrintable(lines.last()));
}

void TestSqlbotExample::vectorsAreIndexed()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    QCOMPARE(valueOf(u"SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
                     "WHERE attrelid = 'terminology'::regclass AND attname = 'embedding'"_s),
        u"vector(768)"_s);
    QVERIFY(valueOf(u"SELECT indexdef FROM pg_indexes WHERE indexname = 'idx_terminology_embedding'"_s)
                .contains(u"USING ivfflat (embedding vector_cosine_ops) WITH (lists='100')"_s));
}

void TestSqlbotExample::rowsAreMigrated()
{
    useNewDatabase();
    const QStringList ids = revisions();
    QCOMPARE(stillroom(u"upgrade "_s + ids[16]).code, 0);
    runSql(u"INSERT INTO chat (title) VALUES ('q'); INSERT INTO chat_record (chat_id, create_time, run_time, finish) "
           "SELECT id, '2025-07-01 10:00:00', 2.5, true FROM chat"_s);
    QCOMPARE(stillroom(u"upgrade "_s + ids[17]).code, 0);
    QCOMPARE(valueOf(u"SELECT finish_time FROM chat_record"_s), u"2025-07-01 10:00:02.5"_s);
    QCOMPARE(stillroom(u"downgrade -1"_s).code, 0);
    QCOMPARE(valueOf(u"SELECT run_time FROM chat_record"_s), u"2.5"_s);
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    QCOMPARE(valueOf(u"SELECT string_agg(pkey || '=' || coalesce(pval, '-'), ' ' ORDER BY sort_no) FROM sys_args"_s),
        u"login.default_login=0 chat.expand_thinking_block=false chat.limit_rows=true platform.help_url=-"_s);
    QCOMPARE(valueOf(u"SELECT name FROM sys_workspace"_s), u"默认工作空间"_s);
}

QTEST_GUILESS_MAIN(TestSqlbotExample)
#include "tst_sqlbotexample.moc"
