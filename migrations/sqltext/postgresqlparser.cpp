#include "migrations/sqltext/postgresqlparser.h"

#include "migrations/sqltext/textposition.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <pg_query.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Migrations::SqlText {

namespace {

struct FreeParse {
    void operator()(PgQueryParseResult *result) const
    {
        pg_query_free_parse_result(*result);
        delete result;
    }
};

/// the parser counts from 1, in characters; 0 is unknown
qsizetype positionOf(const QString &sql, int cursor)
{
    const QList<uint> characters = sql.toUcs4();
    const qsizetype before = std::clamp<qsizetype>(cursor - 1, 0, characters.size());
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), before).size();
}

Result<QJsonArray> parse(const QString &sql)
{
    const std::unique_ptr<PgQueryParseResult, FreeParse> result(
        new PgQueryParseResult(pg_query_parse(sql.toUtf8().constData())));
    if (result->error) {
        const qsizetype at = positionOf(sql, result->error->cursorpos);
        return failure(Error {.code = ErrorCode::Syntax,
            .message = QString::fromUtf8(result->error->message),
            .at = locationOf(sql, at),
            .excerpt = excerptAt(sql, at),
            .statement = sql});
    }
    const QJsonObject tree = QJsonDocument::fromJson(QByteArray(result->parse_tree)).object();
    return tree.value(u"stmts"_s).toArray();
}

/// a DefElem of that name in a list of options that is not switched off
bool hasOption(const QJsonValue &options, QStringView name)
{
    return std::ranges::any_of(options.toArray(), [&](const QJsonValue &each) {
        const QJsonObject option = each.toObject().value(u"DefElem"_s).toObject();
        if (option.value(u"defname"_s).toString() != name)
            return false;
        const QJsonObject argument = option.value(u"arg"_s).toObject();
        const QString text = argument.value(u"String"_s).toObject().value(u"sval"_s).toString();
        const QJsonObject boolean = argument.value(u"Boolean"_s).toObject();
        const bool isOff = text == u"false" || text == u"off"
            || (argument.contains(u"Boolean"_s) && !boolean.value(u"boolval"_s).toBool());
        return !isOff;
    });
}

bool reindexes(const QJsonObject &statement)
{
    const QString kind = statement.value(u"kind"_s).toString();
    return kind == u"REINDEX_OBJECT_SCHEMA" || kind == u"REINDEX_OBJECT_SYSTEM" || kind == u"REINDEX_OBJECT_DATABASE"
        || hasOption(statement.value(u"params"_s), u"concurrently");
}

bool detachesConcurrently(const QJsonObject &statement)
{
    return std::ranges::any_of(statement.value(u"cmds"_s).toArray(), [](const QJsonValue &each) {
        const QJsonObject command = each.toObject().value(u"AlterTableCmd"_s).toObject();
        return command.value(u"def"_s).toObject().value(u"PartitionCmd"_s).toObject().value(u"concurrent"_s).toBool();
    });
}

using Condition = bool (*)(const QJsonObject &);

/// what cannot run inside a transaction block, by the statement's node
const QHash<QString, Condition> &autocommitRules()
{
    static constexpr auto always = [](const QJsonObject &) { return true; };
    static constexpr auto concurrently = [](const QJsonObject &statement) {
        return statement.value(u"concurrent"_s).toBool();
    };
    static const QHash<QString, Condition> rules {
        {u"IndexStmt"_s, concurrently},
        {u"DropStmt"_s, concurrently},
        {u"ReindexStmt"_s, reindexes},
        {u"AlterTableStmt"_s, detachesConcurrently},
        {u"VacuumStmt"_s, [](const QJsonObject &s) { return s.value(u"is_vacuumcmd"_s).toBool(); }},
        {u"ClusterStmt"_s, [](const QJsonObject &s) { return !s.contains(u"relation"_s); }},
        {u"DiscardStmt"_s, [](const QJsonObject &s) { return s.value(u"target"_s).toString() == u"DISCARD_ALL"; }},
        {u"AlterDatabaseStmt"_s, [](const QJsonObject &s) { return hasOption(s.value(u"options"_s), u"tablespace"); }},
        {u"CreatedbStmt"_s, always},
        {u"DropdbStmt"_s, always},
        {u"CreateTableSpaceStmt"_s, always},
        {u"DropTableSpaceStmt"_s, always},
        {u"AlterSystemStmt"_s, always},
        {u"CreateSubscriptionStmt"_s, always},
        {u"DropSubscriptionStmt"_s, always},
    };
    return rules;
}

StatementKind kindOf(const QString &node)
{
    using enum StatementKind;
    static const QHash<QString, StatementKind> kinds {
        {u"SelectStmt"_s, Query},
        {u"VariableShowStmt"_s, Query},
        {u"ExplainStmt"_s, Query},
        {u"FetchStmt"_s, Query},
        {u"InsertStmt"_s, Dml},
        {u"UpdateStmt"_s, Dml},
        {u"DeleteStmt"_s, Dml},
        {u"MergeStmt"_s, Dml},
        {u"CopyStmt"_s, Dml},
        {u"TruncateStmt"_s, Dml},
        {u"TransactionStmt"_s, Transaction},
        {u"IndexStmt"_s, Ddl},
        {u"ViewStmt"_s, Ddl},
        {u"RenameStmt"_s, Ddl},
        {u"RuleStmt"_s, Ddl},
        {u"DefineStmt"_s, Ddl},
        {u"CommentStmt"_s, Ddl},
        {u"CompositeTypeStmt"_s, Ddl},
        {u"RefreshMatViewStmt"_s, Ddl},
        {u"AlterSystemStmt"_s, Utility},
        {u"CreatedbStmt"_s, Ddl},
    };
    if (const auto known = kinds.constFind(node); known != kinds.constEnd())
        return *known;
    const bool isDdl = node.startsWith(u"Create") || node.startsWith(u"Alter") || node.startsWith(u"Drop");
    return isDdl ? Ddl : Utility;
}

StatementClass classOf(const QJsonObject &statement)
{
    const QString node = statement.isEmpty() ? QString() : statement.constBegin().key();
    const QJsonObject content = statement.value(node).toObject();
    const Condition rule = autocommitRules().value(node);
    const bool changesEnum = node == u"AlterEnumStmt" && !content.contains(u"oldVal"_s);
    return {.kind = kindOf(node), .node = node, .needsAutocommit = rule && rule(content), .addsEnumValue = changesEnum};
}

} // namespace

Result<void> PostgresqlParser::check(const QString &sql)
{
    return parse(sql).transform([](const QJsonArray &) {});
}

Result<QList<StatementClass>> PostgresqlParser::classify(const QString &sql)
{
    return parse(sql).transform([](const QJsonArray &statements) {
        QList<StatementClass> classes;
        for (const QJsonValue &each : statements)
            classes << classOf(each.toObject().value(u"stmt"_s).toObject());
        return classes;
    });
}

} // namespace Migrations::SqlText
