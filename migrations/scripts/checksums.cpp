#include "migrations/scripts/checksums.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace Migrations::Scripts {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error badLine(const QString &message, const QString &path, int line)
{
    return {.code = ErrorCode::Syntax,
        .message = message,
        .at = {.file = path, .line = line},
        .nextStep = Tr::tr("Take the file from version control, or delete it and write it again with "
                           "\"stillroom-cli check --write\".")};
}

} // namespace

QString Checksums::fileName()
{
    return u"stillroom.sum"_s;
}

QString Checksums::of(const QByteArray &source)
{
    QByteArray text = source;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    text.replace("\r\n", "\n").replace('\r', '\n');
    return u"sha256:"_s + QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Result<Checksums> Checksums::parse(const QString &text, const QString &path)
{
    static const QRegularExpression pattern(u"^(sha256:[0-9a-f]{64}) (\\S.*)$"_s);
    Checksums sums;
    int number = 0;
    for (const QString &whole : text.split(u'\n')) {
        ++number;
        const QString line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QRegularExpressionMatch match = pattern.match(line);
        if (!match.hasMatch())
            return failure(badLine(Tr::tr("This is no checksum of a revision."), path, number));
        const QString revision = match.captured(2);
        const QString known = sums.sum(revision);
        if (!known.isEmpty() && known != match.captured(1))
            return failure(badLine(Tr::tr("Revision %1 has two different checksums.").arg(revision), path, number));
        sums.insert(revision, match.captured(1));
    }
    return sums;
}

QString Checksums::toText(const QStringList &order) const
{
    QString text = u"# Checksums of the revisions, written by \"stillroom-cli check --write\".\n"_s;
    QMap<QString, QString> left = m_sums;
    const auto write = [&](const QString &revision) {
        if (const QString sum = left.take(revision); !sum.isEmpty())
            text += sum + u' ' + revision + u'\n';
    };
    for (const QString &revision : order)
        write(revision);
    for (const QString &revision : left.keys())
        write(revision);
    return text;
}

} // namespace Migrations::Scripts
