#include "tests/migrations/scripts/headertexts.h"

QByteArray HeaderTexts::oneOf(const QByteArrayList &pieces, int ordinary)
{
    const qsizetype choices = m_isOrdinary && ordinary > 0 ? ordinary : pieces.size();
    return pieces[m_random.bounded(choices)];
}

QByteArray HeaderTexts::string()
{
    const QByteArray prefix = oneOf({"", "", "", "", "u", "r", "R", "b", "f", "rb"}, 7);
    const QByteArray quote = oneOf({"'", "\"", "'", "\"", "'''", "\"\"\""});
    const QByteArray content = oneOf({"ae1", "58f_x", "", "a b", "caf\xc3\xa9", "\\x41\\u00e9", "it\\'s", "a\\\nb", "#x",
        "(", "{a}", "{{", "\xf0\x9f\x8d\xb7", "\\777", "\\\\", "\\N{DASH}", "\\", "'", "\"", "\n"}, 15);
    return prefix + quote + content + quote;
}

QByteArray HeaderTexts::docstring()
{
    return oneOf({"", "r", "u"}) + oneOf({"\"\"\"", "'''"})
        + oneOf({"add table\n\nRevision ID: ae1\nRevises: \nCreate Date: 2024-01-02 03:04:05.6\n\n", "", "one line",
            "two\nlines\n\n and more\n", "\n\n  blank first\n", "caf\xc3\xa9 \\u00e9 \\\n joined"})
        + oneOf({"\"\"\"", "'''", "\"\"\"\n", "'''\n", "\"\"\" 'more'\n"}) + "\n";
}

QByteArray HeaderTexts::value()
{
    const QByteArray gap = oneOf({"", " ", "\n  ", " # why\n", "\\\n"});
    switch (m_random.bounded(m_isOrdinary ? 8 : 14)) {
    case 0:
    case 1:
        return "None";
    case 2:
        return "(" + gap + string() + gap + ",)";
    case 3:
        return "(" + gap + string() + "," + gap + string() + gap + ")";
    case 4:
        return "[" + gap + string() + gap + "]";
    case 5:
        return "{" + string() + ", " + string() + "}";
    case 6:
        return string() + " " + string();
    case 7:
        return "(" + string() + gap + string() + ")";
    case 9:
        return oneOf({"()", "[]", "{}", "(None)", "(None,)", "(('a', 'b'), ['c'])", "{'a': 'b'}", "'a', 'b'", "True", "12",
            "012", "1.5", "...", "-1", "x", "x.y", "f('a')", "f(a='b', *c)", "['a' for x in y]", "'a' if x else 'b'",
            "'a' + 'b'", "'a' % 1", "not x", "lambda: 'a'", "d['k']", "'a'.strip()", "x := 'a'", "*x", "str | None"});
    default:
        return string();
    }
}

QByteArray HeaderTexts::assignment(const QByteArray &name)
{
    const QByteArray annotation = oneOf({"", "", "", ": str", ": Union[str, None]", " : Union[str, Sequence[str], None]",
        ": str | None", ": 'str'", ": Optional[\n str]", ": Final"});
    const QByteArray equals = oneOf({" = ", "=", "  =\t", " = \\\n  ", " == ", " += ", " = other = "}, 4);
    const QByteArray ending = oneOf({"\n", "\n", "\n", "  \n", "  # comment = 'x'\n", ";\n", "; x = 1\n", "\n\n\n"}, 5);
    if (chance(3))
        return name + ": str" + ending;
    return name + annotation + (m_isOrdinary || chance(80) ? QByteArray(" = ") : equals) + value() + (chance(80) ? "\n" : ending);
}

QByteArray HeaderTexts::bodyLine()
{
    return oneOf({"op.add_column('t', sa.Column('c', sa.Integer()))", "pass", "x = 1", "# comment", "", "return",
        "op.execute(\"\"\"\nSELECT '#'\nrevision = 'no'\n\"\"\")", "op.execute(\n'a'\n)", "x = {'a': [1, (2)]}",
        "op.execute(f\"{x} {y['a']}\")", "op.execute(f'{x!r:{w}} {{}}')", "s = 'it\\'s'", "s = r'\\'",
        "if x:\n        y()", "for a in b:\n\n        c()\n    else:\n        d()", "revision = 'inner'", "x = 1; y = 2",
        "a = \\\n  b", "'''doc\nrevision = 'x'\n'''", "def inner():\n        return 1", "with op.batch_alter_table('t') as b:\n"
        "        b.add_column(sa.Column('x', sa.Text()))", "lambda x: (x)", "print('a' 'b')", "x = b'\\xff'", "f\"{d[\"k\"]}\"", "\tx = 1"}, 23);
}

QByteArray HeaderTexts::function(const QByteArray &name)
{
    const QByteArray decoration = chance(10) ? oneOf({"@decorated\n", "@a.b('c')\n", "@x\n# y\n\n", "@(x)\n"}) : QByteArray();
    const QByteArray head = oneOf({"():", "() -> None:", "(engine_name):", "(a, b=1, *c, **d):", "(a: str = 'x') -> str | None:",
        "(\n  a,\n):", "(): # why", "() -> 'None' :", "(a, /, b):"}, 3);
    QByteArray text = decoration + oneOf({"def ", "def ", "def ", "def ", "async def ", "def  "}) + name + head;
    if (chance(5))
        return text + oneOf({" pass\n", " return 1\n", " x = '('\n", "\n", "\npass\n"}, 1);
    text += oneOf({"\n", "\n", "\n\n", "\n    \n", "\n# outside\n"});
    const QByteArray indentation = oneOf({"    ", "    ", "    ", "\t", "  "});
    for (int line = 1 + m_random.bounded(4); line > 0; --line)
        text += (!m_isOrdinary && chance(4) ? QByteArray("  ") : indentation) + bodyLine() + "\n";
    return text + (chance(20) ? "# comment at the margin\n" : "") + oneOf({"", "\n", "\n\n"});
}

QByteArray HeaderTexts::otherStatement()
{
    return oneOf({"import sqlalchemy as sa\n", "from alembic import op\n", "from typing import Sequence, Union\n",
        "from sqlalchemy.dialects import (\n    postgresql,\n    mysql as m,\n)\n", "from x import *\n",
        "from . import y\n", "from __future__ import annotations\n", "# revision identifiers, used by Alembic.\n",
        "logger = logging.getLogger(__name__)\n", "naming = {'a': 1, 'b': [2, 3]}\n", "import os, sys\n",
        "if True:\n    revision = 'nested'\n", "try:\n    import x\nexcept ImportError:\n    x = None\n",
        "class A:\n    revision = 'inner'\n", "x = [\n1,\n2,\n]\n", "x[0] = 1\n", "a.b = 'c'\n", "'just text'\n",
        "call(1, b=2)\n", "x: int\n", "print 'two'\n", "x = lambda: 0\n", "del x\n", "pass\n", "a, b = 1, 2\n", "\n", "   \n",
        "  # indented comment\n", "x = (\n# inside\n'a')\n", "assert x\n", "import a.b.c as d\n", "x = 1 +\\\n 2\n", "\\\n"});
}

// what an editor, a merge or a copy may leave behind
QByteArray HeaderTexts::spoilt(QByteArray text)
{
    if (chance(70))
        return text;
    const qsizetype at = m_random.bounded(text.size());
    switch (m_random.bounded(8)) {
    case 0:
        return text.replace("\n", "\r\n");
    case 1:
        return text.replace('\n', '\r');
    case 2:
        return "\xef\xbb\xbf" + text;
    case 3:
        return text.first(at);
    case 4:
        return text.insert(at, oneOf({"(", ")", "'", "\"", "\\", "#", "\n", "\t", "\"\"\"", "{", "]", "\f", "\xc2\xa0", "=", " "}));
    case 5:
        return text.remove(at, 1 + m_random.bounded(3));
    case 6:
        return oneOf({"# -*- coding: utf-8 -*-\n", "# coding=latin-1\n", "#!/usr/bin/python\n# vim: fileencoding=utf-8\n"}) + text;
    default:
        return text.insert(at, oneOf({"\xff", QByteArray("\0", 1), "\xe9"}));
    }
}

QByteArray HeaderTexts::next()
{
    m_isOrdinary = chance(60);
    QByteArray text = chance(80) ? docstring() : QByteArray();
    for (int i = m_random.bounded(4); i > 0; --i)
        text += m_isOrdinary || chance(70) ? oneOf({"from alembic import op\n", "import sqlalchemy as sa\n", "\n"}) : otherStatement();
    for (const char *name : {"revision", "down_revision", "branch_labels", "depends_on"}) {
        if (chance(90))
            text += assignment(name);
        if (!m_isOrdinary && chance(10))
            text += otherStatement();
    }
    text += function("upgrade") + function("downgrade");
    if (chance(5))
        text += assignment("revision");
    return spoilt(text);
}
