#include "migrations/journal/actor.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;

namespace {

QString nameOfUser(uid_t id)
{
    std::array<char, 4096> buffer {};
    passwd entry {};
    passwd *found = nullptr;
    getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found);
    return found ? QString::fromLocal8Bit(entry.pw_name) : QString::number(id);
}

QString currentUser()
{
    const QString user = nameOfUser(geteuid());
    const QString person = qEnvironmentVariable("SUDO_USER");
    return person.isEmpty() || person == user ? user : u"%1 (%2)"_s.arg(user, person);
}

// field 22 of proc(5)'s stat; the name of the program before it may have blanks and brackets
qint64 beginOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.value(19).toLongLong();
}

} // namespace

Actor Actor::current()
{
    const qint64 process = QCoreApplication::applicationPid();
    return {.user = currentUser(),
        .host = QSysInfo::machineHostName(),
        .program = QStringList {QCoreApplication::applicationName(), QCoreApplication::applicationVersion()}
                       .join(u' ')
                       .trimmed(),
        .process = process,
        .processBegun = beginOf(process)};
}

bool Actor::isAlive() const
{
    return host == QSysInfo::machineHostName() && process > 0 && beginOf(process) == processBegun;
}

} // namespace Migrations::Journal
