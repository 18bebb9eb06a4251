#pragma once

#include "migrations/base/canceltoken.h"

#include <QIODevice>

namespace Cli {

/// A file descriptor to read from that stops waiting when the work is cancelled; it then reads as
/// ended. Qt's own QFile would wait on. Does not close the descriptor.
class StandardInput final : public QIODevice
{
    Q_OBJECT

public:
    StandardInput(int descriptor, const Migrations::CancelToken &cancel);

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 length) override;

private:
    int m_descriptor;
    Migrations::CancelToken m_cancel;
};

} // namespace Cli
