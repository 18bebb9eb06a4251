#include "migrations/dialects/postgresql/indexes.h"

#include "migrations/dialects/phrase.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

namespace {

using Kind = Schema::Expression::Kind;

/// the value of a dictionary's key; empty: not there
Schema::Expression entry(const Schema::Expression &dictionary, const QString &key)
{
    for (qsizetype i = 0; i + 1 < dictionary.arguments.size(); i += 2) {
        if (dictionary.arguments.at(i).text == key)
            return dictionary.arguments.at(i + 1);
    }
    return {};
}

QString plainText(const Schema::Expression &value)
{
    if (value.kind == Kind::True || value.kind == Kind::False)
        return value.kind == Kind::True ? u"True"_s : u"False"_s;
    return value.text;
}

} // namespace

QString Indexes::elements(const Schema::Index &index) const
{
    const Schema::Expression classes = index.options.value(u"postgresql_ops"_s);
    QStringList texts;
    for (const Schema::IndexPart &each : index.parts) {
        QString text = part(each);
        if (each.order.isEmpty() && Expressions::isOperation(each.expression))
            text = u'(' + text + u')';
        // Alembic makes a column of sa.text(), whose name is the text
        const bool isNamed = (each.expression.kind == Kind::Column || each.expression.kind == Kind::Text)
            && each.order.isEmpty();
        const QString key = each.key.isEmpty() && isNamed ? each.expression.text : each.key;
        const QString operatorClass = key.isEmpty() ? QString() : entry(classes, key).text;
        texts << (operatorClass.isEmpty() ? text : text + u' ' + operatorClass);
    }
    return u'(' + texts.join(u", "_s) + u')';
}

QString Indexes::storage(const Schema::DialectOptions &options) const
{
    QString text;
    if (const QStringList names = optionNames(options, u"postgresql_include"_s); !names.isEmpty())
        text += u" INCLUDE ("_s + m_words.identifiers.list(names) + u')';
    if (const std::optional<bool> flag = optionFlag(options, u"postgresql_nulls_not_distinct"_s))
        text += *flag ? u" NULLS NOT DISTINCT"_s : u" NULLS DISTINCT"_s;
    const Schema::Expression with = options.value(u"postgresql_with"_s);
    QStringList parameters;
    for (qsizetype i = 0; i + 1 < with.arguments.size(); i += 2)
        parameters << with.arguments.at(i).text + u" = "_s + plainText(with.arguments.at(i + 1));
    if (!parameters.isEmpty())
        text += u" WITH ("_s + parameters.join(u", "_s) + u')';
    if (const QString tablespace = optionText(options, u"postgresql_tablespace"_s); !tablespace.isEmpty())
        text += u" TABLESPACE "_s + m_words.identifiers.quoted(tablespace);
    return text + where(options, u"postgresql_where"_s);
}

QString Indexes::create(const Operations::CreateIndex &operation) const
{
    const Schema::DialectOptions &options = operation.index.options;
    QString text = beginning(operation);
    if (optionIsOn(options, u"postgresql_concurrently"_s))
        text += u"CONCURRENTLY "_s;
    if (operation.ifNotExists)
        text += u"IF NOT EXISTS "_s;
    text += name(operation) + u" ON "_s + m_words.identifiers.qualified(operation.table, operation.schema) + u' ';
    if (const QString method = optionText(options, u"postgresql_using"_s); !method.isEmpty())
        text += u"USING "_s + checkedPhrase(method, u"^(?:btree|hash|gist|gin|[\\w_]+)$"_s).toLower() + u' ';
    return text + elements(operation.index) + storage(options);
}

QString Indexes::drop(const Operations::DropIndex &operation) const
{
    return u"DROP INDEX "_s
        + (optionIsOn(operation.options, u"postgresql_concurrently"_s) ? u"CONCURRENTLY "_s : QString())
        + (operation.ifExists ? u"IF EXISTS "_s : QString()) + name(operation);
}

} // namespace Migrations::Dialects::Postgresql
