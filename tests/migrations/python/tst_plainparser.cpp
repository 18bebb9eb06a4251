#include "migrations/python/plainparser.h"
#include "migrations/python/treebuilder.h"
#include "tests/migrations/python/treetext.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Migrations::Python;
using namespace Qt::StringLiterals;

/// The plain parser gives the tree that the whole grammar gives, or nothing.
class TestPlainParser : public TestCase
{
    Q_OBJECT

private slots:
    void givesTheGrammarsTree_data();
    void givesTheGrammarsTree();
    void leavesTheRestToTheGrammar_data();
    void leavesTheRestToTheGrammar();
    void agreesOnEveryCaseOfAlembics();
    void agreesOnEveryPieceOfAScript();
    void agreesOnEveryProgram();
    void isBounded();
};

namespace {

const QString revision = uR"("""Add accounts

Revision ID: 000000020de0
"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '000000020de0'
down_revision: Union[str, Sequence[str], None] = ('a', "b\n\u00e4",)
branch_labels: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    # a comment
    op.create_table('account',
    sa.Column('id', sa.Integer(), nullable=False),  # 'ä'
    sa.Column('née', sa.String(length=100), server_default='ü', nullable=-1 + 2.5 * 3 % 4 / 2 // 1), sa.text("it's"),
    *columns, sqlite_autoincrement=a | b, if_not_exists=+0, **{'a': 1, "b" 'c': [1, 2,], 'd': (), 'e': (1,)}
    )
    if not a and b or c.d[0] in ('x',) and e is not None and f not in g:
        with op.batch_alter_table('account', schema=None) as batch_op, other():
            batch_op.add_column(x if y else z)
    elif (a) == (b).c: pass
    else:

        def inner(a, b: int = 5): return a
        return (inner(1) + 2) * 3 < 4 <= 5
    first = second.third = fourth[5] = '''long
text''' """ and \t more"""


def downgrade():
    pass
)"_s;

QString grammarsTree(const QString &source)
{
    const ConcreteTree tree(source.toUtf8());
    if (!tree.isValid() || tree.root().hasError())
        return u"a mistake"_s;
    TreeBuilder builder;
    const Block block = builder.block(tree.root());
    return builder.mistake() ? u"a mistake"_s : treeText(block);
}

// empty: not plain
QString plainTree(const QString &source)
{
    const std::optional<Block> block = PlainParser::parse(source);
    return block ? u"plain\n"_s + treeText(*block) : QString();
}

// empty: equal, or not plain
QString difference(const QString &source)
{
    const QString plain = plainTree(source);
    const QString whole = plain.isEmpty() ? QString() : u"plain\n"_s + grammarsTree(source);
    return plain == whole ? QString() : u"of\n%1\nplain:\n%2\ngrammar's:\n%3"_s.arg(source, plain, whole);
}

QString bodyAsScript(const QString &body)
{
    QString source = u"from alembic import op\nimport sqlalchemy as sa\n\n\ndef upgrade():\n"_s;
    for (const QString &line : body.split(u'\n'))
        source += u"    "_s + line + u'\n';
    return source;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestPlainParser::givesTheGrammarsTree_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("a revision") << revision;
    QTest::newRow("nothing") << QString();
    QTest::newRow("a comment alone") << u"# only\n\n   # this"_s;
    QTest::newRow("no end of line") << u"import a.b.c, d as e"_s;
    QTest::newRow("names in brackets") << u"from a.b import (c as d, e,\n  # of\n  f,\n)\nfrom g import *\n"_s;
    QTest::newRow("annotations") << u"a: b\nc.d: 'e | f' = 1\ng: h[i, [j], None] | None = 2\n"_s;
    QTest::newRow("calls of calls") << u"a(b)(c).d[e](f=(g))\n(a)(b).c + (d)\n"_s;
    QTest::newRow("strings") << uR"(a = ('\x41\\' "'" '' "\n\q")
'''a
'b''' .c('''d''')
)"_s;
    QTest::newRow("chains") << u"a and b and c or d or e\nnot not f\ng < h < i\nj not in k in l is m is not n\n"_s;
    QTest::newRow("elif") << u"if a:\n  b\nelif c:\n  d\nelif e: f\nelse:\n  g\nh\n"_s;
    QTest::newRow("deeper and back") << u"def a():\n  if b:\n      if c:\n            d\n  e\nf\n"_s;
    QTest::newRow("a line in brackets") << u"a = [\n1,\n      # two\n  2\n]\n(b\n)\n"_s;
}

void TestPlainParser::givesTheGrammarsTree()
{
    QFETCH(const QString, source);
    QCOMPARE(plainTree(source), u"plain\n"_s + grammarsTree(source));
}

void TestPlainParser::leavesTheRestToTheGrammar_data()
{
    QTest::addColumn<QString>("source");
    for (const QString &source : {u"a = "_s, u"a b"_s, u"a = (1"_s, u"  a"_s, u"a = 'b"_s, u"return"_s, u"f(a=1, a=2)"_s,
             u"f(a=1, 2)"_s, u"f(**a, b)"_s, u"a() = 1"_s, u"(a) = 1"_s, u"None = 1"_s, u"a: b: c"_s, u"a = b: c"_s,
             u"if a:\n\tb"_s, u"if a:\n  b\n c"_s, u"if a:\nb"_s, u"f'{a}'"_s, u"r'a'"_s, u"b'a'"_s,
             u"'\\N{DIGIT ONE}'"_s, u"0x10"_s, u"1e5"_s, u"1j"_s, u"1_000"_s, u"01"_s, u"1."_s,
             u"12345678901234567890"_s, u"a ** b"_s, u"a @ b"_s, u"a, b = c"_s, u"a; b"_s, u"a = b = c: d"_s,
             u"a += 1"_s, u"a[1:2]"_s, u"a[1, 2]"_s, u"[a for a in b]"_s, u"{a}"_s, u"{**a}"_s, u"lambda: a"_s,
             u"(a := b)"_s, u"print(a)"_s, u"match = 1"_s, u"type = 1"_s, u"a = \\\n1"_s, u"n\u00e9e = 1"_s,
             u"from . import a"_s, u"from __future__ import annotations"_s, u"from a import ()"_s,
             u"from a import b,"_s, u"import a . b"_s, u"@a\ndef b(): pass"_s, u"class A: pass"_s,
             u"def a(*b): pass"_s, u"async def a(): pass"_s, u"def a():\n  yield"_s, u"def a():\n  global b"_s,
             u"for a in b: c"_s, u"while a: b"_s, u"try:\n  a\nfinally:\n  b"_s, u"with (a): b"_s,
             u"with a as b.c: d"_s, u"raise a"_s, u"assert a"_s, u"del a"_s, u"a = ]"_s, u"a ! b"_s, u"a\fb"_s,
             u"a = yield"_s, u"await a"_s, u"..."_s})
        QTest::newRow(qPrintable(source)) << source;
}

void TestPlainParser::leavesTheRestToTheGrammar()
{
    QFETCH(const QString, source);
    QCOMPARE(plainTree(source), QString());
}

void TestPlainParser::agreesOnEveryCaseOfAlembics()
{
    const QJsonDocument document = QJsonDocument::fromJson(
        contentOf(QStringLiteral(STILLROOM_SOURCE_DIR "/tests/conformance/alembic_operations.json")));
    int plain = 0;
    for (const QJsonValue &each : document.object().value(u"cases"_s).toArray()) {
        const QString source = bodyAsScript(each.toObject().value(u"body"_s).toString());
        const QString found = difference(source);
        QVERIFY2(found.isEmpty(), qPrintable(found));
        plain += plainTree(source).isEmpty() ? 0 : 1;
    }
    QCOMPARE_GT(plain, 1000);
}

void TestPlainParser::agreesOnEveryPieceOfAScript()
{
    for (qsizetype at = 0; at < revision.size(); ++at) {
        for (const QString &source : {revision.first(at), QString(revision.first(at) + revision.sliced(at + 1))}) {
            const QString found = difference(source);
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
    }
}

void TestPlainParser::agreesOnEveryProgram()
{
    QDirIterator files(
        QStringLiteral(STILLROOM_SOURCE_DIR "/migrations"), {u"*.py"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString found = difference(QString::fromUtf8(contentOf(files.next())));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
    int programs = 0;
    for (const QString &topic : {u"statements"_s, u"functions"_s, u"containers"_s, u"exceptions"_s, u"classes"_s}) {
        const QString path
            = QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/python/programs/%1.txt").arg(topic);
        for (const QString &source : QString::fromUtf8(contentOf(path)).split(u"### "_s)) {
            const QString found = difference(source.section(u'\n', 1));
            QVERIFY2(found.isEmpty(), qPrintable(found));
            ++programs;
        }
    }
    QCOMPARE_GT(programs, 100);
}

void TestPlainParser::isBounded()
{
    const QString deep = u"("_s.repeated(5000) + u'a' + u")"_s.repeated(5000);
    const QString chain = u"a = "_s + QStringList(5000, u"b"_s).join(u" + "_s);
    const QString calls = u'a' + u"()"_s.repeated(5000);
    const QString signs = u"-"_s.repeated(5000) + u'a';
    const QString lines = u"a\n"_s.repeated(1'000'000);
    for (const QString &source : {deep, chain, calls, signs, lines})
        QCOMPARE(plainTree(source), QString());
}

QTEST_GUILESS_MAIN(TestPlainParser)
#include "tst_plainparser.moc"
