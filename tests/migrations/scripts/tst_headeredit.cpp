#include "migrations/scripts/headeredit.h"
#include "migrations/scripts/scriptreader.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

/// A file in three parts; the middle one is the value.
struct Piece {
    QByteArray name;
    QByteArray before;
    QByteArray after;
    bool takesAll = true; ///< the encoding has every letter
};

const QList<Piece> &files()
{
    static const QList<Piece> all {
        {"plain", "revision = 'x1'\ndown_revision = ", "\nbranch_labels = None\n\n\ndef upgrade():\n    pass\n"},
        {"annotated", "\"\"\"doc\n\nRevises: old1\n\"\"\"\nfrom typing import Union\nrevision: str = \"x1\"\n"
                      "down_revision: Union[str, None] = ", "  # old1, the one before\ndepends_on = ('old1', None)\n"},
        {"CRLF", "revision = 'x1'\r\ndown_revision = ", "\r\nbranch_labels = None\r\ndef upgrade():\r\n    '''a\r\nb'''\r\n"},
        {"BOM", "\xEF\xBB\xBFrevision = 'x1'\ndown_revision = ", "\n"},
        {"Chinese", "# \xE5\x8F\x98\xE9\x87\x8F 'old1'\nrevision = 'x1'\nname = '\xE5\x8F\x98'; down_revision = ", "\n"},
        {"Latin-1", "# -*- coding: latin-1 -*-\nrevision = 'x1'\nauthor = '\xFC\xDF'\ndown_revision = ", " # \xE4\n", false},
        {"twice", "revision = 'x1'\ndown_revision = 'old1'\ndown_revision = ", "\n"},
        {"no last line end", "revision = 'x1'\ndown_revision = ", ""},
    };
    return all;
}

const QByteArrayList &literals()
{
    static const QByteArrayList all {"None", "'old1'", "\"old1\"", "u'old1'", "r\"old1\"", "'''old1'''", "('old1')",
        "(\n    'old1',  # first\n    \"old2\",\n)", "['old1', 'old2']", "('old1',)", "'old1', 'old2'", "()",
        "('ol' 'd1')", "('old1', 'old2', 'old3')"};
    return all;
}

const QList<QStringList> &values()
{
    static const QList<QStringList> all {{}, {u"new1"_s}, {u"old1"_s}, {u"old1"_s, u"new2"_s},
        {u"new1"_s, u"new2"_s, u"new3"_s}, {u"it's"_s}, {u"a\"b'c"_s}, {u"back\\slash"_s}, {u"版本1"_s, u"old2"_s}};
    return all;
}

} // namespace

class TestHeaderEdit : public TestCase
{
    Q_OBJECT

private slots:
    void pythonReadsTheNewValue();
    void keepsQuotesAndComments_data();
    void keepsQuotesAndComments();
    void editsSqlHeaders_data();
    void editsSqlHeaders();
    void refusesWhatItCannotWrite_data();
    void refusesWhatItCannotWrite();
};

void TestHeaderEdit::pythonReadsTheNewValue()
{
    QJsonArray questions;
    QList<QStringList> expected;
    for (const Piece &file : files()) {
        for (const QByteArray &literal : literals()) {
            if (literal.contains('\n') && file.name == "CRLF")
                continue;
            for (const QStringList &wanted : values()) {
                const QByteArray bytes = file.before + literal + file.after;
                const QByteArray what = file.name + ": " + literal + " to " + wanted.join(u'+').toUtf8();
                const Result<QByteArray> edited = withHeader(bytes, u"x1.py"_s, HeaderField::Down, wanted);
                const bool fits = file.takesAll || wanted.join(u' ').toLatin1() == wanted.join(u' ').toUtf8();
                QVERIFY2(edited.has_value() == fits, what.constData());
                if (!edited)
                    continue;
                QVERIFY2(edited->startsWith(file.before), what.constData());
                QVERIFY2(edited->endsWith(file.after), what.constData());
                questions.append(QJsonArray {QString::fromLatin1(edited->toBase64()), u"down_revision"_s});
                expected << wanted;
            }
        }
    }
    const QJsonArray answers = judged(u"migrations/scripts/judge_headers.py"_s, questions);
    QCOMPARE(answers.size(), expected.size());
    QVERIFY(expected.size() > 900);
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(answers.at(i).toVariant().toStringList(), expected.at(i));
}

void TestHeaderEdit::keepsQuotesAndComments_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QByteArray>("expected");
    using Texts = QStringList;
    QTest::newRow("double quotes") << QByteArray("\"old1\"") << Texts {u"new1"_s} << QByteArray("\"new1\"");
    QTest::newRow("prefix") << QByteArray("u'old1'") << Texts {u"new1"_s} << QByteArray("u'new1'");
    QTest::newRow("one of two") << QByteArray("(\n    'old1',  # a\n    \"old2\",\n)") << Texts {u"old1"_s, u"n"_s}
                                << QByteArray("(\n    'old1',  # a\n    \"n\",\n)");
    QTest::newRow("list") << QByteArray("[\"old1\"]") << Texts {u"n"_s} << QByteArray("[\"n\"]");
    QTest::newRow("quotes of the id") << QByteArray("None") << Texts {u"n"_s} << QByteArray("\"n\"");
    QTest::newRow("several") << QByteArray("None") << Texts {u"n"_s, u"m"_s} << QByteArray("(\"n\", \"m\")");
    QTest::newRow("none") << QByteArray("'old1'") << Texts {} << QByteArray("None");
    QTest::newRow("as it was") << QByteArray("( 'old1' , )") << Texts {u"old1"_s} << QByteArray("( 'old1' , )");
}

void TestHeaderEdit::keepsQuotesAndComments()
{
    QFETCH(QByteArray, literal);
    QFETCH(QStringList, values);
    QFETCH(QByteArray, expected);
    const QByteArray before = "revision = \"x1\"\ndown_revision = ";
    const Result<QByteArray> edited = withHeader(before + literal + "\n", u"x1.py"_s, HeaderField::Down, values);
    QVERIFY(edited);
    QCOMPARE(*edited, before + expected + "\n");
}

void TestHeaderEdit::editsSqlHeaders_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QByteArray>("after");
    using Texts = QStringList;
    const QByteArray end = "-- message: x\n\n-- migrate:up\n-- revises: no header\nSELECT 1;\n";
    QTest::newRow("one") << QByteArray("-- revision: x1\n-- revises:   old1  \n" + end) << Texts {u"new1"_s}
                         << QByteArray("-- revision: x1\n-- revises:   new1  \n" + end);
    QTest::newRow("CRLF") << QByteArray("-- revision: x1\r\n--revises:old1\r\n") << Texts {u"a"_s, u"b"_s}
                          << QByteArray("-- revision: x1\r\n--revises:a, b\r\n");
    QTest::newRow("new") << QByteArray("-- revision: x1\n" + end) << Texts {u"new1"_s}
                         << QByteArray("-- revision: x1\n-- revises: new1\n" + end);
    QTest::newRow("new with CRLF") << QByteArray("-- revision: x1\r\n-- message: y\r\n") << Texts {u"new1"_s}
                                   << QByteArray("-- revision: x1\r\n-- revises: new1\r\n-- message: y\r\n");
    QTest::newRow("none") << QByteArray("-- revision: x1\n-- revises: old1\n" + end) << Texts {}
                          << QByteArray("-- revision: x1\n-- revises: \n" + end);
}

void TestHeaderEdit::editsSqlHeaders()
{
    QFETCH(QByteArray, before);
    QFETCH(QStringList, values);
    QFETCH(QByteArray, after);
    const Result<QByteArray> edited = withHeader(before, u"x1.sql"_s, HeaderField::Down, values);
    QVERIFY(edited);
    QCOMPARE(*edited, after);
    const Result<std::optional<Revision>> read = readRevision(*edited, u"x1.sql"_s);
    QVERIFY(read && *read);
    QCOMPARE((*read)->down, values);
}

void TestHeaderEdit::refusesWhatItCannotWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("no field") << QByteArray("revision = 'x'\ndown_revision = None\n") << int(ErrorCode::Unsupported);
    QTest::newRow("no literal") << QByteArray("revision = 'x'\ndown_revision = None\ndepends_on = f()\n")
                                << int(ErrorCode::BadInput);
    QTest::newRow("syntax") << QByteArray("revision = 'x'\ndepends_on = (\n") << int(ErrorCode::Syntax);
}

void TestHeaderEdit::refusesWhatItCannotWrite()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const Result<QByteArray> edited = withHeader(bytes, u"x.py"_s, HeaderField::DependsOn, {u"y"_s});
    QVERIFY(!edited);
    QCOMPARE(int(edited.error().code), code);
    QVERIFY(!edited.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestHeaderEdit)
#include "tst_headeredit.moc"
