#pragma once

#include <QString>

namespace Migrations::Journal {

/// Who does something: the person, the machine and the program, as far as this process knows.
struct Actor {
    QString user; ///< of the operating system; "root (alice)" where sudo says who it is
    QString host;
    QString program; ///< "stillroom-cli 0.1.0"
    qint64 process = 0;
    qint64 processBegun = 0; ///< in the kernel's ticks since it booted, so that a number that is used again is another

    [[nodiscard]] static Actor current();
    /// whether that process still is, on this machine
    [[nodiscard]] bool isAlive() const;
};

} // namespace Migrations::Journal
