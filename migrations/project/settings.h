#pragma once

#include "migrations/dialects/dialect.h"
#include "migrations/dialects/versiontablesql.h"
#include "migrations/project/databaseaddress.h"
#include "migrations/runner/patience.h"

namespace Migrations {

/// One value of a project for people: what it is and where it comes from. Has no password.
struct Setting {
    enum class Group { Project, Database, Migrations, NamingConvention, Types, Environment, Lint };

    Group group = Group::Project;
    QString name;
    QString text;
    ValueSource source = {};
    QString remark = {}; ///< what else there is to know, such as that env.py has no literal for it
};

/// How a project's migrations run and where its database is, each value with its source. Immutable.
///
/// A value comes from stillroom.toml, then from env.py where it is written as a literal there, then
/// it is Alembic's default. The database's address has an order of its own: see DatabaseAddress.
class Settings final
{
public:
    Settings() = default;
    /// Errors: those of StillroomConfig::read() and EnvironmentVariables::read(). What env.py does not
    /// tell is no error.
    [[nodiscard]] static Result<Settings> read(const AlembicConfig &config, const QProcessEnvironment &process);

    [[nodiscard]] const Setting &value(SettingKey key) const { return m_values.at(qsizetype(key)); }
    [[nodiscard]] QString text(SettingKey key) const { return value(key).text; }
    [[nodiscard]] bool isSet(SettingKey key) const { return text(key) == QStringLiteral("true"); }

    [[nodiscard]] Dialects::VersionTableName versionTable() const;
    /// Errors: BadInput with its place, a text that is no duration.
    [[nodiscard]] Result<Runner::Patience> patience() const;
    /// empty: Alembic's own
    [[nodiscard]] const Dialects::NamingConvention &namingConvention() const { return m_convention; }
    [[nodiscard]] const DatabaseAddress &address() const { return m_address; }
    /// of the scratch database in which revisions are replayed; may be empty
    [[nodiscard]] QString shadowUrl() const;
    /// whether every step is written into a table of the database as well
    [[nodiscard]] bool hasJournalTable() const;
    /// the application's types in SQLAlchemy's words, by dotted name
    [[nodiscard]] QMap<QString, QString> types() const;
    /// the variables that scripts see; unset: nobody says
    [[nodiscard]] std::optional<QMap<QString, QString>> environment() const;
    [[nodiscard]] const StillroomConfig &stillroom() const { return m_stillroom; }

    /// Everything, in the order in which it is shown. `givenUrl`: the address that was given in place
    /// of the project's own; empty: none was.
    [[nodiscard]] QList<Setting> all(const QString &givenUrl = {}) const;
    /// what is wrong or may do harm, each with its place
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }
    /// the same, and why nobody says where the database is
    [[nodiscard]] QList<Error> allProblems() const;

private:
    void readValues(const EnvironmentScript &script);
    void readConvention(const EnvironmentScript &script);
    void collect(const AlembicConfig &config, const EnvironmentVariables &variables);

    QString m_folder; ///< of the configuration
    QList<Setting> m_values; ///< by SettingKey
    Dialects::NamingConvention m_convention;
    QList<Setting> m_conventionRows;
    DatabaseAddress m_address;
    StillroomConfig m_stillroom;
    QList<Setting> m_all;
    QList<Error> m_problems;
};

/// A URL for people: the password as ***. A text that is no URL is not shown at all.
[[nodiscard]] QString maskedUrl(const QString &url);

} // namespace Migrations
