#pragma once

#include <QString>

#include <compare>
#include <optional>
#include <vector>

namespace Migrations::Python {

/// A whole number of any size: sign and magnitude. A value like qint64; nothing here knows of a
/// budget, so the caller looks at bitLength() before it multiplies.
class BigInteger final
{
public:
    BigInteger() = default;
    BigInteger(qint64 value);

    /// digits of that base without a sign; nullopt: something else among them
    [[nodiscard]] static std::optional<BigInteger> fromDigits(QStringView digits, int base);
    /// the part before the point; the number is finite
    [[nodiscard]] static BigInteger fromDouble(double number);
    /// most significant byte first
    [[nodiscard]] static BigInteger fromBytes(const QByteArray &bytes);

    [[nodiscard]] bool isZero() const { return m_words.empty(); }
    [[nodiscard]] bool isNegative() const { return m_negative; }
    [[nodiscard]] bool isOdd() const { return !m_words.empty() && (m_words.front() & 1) != 0; }
    [[nodiscard]] qint64 bitLength() const;
    /// nullopt: 64 bits do not hold it
    [[nodiscard]] std::optional<qint64> toInteger() const;
    /// rounded to the nearest; infinite when it is too large
    [[nodiscard]] double toDouble() const;
    /// the magnitude, without a sign
    [[nodiscard]] QString digits(int base = 10) const;
    [[nodiscard]] QString toString() const { return (m_negative ? QStringLiteral("-") : QString()) + digits(); }

    [[nodiscard]] BigInteger operator-() const;
    [[nodiscard]] BigInteger magnitude() const;
    [[nodiscard]] BigInteger operator+(const BigInteger &other) const;
    [[nodiscard]] BigInteger operator-(const BigInteger &other) const;
    [[nodiscard]] BigInteger operator*(const BigInteger &other) const;
    /// quotient towards minus infinity and its remainder, as Python divides; `other` is not zero
    [[nodiscard]] std::pair<BigInteger, BigInteger> divided(const BigInteger &other) const;
    [[nodiscard]] BigInteger power(qint64 exponent) const; ///< exponent >= 0
    [[nodiscard]] BigInteger shifted(qint64 left) const; ///< negative: to the right, towards minus infinity

    enum class Logic { And, Or, Xor };
    /// bit by bit, as if both had two's complement without end
    [[nodiscard]] BigInteger combined(Logic logic, const BigInteger &other) const;

    friend bool operator==(const BigInteger &, const BigInteger &) = default;
    [[nodiscard]] std::strong_ordering operator<=>(const BigInteger &other) const;

private:
    using Words = std::vector<quint32>; ///< the least significant first, no zeros at the end

    BigInteger(bool negative, Words words);
    [[nodiscard]] static std::strong_ordering compareMagnitude(const Words &left, const Words &right);
    [[nodiscard]] static Words sum(const Words &left, const Words &right);
    [[nodiscard]] static Words difference(const Words &larger, const Words &smaller);
    [[nodiscard]] static std::pair<Words, Words> quotient(const Words &left, const Words &right);
    [[nodiscard]] static quint32 divideSmall(Words &words, quint32 divisor);
    static void multiplyAdd(Words &words, quint32 factor, quint32 addend);
    static void trim(Words &words);
    [[nodiscard]] Words complement(size_t size) const;

    bool m_negative = false;
    Words m_words;
};

} // namespace Migrations::Python
