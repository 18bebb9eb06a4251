#pragma once

#include <QByteArray>
#include <QRandomGenerator>

/// Revision scripts of the kinds that are met in the wild, and a little beside them: put together
/// from pieces by a fixed seed, so that a failure can be repeated.
class HeaderTexts final
{
public:
    explicit HeaderTexts(quint32 seed) : m_random(seed) {}

    [[nodiscard]] QByteArray next();

private:
    /// in an ordinary script one of the first `ordinary` pieces
    [[nodiscard]] QByteArray oneOf(const QByteArrayList &pieces, int ordinary = 0);
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }
    [[nodiscard]] QByteArray string();
    [[nodiscard]] QByteArray docstring();
    [[nodiscard]] QByteArray value();
    [[nodiscard]] QByteArray assignment(const QByteArray &name);
    [[nodiscard]] QByteArray function(const QByteArray &name);
    [[nodiscard]] QByteArray bodyLine();
    [[nodiscard]] QByteArray otherStatement();
    [[nodiscard]] QByteArray spoilt(QByteArray text);

    QRandomGenerator m_random;
    bool m_isOrdinary = false;
};
