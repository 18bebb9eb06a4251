#include "tests/layers/rules.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Layers {

namespace {

    // ---- the table: design.md, "The house". A folder may always include itself.

    struct Row {
        const char *folder;
        QStringList mayInclude; ///< a name that ends with * stands for all that start so
        QStringList forbiddenModules = {}; ///< of Qt
    };

    const QStringList sqlAndWindows {u"QtSql"_s, u"QtGui"_s, u"QtWidgets"_s};
    const QStringList windows {u"QtGui"_s, u"QtWidgets"_s};
    const QStringList sharedByFeatures {u"migrations/*"_s, u"ui/models"_s, u"ui/tasks"_s, u"ui/workspace"_s,
        u"ui/questions"_s, u"ui/editor"_s, u"ui/widgets"_s, u"ui/style"_s};
    const QStringList pureFolders {u"migrations/base"_s, u"migrations/sqltext"_s, u"migrations/schema"_s,
        u"migrations/operations"_s, u"migrations/dialects"_s, u"migrations/graph"_s, u"migrations/python"_s,
        u"migrations/standardlibrary"_s, u"migrations/scripts"_s, u"migrations/alembic"_s, u"migrations/diff"_s};

    QStringList inMigrations(const QStringList &names)
    {
        QStringList result;
        for (const QString &name : names) {
            result.append("migrations/"_L1 + name);
        }
        return result;
    }

    const QList<Row> &table()
    {
        static const QList<Row> rows {
            {"migrations/base", {}, sqlAndWindows},
            {"migrations/sqltext", inMigrations({u"base"_s}), sqlAndWindows},
            {"migrations/schema", inMigrations({u"base"_s}), sqlAndWindows},
            {"migrations/operations", inMigrations({u"base"_s, u"sqltext"_s, u"schema"_s}), sqlAndWindows},
            {"migrations/dialects", inMigrations({u"base"_s, u"sqltext"_s, u"schema"_s, u"operations"_s}), sqlAndWindows},
            {"migrations/graph", inMigrations({u"base"_s}), sqlAndWindows},
            {"migrations/python", inMigrations({u"base"_s}), sqlAndWindows},
            {"migrations/standardlibrary", inMigrations({u"base"_s, u"python"_s}), sqlAndWindows},
            {"migrations/scripts", inMigrations({u"base"_s, u"graph"_s, u"python"_s, u"sqltext"_s}), sqlAndWindows},
            {"migrations/alembic",
                inMigrations({u"base"_s, u"sqltext"_s, u"schema"_s, u"operations"_s, u"dialects"_s, u"python"_s,
                    u"standardlibrary"_s, u"scripts"_s}),
                sqlAndWindows},
            {"migrations/diff", inMigrations({u"base"_s, u"schema"_s, u"operations"_s, u"dialects"_s}), sqlAndWindows},
            {"migrations/plan", pureFolders, sqlAndWindows},
            {"migrations/lint", inMigrations({u"base"_s, u"sqltext"_s, u"schema"_s, u"operations"_s, u"dialects"_s, u"plan"_s}),
                sqlAndWindows},
            {"migrations/database", inMigrations({u"base"_s, u"sqltext"_s}), windows},
            {"migrations/inspection", inMigrations({u"base"_s, u"schema"_s, u"dialects"_s, u"database"_s}), windows},
            {"migrations/history", inMigrations({u"base"_s, u"graph"_s, u"dialects"_s, u"database"_s}), windows},
            {"migrations/runner",
                pureFolders + inMigrations({u"plan"_s, u"lint"_s, u"database"_s, u"inspection"_s, u"history"_s}), windows},
            {"migrations/backup", inMigrations({u"base"_s, u"dialects"_s, u"database"_s}), windows},
            {"migrations/journal",
                inMigrations({u"base"_s, u"sqltext"_s, u"dialects"_s, u"graph"_s, u"scripts"_s, u"database"_s, u"history"_s,
                    u"runner"_s}),
                windows},
            {"migrations/verification",
                pureFolders + inMigrations({u"plan"_s, u"lint"_s, u"database"_s, u"inspection"_s, u"history"_s, u"runner"_s}),
                windows},
            {"migrations/project",
                pureFolders
                    + inMigrations({u"plan"_s, u"lint"_s, u"database"_s, u"inspection"_s, u"history"_s, u"runner"_s,
                        u"backup"_s, u"journal"_s, u"verification"_s}),
                windows},
            {"ui/models", {u"migrations/*"_s}, {u"QtSql"_s, u"QtWidgets"_s}},
            {"ui/tasks", {u"migrations/*"_s}, {u"QtSql"_s, u"QtWidgets"_s}},
            {"ui/shell", {u"migrations/*"_s, u"ui/*"_s}, {u"QtSql"_s}},
            {"ui/*", sharedByFeatures, {u"QtSql"_s}}, // any other folder of ui/ is a feature
            {"app/cli", {u"migrations/*"_s}, windows},
            {"app/desktop", {u"migrations/*"_s, u"ui/*"_s}},
        };
        return rows;
    }

    // ---- what no file may contain

    struct Ban {
        const char *pattern;
        const char *where; ///< regular expression of paths
        const char *reason;
        bool inComments = false;
    };

    constexpr Ban bans[] {
        {"\\bprocessEvents\\b", "^(migrations|ui|app)/", "lets anything happen in the middle of something"},
        {"\\bQEventLoop\\b", "^(migrations|ui|app)/", "is a nested event loop"},
        {"(?<!Application::)(?<!\\bapplication\\.)(?<!\\bapp\\.)\\bexec\\s*\\(", "^(ui|app)/",
            "is a nested event loop: use open() or popup()"},
        {"\\b(QMessageBox::(about|critical|information|question|warning)|QFileDialog::get\\w+|QInputDialog::get\\w+|"
         "QColorDialog::getColor|QFontDialog::getFont)\\s*\\(",
            "^(migrations|ui|app)/", "is a nested event loop: ask through ui/questions"},
        {"\\bstatic\\b[^;{}()]*\\binstance\\s*\\(", "^(migrations|ui|app)/", "is a singleton: pass the object in"},
        {"\\b(?!Q[A-Z])\\w+::instance\\s*\\(", "^(migrations|ui|app)/", "is a singleton: pass the object in"},
        {"\\bQ(SKIP|EXPECT_FAIL)\\b", "^tests/", "lets a test pass that tests nothing"},
        {"\\b(TODO|FIXME|XXX|HACK)\\b", "^(migrations|ui|app|tests/(?!layers/))", "marks unfinished work", true},
    };

    QString folderPart(const QString &path)
    {
        return path.section(u'/', 0, 1);
    }

    bool matches(const QString &pattern, const QString &folder)
    {
        return pattern.endsWith(u'*') ? folder.startsWith(QStringView(pattern).chopped(1)) : pattern == folder;
    }

    const Row *rowOf(const QString &folder)
    {
        const auto row = std::ranges::find_if(
            table(), [&folder](const Row &candidate) { return matches(QString::fromLatin1(candidate.folder), folder); });
        return row == table().end() ? nullptr : &*row;
    }

    bool isHeaderOf(const QString &module, const QString &name)
    {
        static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
        return name.section(u'/', 0, 0) == module || QFileInfo::exists(headers + u'/' + module + u'/' + name);
    }

    class Findings
    {
    public:
        explicit Findings(const QString &path) : m_path(path) {}

        void add(int line, const QString &sentence)
        {
            m_sentences.append(u"%1:%2: %3"_s.arg(m_path).arg(line).arg(sentence));
        }
        [[nodiscard]] const QStringList &sentences() const { return m_sentences; }

    private:
        QString m_path;
        QStringList m_sentences;
    };

    void checkProjectInclude(const QString &path, const Include &include, Findings &result)
    {
        if (include.name.endsWith(".moc"_L1)) {
            return;
        }
        const QString from = folderOf(path);
        const QString to = folderOf(include.name);
        if (to.isEmpty()) {
            result.add(include.line, u"\"%1\" is not from the root of the checkout, or of no known folder"_s.arg(include.name));
        } else if (!mayInclude(from, to)) {
            result.add(include.line, u"%1 may not include %2"_s.arg(from, to));
        }
    }

    void checkQtInclude(const QString &path, const Include &include, Findings &result)
    {
        const QString folder = folderOf(path);
        QStringList forbidden = rowOf(folder)->forbiddenModules;
        if (folder.startsWith("ui/"_L1) && QFileInfo(path).completeBaseName().endsWith("tool"_L1)) {
            forbidden.append(u"QtWidgets"_s); // state and actions; the widgets are the panel's
        }
        for (const QString &module : std::as_const(forbidden)) {
            if (isHeaderOf(module, include.name)) {
                result.add(include.line, u"<%1> is of %2, which this file may not use"_s.arg(include.name, module));
            }
        }
    }

    void checkIncludes(const QString &path, const SourceText &source, Findings &result)
    {
        if (folderOf(path).isEmpty()) {
            result.add(1, u"its folder is not in the table of layers"_s);
            return;
        }
        for (const Include &include : source.includes()) {
            if (include.quoted) {
                checkProjectInclude(path, include, result);
            } else {
                checkQtInclude(path, include, result);
            }
        }
    }

    void checkBudget(const SourceText &source, Findings &result)
    {
        if (source.lineCount() > maximumFileLines) {
            result.add(1, u"the file has %1 lines, the limit is %2"_s.arg(source.lineCount()).arg(maximumFileLines));
        }
        for (const Function &function : source.functions()) {
            if (function.lineCount > maximumFunctionLines) {
                result.add(function.line,
                    u"the function has %1 lines, the limit is %2: %3"_s.arg(function.lineCount)
                        .arg(maximumFunctionLines)
                        .arg(function.head));
            }
        }
    }

    void checkBans(const QString &path, const QString &text, const SourceText &source, Findings &result)
    {
        for (const Ban &ban : bans) {
            if (!path.contains(QRegularExpression(QString::fromLatin1(ban.where)))) {
                continue;
            }
            auto found = QRegularExpression(QString::fromLatin1(ban.pattern)).globalMatch(ban.inComments ? text : source.code());
            while (found.hasNext()) {
                const QRegularExpressionMatch match = found.next();
                result.add(source.lineAt(match.capturedStart()),
                    u"%1 %2"_s.arg(match.captured().simplified(), QString::fromLatin1(ban.reason)));
            }
        }
    }

    void checkName(const QString &path, Findings &result)
    {
        static const QRegularExpression vague(u"utils?$"_s);
        if (path.endsWith(".ui"_L1)) {
            result.add(1, u"widgets are made in code"_s);
        }
        if (QFileInfo(path).completeBaseName().contains(vague)) {
            result.add(1, u"a file is named after its topic"_s);
        }
    }

} // namespace

QString folderOf(const QString &path)
{
    const QString folder = folderPart(path);
    return path.count(u'/') >= 2 && rowOf(folder) ? folder : QString();
}

bool mayInclude(const QString &from, const QString &to)
{
    const Row *row = rowOf(from);
    return from == to
        || (row != nullptr
            && std::ranges::any_of(row->mayInclude, [&to](const QString &pattern) { return matches(pattern, to); }));
}

QStringList folders()
{
    QStringList result;
    for (const Row &row : table()) {
        result.append(QString::fromLatin1(row.folder));
    }
    return result;
}

QStringList findings(const QString &path, const QString &text)
{
    Findings result(path);
    checkName(path, result);
    const SourceText source(text);
    if (path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1)) {
        if (!path.startsWith("tests/"_L1)) {
            checkIncludes(path, source, result);
            checkBudget(source, result);
        }
        checkBans(path, text, source, result);
    }
    return result.sentences();
}

} // namespace Layers
