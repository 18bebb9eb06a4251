#include "migrations/alembic/headervalue.h"
#include "migrations/alembic/script.h"
#include "tests/migrations/alembic/recordinghost.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// What scripts use of their project's own modules: helpers, constants, enumerations and types.
class TestProjectCode : public TestCase
{
    Q_OBJECT

private slots:
    void modulesAreReadLikeScripts_data();
    void modulesAreReadLikeScripts();
    void typesOfTheApplication_data();
    void typesOfTheApplication();
    void typesAreMapped_data();
    void typesAreMapped();
    void whatCannotBeReadIsNamed_data();
    void whatCannotBeReadIsNamed();
    void errorsNameTheFile();
    void modulesAreParsedOnce();
    void importsInACircleEnd();
    void environmentGivesArguments();
    void compilersOfOtherRevisionsCount_data();
    void compilersOfOtherRevisionsCount();
    void environmentIsWhatTheProjectSays_data();
    void environmentIsWhatTheProjectSays();
    void headersMayNameConstants_data();
    void headersMayNameConstants();

private:
    using Files = QMap<QString, QByteArray>; ///< by dotted name; "/" at the end: a package

    [[nodiscard]] static Alembic::Surroundings surroundings(const Files &files)
    {
        return {.modules = std::make_shared<Alembic::ModuleLibrary>(
                    [files](const QString &name) -> std::optional<Alembic::ModuleLibrary::Source> {
                        if (files.contains(name + u'/'))
                            return Alembic::ModuleLibrary::Source {files.value(name + u'/'), name + u"/__init__.py"_s, true};
                        if (files.contains(name))
                            return Alembic::ModuleLibrary::Source {files.value(name), name + u".py"_s};
                        return std::nullopt;
                    })};
    }
    [[nodiscard]] static Result<void> run(
        RecordingHost &host, const QByteArray &body, const Alembic::Surroundings &surroundings)
    {
        QByteArray source = "from alembic import op\nimport sqlalchemy as sa\n";
        source += body;
        return Alembic::evaluateScript(source, u"a.py"_s, u"upgrade"_s, host, {}, {}, surroundings);
    }
};

void TestProjectCode::modulesAreReadLikeScripts_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const Files &files, const QByteArray &body, const QStringList &statements) {
        QTest::newRow(name) << files << body << statements;
    };
    row("a helper", {{u"app/"_s, ""}, {u"app.helpers"_s, "from alembic import op\ndef drop(name):\n    op.drop_table(name)\n"}},
        "from app.helpers import drop\ndef upgrade():\n    drop('t')\n", {u"DROP TABLE t"_s});
    row("a constant", {{u"constants"_s, "NAMES = ['a', 'b']\n"}},
        "import constants\ndef upgrade():\n    for name in constants.NAMES:\n        op.drop_table(name)\n",
        {u"DROP TABLE a"_s, u"DROP TABLE b"_s});
    row("a submodule by its dotted name", {{u"app/"_s, ""}, {u"app.names"_s, "FIRST = 'a'\n"}},
        "import app.names\ndef upgrade():\n    op.drop_table(app.names.FIRST)\n", {u"DROP TABLE a"_s});
    row("a name that a module makes when it is asked for",
        {{u"app/"_s, "import importlib\nPLACES = {'FIRST': 'app.names', 'LAST': 'app.missing'}\n"
                     "def __getattr__(name):\n    if name not in PLACES:\n        raise AttributeError(name)\n"
                     "    globals()[name] = getattr(importlib.import_module(PLACES[name]), name)\n    return globals()[name]\n"},
            {u"app.names"_s, "FIRST = 'a'\n"}},
        "from app import FIRST, LAST, OTHER\nimport app\ndef upgrade():\n    op.drop_table(FIRST)\n    op.drop_table(app.FIRST)\n",
        {u"DROP TABLE a"_s, u"DROP TABLE a"_s});
    row("a type that is chosen for the dialect",
        {{u"types_of"_s, "import sqlalchemy as sa\nfrom alembic import context\nfrom lazy_object_proxy import Proxy\n"
                         "def _postgresql():\n    class Stamp(sa.TIMESTAMP):\n        def __init__(self, *args, timezone=True, **kw):\n"
                         "            super().__init__(*args, timezone=timezone, **kw)\n    return Stamp\n"
                         "def __getattr__(name):\n    if name == 'STAMP':\n"
                         "        return Proxy(lambda: globals()['_' + context.get_bind().dialect.name]())\n"
                         "    raise AttributeError(name)\n"}},
        "from types_of import STAMP\ndef upgrade():\n    op.add_column('t', sa.Column('a', STAMP))\n"
        "    op.add_column('t', sa.Column('b', STAMP(timezone=False)))\n",
        {u"ALTER TABLE t ADD COLUMN a TIMESTAMP WITH TIME ZONE"_s, u"ALTER TABLE t ADD COLUMN b TIMESTAMP WITHOUT TIME ZONE"_s});
    row("relative imports", {{u"app/"_s, "from .names import FIRST\n"}, {u"app.names"_s, "from ..other import *\n"},
            {u"other"_s, ""}, {u"app.sub/"_s, "from ..names import FIRST as LAST\nfrom . import deep\n"},
            {u"app.sub.deep"_s, "FIRST = 'deep'\n"}},
        "from app.sub import deep\ndef upgrade():\n    op.drop_table(deep.FIRST)\n", {u"DROP TABLE deep"_s});
    row("names of a star", {{u"app"_s, "__all__ = ['FIRST', 'call']\nfrom names import FIRST\ndef call(x):\n    return x\n"},
            {u"names"_s, "FIRST = 'a'\n"}},
        "from app import *\ndef upgrade():\n    op.drop_table(call(FIRST))\n", {u"DROP TABLE a"_s});
    row("an enumeration beside what cannot be read",
        {{u"models"_s, "import enum\nfrom flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\n"
                       "class User(db.Model):\n    id = db.Column(db.Integer)\n"
                       "class Role(enum.Enum):\n    ADMIN = 'admin'\n    USER = 'user'\n"}},
        "from models import Role\ndef upgrade():\n    op.execute(f\"UPDATE t SET r = '{Role.ADMIN.value}'\")\n",
        {u"UPDATE t SET r = 'admin'"_s});
    row("a script that another one imports", {{u"first"_s, "from alembic import op\nrevision = 'a'\ndef upgrade():\n    op.drop_table('t')\n"}},
        "import first\ndef upgrade():\n    first.upgrade()\n", {u"DROP TABLE t"_s});
}

void TestProjectCode::modulesAreReadLikeScripts()
{
    QFETCH(const Files, files);
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, statements);
    RecordingHost host;
    const Result<void> done = run(host, body, surroundings(files));
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.statements, statements);
}

void TestProjectCode::typesOfTheApplication_data()
{
    QTest::addColumn<QByteArray>("module");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("postgresql");
    QTest::addColumn<QString>("sqlite");
    const QByteArray prelude = "import sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n"
                               "from sqlalchemy.types import TypeDecorator, UserDefinedType\n";
    const auto row = [&](const char *name, const QByteArray &module, const QByteArray &type, const char *postgresql,
                         const char *sqlite) {
        QTest::newRow(name) << prelude + module << type << QString::fromLatin1(postgresql) << QString::fromLatin1(sqlite);
    };
    row("what it decorates", "class T(TypeDecorator):\n    impl = sa.String\n    cache_ok = True\n", "T(length=5)",
        "VARCHAR(5)", "VARCHAR(5)");
    row("named without a call", "class T(TypeDecorator):\n    impl = sa.DateTime(timezone=True)\n", "T",
        "TIMESTAMP WITH TIME ZONE", "DATETIME");
    row("another one for each dialect",
        "class T(TypeDecorator):\n    impl = sa.CHAR\n    def load_dialect_impl(self, dialect):\n"
        "        if dialect.name == 'postgresql':\n            return dialect.type_descriptor(postgresql.UUID())\n"
        "        return dialect.type_descriptor(sa.CHAR(32))\n",
        "T()", "UUID", "CHAR(32)");
    row("arguments of its own",
        "class T(TypeDecorator):\n    impl = sa.Integer\n    def __init__(self, cls, **kw):\n        self.cls = cls\n"
        "        super().__init__(**kw)\n",
        "T(int)", "INTEGER", "INTEGER");
    row("in an array", "class T(TypeDecorator):\n    impl = sa.Text\n", "sa.ARRAY(T())", "TEXT[]", "");
    row("its own words", "class T(UserDefinedType):\n    def __init__(self, n):\n        self.n = n\n"
                         "    def get_col_spec(self, **kw):\n        return f'BOX({self.n})'\n",
        "T(3)", "BOX(3)", "BOX(3)");
    row("another name", "class T(sa.Text):\n    pass\n", "T()", "TEXT", "TEXT");
    row("with an operator of its own", "class T(TypeDecorator):\n    impl = sa.DateTime\n"
                                       "    class comparator_factory(sa.DateTime.Comparator):\n        pass\n",
        "T()", "TIMESTAMP WITHOUT TIME ZONE", "DATETIME");
}

void TestProjectCode::typesOfTheApplication()
{
    QFETCH(const QByteArray, module);
    QFETCH(const QByteArray, type);
    for (const QString &dialect : {u"postgresql"_s, u"sqlite"_s}) {
        const QString expected = *static_cast<QString *>(QTest::qData(qPrintable(dialect), QMetaType::QString));
        if (expected.isEmpty())
            continue;
        RecordingHost host(dialect);
        const Result<void> done = run(host,
            "from types_of_app import T\ndef upgrade():\n    op.add_column('t', sa.Column('c', " + type + "))\n",
            surroundings({{u"types_of_app"_s, module}}));
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
        QCOMPARE(host.statements, (QStringList {u"ALTER TABLE t ADD COLUMN c "_s + expected}));
    }
}

void TestProjectCode::typesAreMapped_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &import, const QByteArray &type) {
        QTest::newRow(name) << import + "\ndef upgrade():\n    op.add_column('t', sa.Column('c', " + type + "))\n";
    };
    row("called", "from app.models import GUID", "GUID(binary=True)");
    row("named", "from app.models import GUID", "GUID");
    row("by its dotted name", "import app.models", "app.models.GUID()");
    row("of a module that is there", "from app.types import GUID", "GUID()");
    row("with the arguments of the call", "from app.types import Text", "Text(36)");
    row("of a module that gives it on", "from app.again import GUID", "GUID()");
}

void TestProjectCode::typesAreMapped()
{
    QFETCH(const QByteArray, body);
    Alembic::Surroundings around = surroundings({{u"app/"_s, ""}, {u"app.types"_s, "from somewhere import GUID\n"},
        {u"app.again"_s, "from app.types import GUID\n"}});
    around.types = {{u"app.models.GUID"_s, u"sa.CHAR(36)"_s}, {u"app.types.GUID"_s, u"CHAR(length=36)"_s},
        {u"app.types.Text"_s, u"sa.CHAR"_s}};
    RecordingHost host;
    const Result<void> done = run(host, body, around);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.statements, (QStringList {u"ALTER TABLE t ADD COLUMN c CHAR(36)"_s}));
}

void TestProjectCode::whatCannotBeReadIsNamed_data()
{
    QTest::addColumn<QByteArray>("module");
    QTest::addColumn<QByteArray>("use");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &module, const QByteArray &use, const QString &message) {
        QTest::newRow(name) << module << use << message;
    };
    row("what a call of foreign code gives", "import thing\nNAME = thing.make()\n", "op.drop_table(app.NAME)",
        u"app.NAME"_s);
    row("a list that foreign code may have changed", "import thing\nNAMES = ['a']\nthing.fill(NAMES)\n",
        "op.drop_table(app.NAMES[0])", u"app.NAMES"_s);
    row("a list in a loop over foreign code", "import thing\nNAMES = []\nfor x in thing.all():\n    NAMES.append(x)\n",
        "op.drop_table(app.NAMES[0])", u"app.NAMES"_s);
    row("a name under a condition", "import thing\nif thing.flag():\n    NAME = 'a'\nelse:\n    NAME = 'b'\n",
        "op.drop_table(app.NAME)", u"app.NAME"_s);
    row("a function under a foreign decorator", "import thing\n@thing.cached\ndef name():\n    return 'a'\n",
        "op.drop_table(app.name())", u"app.name"_s);
    row("a file", "NAME = open('/etc/hostname').read()\n", "op.drop_table(app.NAME)", u"app.NAME"_s);
    row("a type with a compiler of its own",
        "import sqlalchemy as sa\nfrom sqlalchemy.types import UserDefinedType\nfrom sqlalchemy.ext.compiler import compiles\n"
        "class T(UserDefinedType):\n    def get_col_spec(self):\n        return 'T'\n"
        "@compiles(T, 'postgresql')\ndef visit(element, compiler, **kw):\n    return 'OTHER'\n",
        "op.add_column('t', sa.Column('c', app.T()))", u"T, which has @compiles()"_s);
    row("a type of SQLAlchemy with another compiler",
        "import sqlalchemy as sa\nfrom sqlalchemy.ext.compiler import compiles\n"
        "@compiles(sa.Text, 'postgresql')\ndef visit(element, compiler, **kw):\n    return 'OTHER'\n",
        "app.visit and op.add_column('t', sa.Column('c', sa.Text()))", u"@compiles("_s);
    row("a type with a foreign decorator",
        "import sqlalchemy as sa\nfrom sqlalchemy.types import UserDefinedType\nfrom thing import compiles\n"
        "class T(UserDefinedType):\n    def get_col_spec(self):\n        return 'T'\n"
        "@compiles(T, 'postgresql')\ndef visit(element, compiler, **kw):\n    return 'OTHER'\n",
        "op.add_column('t', sa.Column('c', app.T()))", u"app.T"_s);
}

void TestProjectCode::whatCannotBeReadIsNamed()
{
    QFETCH(const QByteArray, module);
    QFETCH(const QByteArray, use);
    QFETCH(const QString, message);
    RecordingHost host;
    const Result<void> done
        = run(host, "import app\ndef upgrade():\n    " + use + "\n", surroundings({{u"app"_s, module}}));
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::Unsupported);
    QVERIFY2(done.error().message.contains(message), qPrintable(done.error().message));
    QCOMPARE(done.error().at.file, u"a.py"_s);
    QCOMPARE(done.error().at.line, 5);
    QVERIFY(!done.error().nextStep.isEmpty());
    QCOMPARE(host.statements, QStringList());
}

void TestProjectCode::errorsNameTheFile()
{
    RecordingHost host;
    const Result<void> done = run(host, "import app\ndef upgrade():\n    app.fail()\n",
        surroundings({{u"app"_s, "\ndef fail():\n    raise ValueError('no')\n"}}));
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().message, u"ValueError: no"_s);
    QCOMPARE(done.error().at.file, u"app.py"_s);
    QCOMPARE(done.error().at.line, 3);
    QVERIFY(done.error().excerpt.contains(u"raise ValueError"_s));
}

void TestProjectCode::modulesAreParsedOnce()
{
    int asked = 0;
    Alembic::ModuleLibrary library([&asked](const QString &name) -> std::optional<Alembic::ModuleLibrary::Source> {
        ++asked;
        return name == "app"_L1 ? std::optional(Alembic::ModuleLibrary::Source {"x = 1\n", u"app.py"_s}) : std::nullopt;
    });
    const std::shared_ptr<const Python::Module> first = library.find(u"app"_s).module;
    QVERIFY(first);
    QCOMPARE(library.find(u"app"_s).module, first);
    QVERIFY(!library.find(u"other"_s).module);
    QVERIFY(!library.find(u"other"_s).module);
    QCOMPARE(asked, 2);
}

void TestProjectCode::importsInACircleEnd()
{
    RecordingHost host;
    const Files files {{u"a"_s, "from b import X\nNAME = 'a'\n"}, {u"b"_s, "from a import X\nfrom a import NAME\n"}};
    QVERIFY(run(host, "from b import NAME\ndef upgrade():\n    op.drop_table(NAME)\n", surroundings(files)).has_value());
    QCOMPARE(host.statements, (QStringList {u"DROP TABLE a"_s}));
    const Result<void> done = run(host, "import a\ndef upgrade():\n    op.drop_table(a.X)\n", surroundings(files));
    QCOMPARE(done.error().code, ErrorCode::Unsupported);
}

void TestProjectCode::environmentGivesArguments()
{
    RecordingHost host;
    const QByteArray body = "def upgrade(op, tables, *rest, tester=None):\n    op.drop_table('t')\n";
    QVERIFY(run(host, body, {}).has_value());
    QCOMPARE(host.statements, (QStringList {u"DROP TABLE t"_s}));
    const Result<void> used = run(host, body + "    op.drop_table(tables.user.name)\n", {});
    QCOMPARE(used.error().code, ErrorCode::Unsupported);
    QVERIFY(used.error().message.contains(u"tables.user.name"_s));
}

void TestProjectCode::compilersOfOtherRevisionsCount_data()
{
    QTest::addColumn<QByteArray>("decorator");
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("isRefused");
    const QString reference = u"op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('p.id')))"_s;
    const QString plain = u"op.create_table('t', sa.Column('a', sa.Integer()))"_s;
    const QByteArray ofKeys = "@compiler.compiles(sa.ForeignKeyConstraint, 'postgresql')";
    QTest::newRow("a foreign key") << ofKeys << reference << true;
    QTest::newRow("no foreign key") << ofKeys << plain << false;
    QTest::newRow("another dialect") << QByteArray("@compiles(ForeignKeyConstraint, 'mysql')") << reference << false;
    QTest::newRow("all dialects") << QByteArray("@compiles(ForeignKeyConstraint)") << reference << true;
    QTest::newRow("something else") << QByteArray("@compiles(CreateColumn, 'mysql', 'postgresql')") << plain << true;
    QTest::newRow("plain SQL") << QByteArray("@compiles(CreateColumn)") << u"op.execute('x')"_s << false;
}

void TestProjectCode::compilersOfOtherRevisionsCount()
{
    QFETCH(const QByteArray, decorator);
    QFETCH(const QString, body);
    QFETCH(const bool, isRefused);
    Alembic::Surroundings around;
    around.compilerHooks = Alembic::compilerHooks(
        "from sqlalchemy.ext.compiler import compiles\n\n" + decorator + "\ndef visit(e, c):\n    pass\n", u"b.py"_s);
    QCOMPARE(around.compilerHooks.size(), 1);
    QCOMPARE(around.compilerHooks.constFirst().at.line, 3);
    RecordingHost host;
    const Result<void> done = run(host, "def upgrade():\n    " + body.toUtf8() + "\n", around);
    QCOMPARE(done.has_value(), !isRefused);
    if (isRefused)
        QVERIFY2(done.error().message.contains(u"b.py:3"_s), qPrintable(done.error().message));
}

void TestProjectCode::environmentIsWhatTheProjectSays_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QString>("declared"); // with STAGE = "test"
    QTest::addColumn<QString>("empty");
    const auto row = [](const QByteArray &question, const QString &declared, const QString &empty) {
        QTest::newRow(question.constData()) << question << declared << empty;
    };
    row("os.environ['STAGE']", u"test"_s, u"KeyError"_s);
    row("os.environ.get('STAGE')", u"test"_s, u"None"_s);
    row("os.environ.get('STAGE', 'x')", u"test"_s, u"x"_s);
    row("os.getenv('STAGE', 'x')", u"test"_s, u"x"_s);
    row("'STAGE' in os.environ", u"True"_s, u"False"_s);
    row("len(os.environ)", u"1"_s, u"0"_s);
    row("sorted(os.environ.items())", u"[('STAGE', 'test')]"_s, u"[]"_s);
}

void TestProjectCode::environmentIsWhatTheProjectSays()
{
    QFETCH(const QByteArray, question);
    QFETCH(const QString, declared);
    QFETCH(const QString, empty);
    const QByteArray body = "import os\ndef upgrade():\n    try:\n        print(" + question
        + ")\n    except KeyError:\n        print('KeyError')\n";
    const auto printed = [&body](const std::optional<QMap<QString, QString>> &environment) {
        RecordingHost host;
        Alembic::Surroundings around;
        around.environment = environment;
        const Result<void> done = run(host, body, around);
        return done ? host.printed.value(0) : done.error().nextStep;
    };
    QCOMPARE(printed(QMap<QString, QString> {{u"STAGE"_s, u"test"_s}}), declared);
    QCOMPARE(printed(QMap<QString, QString>()), empty);
    QVERIFY(printed(std::nullopt).contains(u"[environment]"_s));
}

void TestProjectCode::headersMayNameConstants_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("a constant in a tuple") << QByteArray("(cli.EXPAND,)") << QStringList {u"expand"_s} << true;
    QTest::newRow("a constant") << QByteArray("cli.EXPAND") << QStringList {u"expand"_s} << true;
    QTest::newRow("none") << QByteArray("cli.NOTHING") << QStringList() << true;
    QTest::newRow("a list") << QByteArray("[cli.EXPAND] + ['b']") << QStringList {u"expand"_s, u"b"_s} << true;
    QTest::newRow("a number") << QByteArray("cli.NUMBER") << QStringList() << false;
    QTest::newRow("foreign") << QByteArray("cli.FOREIGN") << QStringList() << false;
    QTest::newRow("an exception") << QByteArray("1 / 0") << QStringList() << false;
}

void TestProjectCode::headersMayNameConstants()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QStringList, texts);
    QFETCH(const bool, isKnown);
    const Alembic::Surroundings around = surroundings(
        {{u"app/"_s, ""}, {u"app.cli"_s, "import thing\nEXPAND = 'expand'\nNOTHING = None\nNUMBER = 1\nFOREIGN = thing.make()\n"}});
    const Result<QStringList> found = Alembic::headerValue("import logging\nfrom app import cli\nlog = logging.getLogger()\n"
                                                           "branch_labels = " + value + "\ndef upgrade():\n    1 / 0\n",
        u"a.py"_s, u"branch_labels"_s, *around.modules);
    QCOMPARE(found.has_value(), isKnown);
    if (isKnown)
        QCOMPARE(*found, texts);
}

QTEST_GUILESS_MAIN(TestProjectCode)
#include "tst_projectcode.moc"
