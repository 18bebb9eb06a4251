#pragma once

#include "migrations/alembic/session.h"
#include "migrations/operations/tablerecreation.h"

namespace Migrations::Alembic {

/// What op.batch_alter_table() was told.
struct BatchRequest {
    enum class Recreate { Auto, Always, Never };

    QString table;
    QString schema;
    Recreate recreate = Recreate::Auto;
    std::optional<Schema::Table> copyFrom; ///< the table as it is, which then is not looked up
    Schema::Table overrides; ///< reflect_args: what replaces or completes what is looked up
    Operations::TableRecreation::Extras extras;
    QString argumentsClass; ///< of table_args that are no list, which only a new table would find out
    std::optional<Dialects::NamingConvention> convention; ///< of what has no name in the database
};

/// The directives of one `with op.batch_alter_table(…)` block, which are collected and sent when it
/// ends: as they are, or as a table that is made anew (Alembic's BatchOperationsImpl). What the
/// scripts do wrong is raised in the script, with Alembic's text.
class BatchAlteration final
{
public:
    BatchAlteration(Session &session, BatchRequest request)
        : m_session(session), m_request(std::move(request)) {}

    [[nodiscard]] const BatchRequest &request() const { return m_request; }

    struct Directive {
        Operations::Operation operation;
        Python::Position at;
        QString before = {}; ///< of add_column()
        QString after = {};
        QString condition = {}; ///< "if_exists" or "if_not_exists" of an index, which a new table cannot have
    };
    void add(Python::Interpreter &interpreter, const Directive &directive);
    void flush(Python::Interpreter &interpreter);

private:
    [[nodiscard]] bool isRecreated() const;
    [[nodiscard]] bool needsRecreation(const Operations::Operation &operation) const;
    void recreate(Python::Interpreter &interpreter);
    [[nodiscard]] Schema::Table existing(Python::Interpreter &interpreter);
    [[nodiscard]] Schema::Table lookedUp(Python::Interpreter &interpreter);
    void override(Schema::Table &table) const;
    void nameConstraints(Python::Interpreter &interpreter, Schema::Table &table);
    void send(Python::Interpreter &interpreter, const Operations::TableRecreation::Steps &steps);

    Session &m_session;
    BatchRequest m_request;
    QList<Directive> m_directives;
};

} // namespace Migrations::Alembic
