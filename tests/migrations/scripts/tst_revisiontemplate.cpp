#include "migrations/scripts/revisiontemplate.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

const QStringList &templates()
{
    static const QStringList all {u""_s, u"text"_s, u"\n"_s, u"a\r\nb\r\n"_s, u"${message}"_s, u"${ message }x"_s,
        u"${message | n}"_s, u"${down_revision | comma,n}"_s, u"${down_revision | n,comma}"_s, u"${message | trim}"_s,
        u"${repr(down_revision)} ${repr(branch_labels)} ${repr(depends_on)}"_s, u"${imports if imports else \"\"}."_s,
        u"${upgrades if upgrades else 'pass'}"_s, u"${imports or ''}|"_s, u"${'}'}${\"}\"}${'''}'''}"_s,
        u"${{'a': 'b'}['a']}"_s, u"${message # a comment }\n}"_s, u"${'|' + message}"_s, u"${(1 | 2)}"_s,
        u"${message.replace('a', 'b').title()}"_s, u"${'%s-%s' % (up_revision, message)}"_s, u"$message ${'$'} $ {x}"_s,
        u"a \\\nb"_s, u"a \\\r\nb"_s, u"a\\b"_s, u"## comment\nx"_s, u"x\n  ## comment\ny"_s, u"x ## no comment\n"_s,
        u"## only"_s, u"<%doc>gone\n</%doc>x"_s, u"<%text>${x}\n% if\n## y</%text>z"_s, u"50% of\n 50 % of"_s,
        u"%% x\n  %%% y\n"_s, u"% if message:\nyes\n% endif\n"_s, u"% if not message:\nyes\n% else:\nno\n% endif"_s,
        u"% for c in 'abc':\n  ${c}\\\n% endfor\nend"_s, u"% for c in 'ab':\n% if c == 'a':\n${c}\n% elif c:\n-\n% endif\n% endfor"_s,
        u"%if message:\ny\n%endif\n"_s, u"\t% if message:\n\ty\n\t% endif\n"_s, u"% if branch_labels:\n% endif\nx"_s,
        u"<% x = 1 %>${x}"_s, u"<%\n    x = 1\n    if x:\n        y = 2\n%>${x + y}\n"_s, u"<%! z = 3 %>${z}"_s,
        u"a < b <\n% if True:\n<c>\n% endif\n"_s, u"\"\"\"${message}\"\"\" '''\n\\\\ \\' \\n"_s,
        u"变量 ${message} 🚀\n"_s, u"% while False:\nx\n% endwhile\ny"_s, u"% try:\n${1 + 1}\n% except ValueError:\nx\n% endtry\n"_s,
        // what Mako refuses, too
        u"${message"_s, u"${}"_s, u"% if message:\nx"_s, u"% endif\n"_s, u"% for x in 'a':\n% endif\n"_s, u"${nobody}"_s,
        u"${message +}"_s, u"<% x = 1"_s, u"% else:\n"_s, u"${imports}"_s};
    return all;
}

} // namespace

class TestRevisionTemplate : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesWhatMakoWrites_data();
    void writesWhatMakoWrites();
    void knowsTheDateAndTheConfiguration();
    void refusesToDoMoreThanWrite_data();
    void refusesToDoMoreThanWrite();

private:
    QJsonArray m_judged;
};

void TestRevisionTemplate::initTestCase()
{
    TestCase::initTestCase();
    m_judged = judged(u"migrations/scripts/judge_templates.py"_s, QJsonArray::fromStringList(templates()));
    QCOMPARE(m_judged.size(), templates().size());
}

void TestRevisionTemplate::writesWhatMakoWrites_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < templates().size(); ++index)
        QTest::addRow("%s", qPrintable(QString(templates().at(index)).replace(u'\n', u'~'))) << index;
}

void TestRevisionTemplate::writesWhatMakoWrites()
{
    QFETCH(int, index);
    const RevisionDraft draft {.id = u"n1"_s,
        .down = {u"a"_s, u"b"_s},
        .dependsOn = {u"d"_s},
        .message = u"a message"_s};
    const Result<QString> text = revisionFromTemplate(templates().at(index), u"script.py.mako"_s, draft);
    if (m_judged.at(index).isNull()) {
        QVERIFY2(!text, qPrintable(text.value_or(QString())));
        QVERIFY(text.error().at.line > 0);
        QCOMPARE(text.error().at.file, u"script.py.mako"_s);
        QVERIFY(!text.error().nextStep.isEmpty());
        return;
    }
    QVERIFY2(text, text ? "" : qPrintable(text.error().toText()));
    QCOMPARE(*text, m_judged.at(index).toString());
}

void TestRevisionTemplate::knowsTheDateAndTheConfiguration()
{
    const QDateTime moment(QDate(2025, 1, 30), QTime(9, 5, 7), QTimeZone("Asia/Kolkata"));
    const RevisionDraft draft {.id = u"n1"_s, .down = {}, .createDate = CreateDate(moment, 123, true)};
    const Result<QString> text = revisionFromTemplate(
        u"${create_date}|${create_date.isoformat()}|${create_date.year + 1}|${create_date.strftime('%d/%m/%y %H%M%S.%f')}|"
        "${config.get_main_option('databases')}|${config.get_main_option('x')}|${config.get_main_option('x', 'y')}|"
        "${message}"_s,
        u"script.py.mako"_s, draft, {{u"databases"_s, u"a, b"_s}});
    QVERIFY2(text, text ? "" : qPrintable(text.error().toText()));
    QCOMPARE(*text,
        u"2025-01-30 09:05:07.000123+05:30|2025-01-30T09:05:07.000123+05:30|2026|30/01/25 090507.000123|a, b|None|y|"
        "empty message"_s);
}

void TestRevisionTemplate::refusesToDoMoreThanWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("file") << u"${open('/etc/passwd').read()}"_s;
    QTest::newRow("module") << u"<% import os %>${os.environ}"_s;
    QTest::newRow("import") << u"${__import__('os')}"_s;
    QTest::newRow("question") << u"${input('name')}"_s;
    QTest::newRow("endless") << u"% while True:\n% endwhile\n"_s;
    QTest::newRow("inherit") << u"<%inherit file=\"base.mako\"/>"_s;
}

void TestRevisionTemplate::refusesToDoMoreThanWrite()
{
    QFETCH(QString, text);
    const Result<QString> written = revisionFromTemplate(text, u"script.py.mako"_s, {.id = u"n1"_s, .down = {}});
    QVERIFY(!written);
    QCOMPARE(written.error().at.line, 1);
}

QTEST_GUILESS_MAIN(TestRevisionTemplate)
#include "tst_revisiontemplate.moc"
