#include "migrations/sqltext/rehearsalobstacle.h"

#include <QRegularExpression>

#include <array>

namespace Migrations::SqlText {

using namespace Qt::StringLiterals;

namespace {

struct Rule {
    QLatin1StringView dialect;
    QLatin1StringView form; ///< regular expression from the statement's beginning
    RehearsalObstacle obstacle;
};

constexpr auto outside = RehearsalObstacle::NotInTransaction;
constexpr auto stays = RehearsalObstacle::NotUndone;

constexpr std::array rules {
    Rule {"postgresql"_L1, "(create\\s+(unique\\s+)?|drop\\s+)index\\s+concurrently\\b"_L1, outside},
    Rule {"postgresql"_L1, "reindex\\b.*\\bconcurrently\\b"_L1, outside},
    Rule {"postgresql"_L1, "reindex\\s+(\\(.*\\)\\s*)?(database|system)\\b"_L1, outside},
    Rule {"postgresql"_L1, "alter\\s+table\\b.*\\bdetach\\s+partition\\b.*\\bconcurrently\\b"_L1, outside},
    Rule {"postgresql"_L1, "vacuum\\b"_L1, outside},
    Rule {"postgresql"_L1, "(create|drop)\\s+(database|tablespace|subscription)\\b"_L1, outside},
    Rule {"postgresql"_L1, "alter\\s+(system|subscription)\\b"_L1, outside},
    Rule {"postgresql"_L1, "cluster\\s*;?\\s*$"_L1, outside},
    Rule {"postgresql"_L1, "copy\\b.*\\bto\\s+(program\\s+)?'"_L1, stays},
    Rule {"postgresql"_L1, ".*\\b(nextval|setval|dblink\\w*|pg_terminate_backend|pg_reload_conf|lo_export)\\s*\\("_L1, stays},
    Rule {"sqlite"_L1, "(vacuum|attach|detach)\\b"_L1, outside},
    Rule {"sqlite"_L1, "pragma\\b.*="_L1, stays},
};

} // namespace

RehearsalObstacle rehearsalObstacle(const QString &sql, const QString &dialect)
{
    static const QRegularExpression comments(u"--[^\\n]*|/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption);
    QString text = sql;
    text = text.remove(comments).trimmed();
    for (const Rule &rule : rules) {
        if (rule.dialect != dialect)
            continue;
        const QRegularExpression form(rule.form,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        if (form.matchView(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption).hasMatch())
            return rule.obstacle;
    }
    return RehearsalObstacle::None;
}

} // namespace Migrations::SqlText
