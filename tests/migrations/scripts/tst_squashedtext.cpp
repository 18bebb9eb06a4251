#include "migrations/scripts/scriptreader.h"
#include "migrations/scripts/squashedtext.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

/// What stands between the header and the functions, and inside of them.
struct Script {
    const char *name;
    QString module;
    QString up;
    QString down = u"op.execute('down')"_s;
};

const QList<Script> &scripts()
{
    static const QList<Script> all {
        {"plain", u""_s, u"op.execute('a')"_s},
        {"constant", u"X = 1"_s, u"op.execute(X)"_s},
        {"constant of the same name", u"X = 2"_s, u"op.execute(X)"_s},
        {"helper", u"def run(x):\n    op.execute(x + 1)\nX = 3"_s, u"run(X)"_s},
        {"helper of helpers", u"def f(n):\n    return g(n) if n else 0\ndef g(n):\n    return f(n - 1)"_s,
            u"op.execute(f(5))"_s},
        {"text", u"T = '''a\n  b\n\tc\n'''"_s, u"op.execute(T)\n    op.execute(\"\"\"\nx\n    y\n\"\"\")"_s},
        {"raw and bytes", u"T = r'''\\n\n x''', b'''\n y'''"_s, u"op.execute(T)"_s},
        {"formatted", u"N = 'n'"_s, u"op.execute(f'''{N}\n{\n    N\n}\n  {N + '''q\n r'''}''')"_s},
        {"text over a backslash", u"T = 'a\\\nb'"_s, u"op.execute(T + \\\n  'c')"_s},
        {"brackets", u"T = [\n1,\n# none\n  2,\n]"_s, u"op.execute(\n[x\nfor x in T])"_s},
        {"comments", u"# one\n\n    # two\nX = 4  # three"_s, u"# four\n# five\n    op.execute(X)\n# six"_s},
        {"class", u"class A:\n    x = 5\n    def f(self):\n        return self.x, B\nB = 6"_s, u"op.execute(A().f())"_s},
        {"class that reads", u"Y = 7\nclass A:\n    z = Y\n    w = [Y for _ in 'ab']"_s, u"op.execute(A.z, A.w)"_s},
        {"decorator", u"def twice(f):\n    return lambda: (f(), f())\n@twice\ndef run():\n    op.execute('x')"_s, u"run()"_s},
        {"comprehension", u"A = [i for i in range(3)]\nB = {k: A for k in A}"_s, u"op.execute(A, B)"_s},
        {"imports", u"import os.path as p, json\nfrom collections import (\n    OrderedDict as O,\n)"_s,
            u"op.execute(p.join('a', 'b'), json.dumps(O(a=1)))"_s},
        {"name that may be missing", u"try:\n    unicode\nexcept NameError:\n    unicode = str"_s, u"op.execute(unicode(1))"_s},
        {"condition", u"if 1:\n    def f():\n        return 8\nelse:\n    f = None"_s, u"op.execute(f())"_s},
        {"one line", u"X = 9; Y = 10"_s, u"op.execute(X); op.execute(Y)"_s},
        {"semicolon function", u"def f(): return 11"_s, u"op.execute(f())"_s},
        {"docstring", u"'''not the docstring'''"_s, u"'''what it does\n    and more'''\n    op.execute('d')"_s},
        {"annotations", u"from typing import Union, Optional\nx: Optional[int] = 12\ny: Union[str, None]"_s,
            u"z: int = x\n    op.execute(z)"_s},
        {"Chinese", u"表 = '''变量\n 名'''"_s, u"op.execute(表)"_s},
        {"tabs", u"if True:\n\tX = 13"_s, u"if X:\n    \top.execute(X)"_s},
        {"form feed", u"\fX = 14"_s, u"op.execute(X)"_s},
        {"state between calls", u"seen = []\ndef note(x):\n    seen.append(x)\n    return list(seen)"_s,
            u"op.execute(note(1))\n    op.execute(note(2))"_s, u"op.execute(note(3))"_s},
        {"nonlocal", u"def counter():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n        return n\n    return up"_s,
            u"c = counter()\n    op.execute(c(), c())"_s},
        {"quotes in the message", u""_s, u"op.execute('q')"_s},
    };
    return all;
}

QString sourceOf(const Script &script, int index)
{
    const QString doc = script.name == QByteArray("quotes in the message") ? u"say \\\"\\\"\\\" and \\\\"_s
                                                                          : QString::fromLatin1(script.name);
    return u"\"\"\"%1\n\nmore\n\"\"\"\nfrom alembic import op\nrevision = 'r%2'\ndown_revision = %3\n%4\n\n"
           "def upgrade():\n    %5\n\n\ndef downgrade():\n    %6\n"_s.arg(doc)
               .arg(index)
               .arg(index == 0 ? u"None"_s : u"'r%1'"_s.arg(index - 1))
               .arg(script.module, script.up, script.down);
}

ReplacedRevision replaced(const QString &source)
{
    const QByteArray bytes = source.toUtf8();
    const Result<std::optional<Revision>> header = readRevision(bytes, u"r.py"_s);
    if (!header || !*header)
        qFatal("%s", qPrintable(header ? source : header.error().toText()));
    return {**header, bytes};
}

RevisionDraft draft()
{
    return {.id = u"it's"_s,
        .down = {u"x1"_s, u"x2"_s},
        .dependsOn = {u"y"_s},
        .branchLabels = {u"main"_s},
        .message = u"a \"\"\" b \\"_s};
}

} // namespace

class TestSquashedText : public TestCase
{
    Q_OBJECT

private slots:
    void callsWhatTheReplacedOnesCalled();
    void saysWhatItReplaces();
    void takesFutureImportsToTheTop();
    void raisesWhereThereIsNoWayBack();
};

void TestSquashedText::callsWhatTheReplacedOnesCalled()
{
    // each alone, and all together, where their names would meet
    QList<QList<ReplacedRevision>> groups;
    QList<ReplacedRevision> all;
    for (int index = 0; index < scripts().size(); ++index) {
        all << replaced(sourceOf(scripts().at(index), index));
        groups << QList<ReplacedRevision> {all.constLast()};
    }
    groups << all;
    QList<ReplacedRevision> withReturns;
    for (const ReplacedRevision &one : std::as_const(all))
        withReturns << replaced(QString::fromUtf8(one.bytes).replace("\n"_L1, "\r\n"_L1));
    groups << withReturns;
    QJsonArray questions;
    for (const QList<ReplacedRevision> &group : std::as_const(groups)) {
        const Result<QString> text = squashedText(draft(), group);
        QVERIFY2(text, text ? "" : qPrintable(text.error().toText()));
        QJsonArray sources;
        for (const ReplacedRevision &one : group)
            sources.append(QString::fromUtf8(one.bytes));
        questions.append(QJsonArray {sources, *text});
    }
    const QJsonArray answers = judged(u"migrations/scripts/judge_squash.py"_s, questions);
    QCOMPARE(answers.size(), groups.size());
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const char *name = i < scripts().size() ? scripts().at(i).name : "all together";
        QVERIFY2(answers.at(i).isArray(), qPrintable(QLatin1StringView(name) + u": " + answers.at(i).toString()));
        const QStringList before = answers.at(i).toArray().at(0).toVariant().toStringList();
        const QStringList after = answers.at(i).toArray().at(1).toVariant().toStringList();
        QVERIFY2(before.size() >= 3, name);
        // a variable that upgrade() changed is new for downgrade(), which runs in another process
        if (QByteArray(name) != "state between calls" && i < scripts().size())
            QCOMPARE(after, before);
        QCOMPARE(after.size(), before.size());
    }
}

void TestSquashedText::saysWhatItReplaces()
{
    const Result<QString> text
        = squashedText(draft(), {replaced(sourceOf(scripts().at(0), 0)), replaced(sourceOf(scripts().at(1), 1))});
    QVERIFY(text);
    const Result<std::optional<Revision>> header = readRevision(text->toUtf8(), u"s.py"_s);
    QVERIFY(header && *header);
    QCOMPARE((*header)->id, u"it's"_s);
    QCOMPARE((*header)->down, (QStringList {u"x1"_s, u"x2"_s}));
    QCOMPARE((*header)->dependsOn, QStringList {u"y"_s});
    QCOMPARE((*header)->branchLabels, QStringList {u"main"_s});
    QCOMPARE((*header)->doc, u"a ''' b \\"_s);
    QVERIFY2((*header)->longDoc.endsWith("Replaces, oldest first:\n  r0  plain\n  r1  constant"_L1),
        qPrintable((*header)->longDoc));
}

void TestSquashedText::takesFutureImportsToTheTop()
{
    const QString source = u"from __future__ import annotations\nfrom alembic import op\nrevision = 'r0'\n"
                           "down_revision = None\n\ndef upgrade() -> Nobody:\n    op.execute(upgrade.__annotations__)\n\n"
                           "def downgrade() -> Nobody:\n    op.execute(1)\n"_s;
    const Result<QString> text = squashedText(draft(), {replaced(source), replaced(sourceOf(scripts().at(1), 1))});
    QVERIFY(text);
    QCOMPARE(text->count("from __future__"_L1), 1);
    const QJsonArray answers = judged(u"migrations/scripts/judge_squash.py"_s,
        QJsonArray {QJsonValue(QJsonArray {QJsonArray {source, sourceOf(scripts().at(1), 1)}, *text})});
    QVERIFY2(answers.at(0).isArray(), qPrintable(answers.at(0).toString()));
    QCOMPARE(answers.at(0).toArray().at(1).toArray(), answers.at(0).toArray().at(0).toArray());
}

void TestSquashedText::raisesWhereThereIsNoWayBack()
{
    const Result<QString> text = squashedText(draft(),
        {replaced(u"revision = 'r0'\ndown_revision = None\ndef upgrade():\n    pass\n"_s),
            replaced(sourceOf(scripts().at(1), 1))});
    QVERIFY(text);
    const QJsonArray answers = judged(u"migrations/scripts/judge_squash.py"_s,
        QJsonArray {QJsonValue(QJsonArray {QJsonArray {}, *text})});
    QCOMPARE(answers.at(0).toString(), u"NotImplementedError: r0 has no downgrade()"_s);
}

QTEST_GUILESS_MAIN(TestSquashedText)
#include "tst_squashedtext.moc"
