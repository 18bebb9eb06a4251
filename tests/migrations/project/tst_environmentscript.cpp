#include "migrations/project/environmentscript.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

class TestEnvironmentScript : public TestCase
{
    Q_OBJECT

private slots:
    void literalsOfConfigureAreRead_data();
    void literalsOfConfigureAreRead();
    void valuesKnowTheirLine();
    void contradictionsAreTold();
    void theUrlIsReadWhereItIsKnown_data();
    void theUrlIsReadWhereItIsKnown();
    void namingConventionsAreRead_data();
    void namingConventionsAreRead();
    void hostileScriptsEnd_data();
    void hostileScriptsEnd();

private:
    [[nodiscard]] static EnvironmentScript parse(const QString &text)
    {
        QProcessEnvironment process;
        process.insert(u"SET"_s, u"postgresql://u:p%40@h/d"_s);
        process.insert(u"HOST"_s, u"db"_s);
        const EnvironmentVariables variables(process);
        return EnvironmentScript::parse(text.toUtf8(), u"env.py"_s, variables);
    }
};

void TestEnvironmentScript::literalsOfConfigureAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SettingKey>("key");
    QTest::addColumn<QString>("expected"); // empty: no literal; "-": not said
    using enum SettingKey;
    const auto row = [](const char *name, const QString &text, SettingKey key, const QString &expected) {
        QTest::newRow(name) << text << key << expected;
    };
    row("text", u"context.configure(connection=c, version_table='v')"_s, VersionTable, u"v"_s);
    row("imported", u"configure(connection=c, version_table='v')"_s, VersionTable, u"v"_s);
    row("the module", u"alembic.context.configure(c, version_table='v')"_s, VersionTable, u"v"_s);
    row("somebody else's", u"logging.configure(connection=c, version_table='v')"_s, VersionTable, u"-"_s);
    row("not said", u"context.configure(connection=c)"_s, VersionTable, u"-"_s);
    row("None", u"context.configure(c, version_table_schema=None)"_s, VersionTableSchema, u""_s);
    row("flag", u"context.configure(c, version_table_pk=False)"_s, VersionTablePrimaryKey, u"false"_s);
    row("no flag", u"context.configure(c, transaction_per_migration=1)"_s, TransactionPerMigration, QString());
    row("function", u"context.configure(c, compare_type=mine)"_s, CompareType, QString());
    row("constant", u"T = 'v'\ndef run():\n    context.configure(c, version_table=T)"_s, VersionTable, u"v"_s);
    row("constant with a type", u"T: str = 'v'\ncontext.configure(c, version_table=T)"_s, VersionTable, u"v"_s);
    row("local", u"T = 'x'\ndef run():\n    T = 'v'\n    context.configure(c, version_table=T)"_s, VersionTable, u"v"_s);
    row("flag by a name", u"B = A = True\ncontext.configure(c, render_as_batch=B)"_s, RenderAsBatch, u"true"_s);
    row("constant twice", u"T = 'a'\nT = 'b'\ncontext.configure(c, version_table=T)"_s, VersionTable, QString());
    row("constant in a branch", u"T = 'a'\nif x:\n    T = 'b'\ncontext.configure(c, version_table=T)"_s, VersionTable,
        QString());
    row("unknown name", u"context.configure(c, version_table=settings.TABLE)"_s, VersionTable, QString());
    row("put together", u"P = 'my'\ncontext.configure(c, version_table=f'{P}_versions')"_s, VersionTable,
        u"my_versions"_s);
    row("variable", u"context.configure(c, version_table=os.getenv('HOST', 'v'))"_s, VersionTable, u"db"_s);
    row("default of a variable", u"context.configure(c, version_table=os.environ.get('NONE', 'v'))"_s, VersionTable,
        u"v"_s);
    row("dictionary", u"O = {'version_table': 'v'}\ncontext.configure(c, **O)"_s, VersionTable, u"v"_s);
    row("online counts",
        u"def a():\n    context.configure(url=u, include_schemas=False)\n"
        "def b():\n    with e.connect() as c:\n        context.configure(connection=c, include_schemas=True)"_s,
        IncludeSchemas, u"true"_s);
}

void TestEnvironmentScript::literalsOfConfigureAreRead()
{
    QFETCH(QString, text);
    QFETCH(SettingKey, key);
    QFETCH(QString, expected);
    const EnvironmentScript script = parse(text);
    QCOMPARE(script.problems.size(), 0);
    QCOMPARE(script.values.contains(key), expected != "-"_L1);
    if (expected == "-"_L1)
        return;
    const EnvironmentScript::Value value = script.values.value(key);
    QCOMPARE(value.text.has_value(), !expected.isNull());
    if (value.text)
        QCOMPARE(*value.text, expected);
    else
        QVERIFY(value.source.at.line > 0);
}

void TestEnvironmentScript::valuesKnowTheirLine()
{
    const EnvironmentScript script
        = parse(u"# x\nT = 'v'\ncontext.configure(\n    c,\n    version_table=T,\n    compare_type=f(), **more)\n"_s);
    QCOMPARE(script.values.value(SettingKey::VersionTable).source.at, (SourceLocation {u"env.py"_s, 2, 5}));
    QCOMPARE(script.values.value(SettingKey::CompareType).source.at.line, 6);
    QCOMPARE(script.otherArguments->line, 6);
}

void TestEnvironmentScript::contradictionsAreTold()
{
    const EnvironmentScript script = parse(u"def a():\n    context.configure(url=u)\n"
                                           "def b():\n    context.configure(connection=c, version_table='v')\n"_s);
    QCOMPARE(*script.values.value(SettingKey::VersionTable).text, u"v"_s);
    QCOMPARE(script.problems.size(), 1);
    QCOMPARE(script.problems[0].code, ErrorCode::Conflict);
    QCOMPARE(script.problems[0].at.line, 2);
    QVERIFY(script.problems[0].message.contains(u"\"v\""_s));
    QVERIFY(script.problems[0].message.contains(u"\"alembic_version\""_s));

    const EnvironmentScript broken = parse(u"context.configure(\n"_s);
    QCOMPARE(broken.problems.size(), 1);
    QCOMPARE(broken.problems[0].code, ErrorCode::Syntax);
}

void TestEnvironmentScript::theUrlIsReadWhereItIsKnown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // a URL; "-": sets none; "?": not readable; "$X": X is not set
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    const QString set = u"postgresql://u:p%40@h/d"_s;
    const auto main = [](const QString &value) { return u"config.set_main_option('sqlalchemy.url', %1)"_s.arg(value); };
    row("nothing", u"x = 1"_s, u"-"_s);
    row("literal", main(u"'sqlite:///%%61.db'"_s), u"sqlite:///%61.db"_s);
    row("other option", u"config.set_main_option('script_location', 'x')"_s, u"-"_s);
    row("section", u"config.set_section_option('a', 'sqlalchemy.url', 'sqlite://')"_s, u"sqlite://"_s);
    row("environ", main(u"os.environ['SET']"_s), set);
    row("environ by name", u"from os import environ\n"_s + main(u"environ['SET']"_s), set);
    row("environ.get", main(u"os.environ.get('SET')"_s), set);
    row("getenv", main(u"os.getenv('NONE', 'sqlite://')"_s), u"sqlite://"_s);
    row("getenv with keyword", main(u"os.getenv('NONE', default='sqlite://')"_s), u"sqlite://"_s);
    row("not set", main(u"os.environ['NONE']"_s), u"$NONE"_s);
    row("not set in a text", main(u"f\"sqlite:///{os.getenv('NONE')}\""_s), u"$NONE"_s);
    row("settings", main(u"str(settings.SQLALCHEMY_DATABASE_URI)"_s), u"?"_s);
    row("replace", main(u"os.environ['SET'].replace('%', '%%')"_s), set);
    row("replace the driver", u"u = 'postgresql+asyncpg://h'\n"_s + main(u"u.replace('+asyncpg', '')"_s),
        u"postgresql://h"_s);
    row("or", main(u"os.getenv('NONE') or 'sqlite://'"_s), u"sqlite://"_s);
    row("sum", main(u"'postgresql://' + os.environ['HOST'] + '/d'"_s), u"postgresql://db/d"_s);
    row("function",
        u"def url():\n    'doc'\n    host = os.getenv('HOST', 'x')\n    return f'postgresql://{host}/d'\n"_s
            + main(u"url()"_s),
        u"postgresql://db/d"_s);
    row("function that decides", u"def url():\n    if a:\n        return 'x'\n    return 'y'\n"_s + main(u"url()"_s),
        u"?"_s);
    row("function of itself", u"def url():\n    return url()\n"_s + main(u"url()"_s), u"?"_s);
    row("when it is set", u"if os.getenv('SET'):\n    "_s + main(u"os.environ['SET']"_s), set);
    row("when it were set", u"if os.getenv('NONE'):\n    "_s + main(u"os.environ['NONE']"_s), u"-"_s);
    row("literal under a condition", u"if testing:\n    "_s + main(u"'sqlite://'"_s), u"-"_s);
    row("section item", u"c = config.get_section('alembic')\nc['sqlalchemy.url'] = os.environ['SET']"_s, set);
    row("engine", u"engine = create_engine(os.environ['SET'], echo=True)"_s, set);
    row("asynchronous engine", u"def run():\n    e = create_async_engine(url=os.environ['SET'])"_s, set);
    row("engine from config", u"engine_from_config(config.get_section('alembic'), url=os.environ['SET'])"_s, set);
    row("handed on",
        u"url = config.get_main_option('sqlalchemy.url')\ncontext.configure(url=url)\ncreate_engine(url)"_s, u"-"_s);
    row("offline only", u"context.configure(url=os.environ['SET'])"_s, set);
    row("the option wins", u"context.configure(url='sqlite:///b')\n"_s + main(u"'sqlite:///a'"_s), u"sqlite:///a"_s);
}

void TestEnvironmentScript::theUrlIsReadWhereItIsKnown()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const EnvironmentScript script = parse(text);
    QCOMPARE(script.url.has_value(), expected != "-"_L1);
    if (!script.url)
        return;
    QCOMPARE(script.url->text.value_or(u"?"_s), expected.startsWith(u'$') ? u"?"_s : expected);
    QCOMPARE(script.url->missingVariable, expected.startsWith(u'$') ? expected.sliced(1) : QString());
    QVERIFY(script.url->source.kind != ValueSource::Kind::Default);
}

void TestEnvironmentScript::namingConventionsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pk"); // null: none that is known
    QTest::addColumn<int>("line"); // 0: the script takes its models from nowhere
    const QString call = u"context.configure(c, target_metadata=target_metadata)\n"_s;
    QTest::newRow("none") << u"target_metadata = None\n"_s + call << QString() << 0;
    QTest::newRow("no metadata") << u"context.configure(c)\n"_s << QString() << 0;
    QTest::newRow("in the call") << u"target_metadata = MetaData(naming_convention={'pk': 'pk_%(table_name)s'})\n"_s + call
                                 << u"pk_%(table_name)s"_s << 1;
    QTest::newRow("by a name") << u"NAMES = {\n 'pk': 'p'}\nm = sa.MetaData(naming_convention=NAMES)\ntarget_metadata = m\n"_s
            + call << u"p"_s << 1;
    QTest::newRow("assigned") << u"target_metadata = Base.metadata\ntarget_metadata.naming_convention = {'pk': 'p'}\n"_s + call
                              << u"p"_s << 2;
    QTest::newRow("models of the application") << u"\ntarget_metadata = Base.metadata\n"_s + call << QString() << 2;
    QTest::newRow("imported names")
        << u"target_metadata = MetaData(naming_convention=NAMES)\n"_s + call << QString() << 1;
    QTest::newRow("a function in it")
        << u"target_metadata = MetaData(naming_convention={'pk': 'p', 'x': f})\n"_s + call << QString() << 1;
    QTest::newRow("metadata without") << u"target_metadata = MetaData()\n"_s + call << QString() << 0;
}

void TestEnvironmentScript::namingConventionsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, pk);
    QFETCH(int, line);
    const EnvironmentScript script = parse(text);
    QCOMPARE(script.namingConvention.has_value(), !pk.isNull());
    if (script.namingConvention)
        QCOMPARE(script.namingConvention->value(u"pk"_s), pk);
    QCOMPARE(script.conventionAt.line, line);
}

void TestEnvironmentScript::hostileScriptsEnd_data()
{
    QTest::addColumn<QString>("text");
    QString doubling = u"a0 = 'x'\n"_s;
    for (int level = 1; level < 60; ++level)
        doubling += u"a%1 = a%2 + a%2\n"_s.arg(level).arg(level - 1);
    QTest::newRow("names that double") << doubling + u"create_engine(a15)\n"_s;
    QTest::newRow("deep names") << doubling + u"create_engine(a59)\n"_s;
    QTest::newRow("a circle") << u"a = b\nb = a\ncontext.configure(c, version_table=a)\ncreate_engine(a)\n"_s;
    QTest::newRow("long replacement")
        << u"a = 'x'.replace('x', '%1')\nb = a.replace('x', a)\ncreate_engine(b)\n"_s.arg(QString(1000, u'x'));
}

void TestEnvironmentScript::hostileScriptsEnd()
{
    QFETCH(QString, text);
    const EnvironmentScript script = parse(text);
    QVERIFY(script.url);
    QCOMPARE(script.url->text, std::nullopt);
}

QTEST_GUILESS_MAIN(TestEnvironmentScript)
#include "tst_environmentscript.moc"
