#include "migrations/python/biginteger.h"

#include <QByteArray>

#include <bit>
#include <cmath>

namespace Migrations::Python {

namespace {

constexpr int WordBits = 32;

int digitValue(QChar digit)
{
    if (digit >= u'0' && digit <= u'9')
        return digit.unicode() - u'0';
    if (digit >= u'a' && digit <= u'z')
        return digit.unicode() - u'a' + 10;
    return digit >= u'A' && digit <= u'Z' ? digit.unicode() - u'A' + 10 : 99;
}

} // namespace

BigInteger::BigInteger(qint64 value) : m_negative(value < 0)
{
    for (quint64 rest = value < 0 ? 0 - quint64(value) : quint64(value); rest != 0; rest >>= WordBits)
        m_words.push_back(quint32(rest));
}

BigInteger::BigInteger(bool negative, Words words) : m_words(std::move(words))
{
    trim(m_words);
    m_negative = negative && !m_words.empty();
}

void BigInteger::trim(Words &words)
{
    while (!words.empty() && words.back() == 0)
        words.pop_back();
}

std::optional<BigInteger> BigInteger::fromDigits(QStringView digits, int base)
{
    Words words;
    for (const QChar digit : digits) {
        const int value = digitValue(digit);
        if (value >= base)
            return std::nullopt;
        multiplyAdd(words, quint32(base), quint32(value));
    }
    return BigInteger(false, std::move(words));
}

BigInteger BigInteger::fromDouble(double number)
{
    int exponent = 0;
    const double fraction = std::frexp(std::trunc(std::fabs(number)), &exponent);
    const BigInteger result = BigInteger(qint64(std::ldexp(fraction, 53))).shifted(exponent - 53);
    return number < 0 ? -result : result;
}

BigInteger BigInteger::fromBytes(const QByteArray &bytes)
{
    Words words(size_t(bytes.size() + 3) / 4, 0);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const qsizetype place = bytes.size() - 1 - i;
        words[size_t(place / 4)] |= quint32(uchar(bytes[i])) << (place % 4 * 8);
    }
    return BigInteger(false, std::move(words));
}

qint64 BigInteger::bitLength() const
{
    return m_words.empty() ? 0 : qint64(m_words.size()) * WordBits - std::countl_zero(m_words.back());
}

std::optional<qint64> BigInteger::toInteger() const
{
    if (m_words.size() > 2)
        return std::nullopt;
    quint64 value = 0;
    for (size_t i = 0; i < m_words.size(); ++i)
        value |= quint64(m_words[i]) << (i * WordBits);
    const quint64 limit = quint64(INT64_MAX) + (m_negative ? 1 : 0);
    if (value > limit)
        return std::nullopt;
    return m_negative ? qint64(0 - value) : qint64(value);
}

double BigInteger::toDouble() const
{
    const qint64 excess = bitLength() - 64;
    quint64 top = 0;
    if (excess <= 0) {
        for (size_t i = 0; i < m_words.size(); ++i)
            top |= quint64(m_words[i]) << (i * WordBits);
    } else {
        const BigInteger shiftedDown = magnitude().shifted(-excess);
        top = quint64(shiftedDown.m_words[0]) | quint64(shiftedDown.m_words[1]) << WordBits;
        if (shiftedDown.shifted(excess) != magnitude())
            top |= 1; // so that what is cut off decides a tie
    }
    const double result = std::ldexp(double(top), int(std::clamp<qint64>(excess, 0, 100'000)));
    return m_negative ? -result : result;
}

QString BigInteger::digits(int base) const
{
    if (m_words.empty())
        return QStringLiteral("0");
    quint32 chunk = quint32(base);
    int chunkDigits = 1;
    while (quint64(chunk) * quint64(base) <= UINT32_MAX) {
        chunk *= quint32(base);
        ++chunkDigits;
    }
    QString result;
    for (Words rest = m_words; !rest.empty();) {
        const QString part = QString::number(divideSmall(rest, chunk), base);
        result.prepend(rest.empty() ? part : part.rightJustified(chunkDigits, u'0'));
    }
    return result;
}

void BigInteger::multiplyAdd(Words &words, quint32 factor, quint32 addend)
{
    quint64 carry = addend;
    for (quint32 &word : words) {
        carry += quint64(word) * factor;
        word = quint32(carry);
        carry >>= WordBits;
    }
    if (carry != 0)
        words.push_back(quint32(carry));
}

quint32 BigInteger::divideSmall(Words &words, quint32 divisor)
{
    quint64 rest = 0;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        rest = (rest << WordBits) | *word;
        *word = quint32(rest / divisor);
        rest %= divisor;
    }
    trim(words);
    return quint32(rest);
}

std::strong_ordering BigInteger::compareMagnitude(const Words &left, const Words &right)
{
    if (left.size() != right.size())
        return left.size() <=> right.size();
    return std::lexicographical_compare_three_way(left.rbegin(), left.rend(), right.rbegin(), right.rend());
}

BigInteger::Words BigInteger::sum(const Words &left, const Words &right)
{
    Words result(std::max(left.size(), right.size()) + 1, 0);
    quint64 carry = 0;
    for (size_t i = 0; i < result.size(); ++i) {
        carry += quint64(i < left.size() ? left[i] : 0) + (i < right.size() ? right[i] : 0);
        result[i] = quint32(carry);
        carry >>= WordBits;
    }
    return result;
}

BigInteger::Words BigInteger::difference(const Words &larger, const Words &smaller)
{
    Words result = larger;
    qint64 borrow = 0;
    for (size_t i = 0; i < result.size(); ++i) {
        const qint64 value = qint64(result[i]) - (i < smaller.size() ? smaller[i] : 0) + borrow;
        result[i] = quint32(value);
        borrow = value < 0 ? -1 : 0;
    }
    return result;
}

BigInteger BigInteger::operator-() const
{
    return BigInteger(!m_negative, m_words);
}

BigInteger BigInteger::magnitude() const
{
    return BigInteger(false, m_words);
}

BigInteger BigInteger::operator+(const BigInteger &other) const
{
    if (m_negative == other.m_negative)
        return BigInteger(m_negative, sum(m_words, other.m_words));
    if (compareMagnitude(m_words, other.m_words) < 0)
        return BigInteger(other.m_negative, difference(other.m_words, m_words));
    return BigInteger(m_negative, difference(m_words, other.m_words));
}

BigInteger BigInteger::operator-(const BigInteger &other) const
{
    return *this + -other;
}

BigInteger BigInteger::operator*(const BigInteger &other) const
{
    Words result(m_words.size() + other.m_words.size(), 0);
    for (size_t i = 0; i < m_words.size(); ++i) {
        quint64 carry = 0;
        for (size_t j = 0; j < other.m_words.size() || carry != 0; ++j) {
            carry += quint64(m_words[i]) * (j < other.m_words.size() ? other.m_words[j] : 0) + result[i + j];
            result[i + j] = quint32(carry);
            carry >>= WordBits;
        }
    }
    return BigInteger(m_negative != other.m_negative, std::move(result));
}

// long division, one word of the quotient after the other (Knuth, volume 2, algorithm D)
std::pair<BigInteger::Words, BigInteger::Words> BigInteger::quotient(const Words &left, const Words &right)
{
    if (compareMagnitude(left, right) < 0)
        return {{}, left};
    if (right.size() == 1) {
        Words result = left;
        const quint32 rest = divideSmall(result, right.front());
        return {result, Words(rest == 0 ? 0 : 1, rest)};
    }
    const int shift = std::countl_zero(right.back());
    Words rest = BigInteger(false, left).shifted(shift).m_words;
    const Words divisor = BigInteger(false, right).shifted(shift).m_words;
    rest.resize(std::max(rest.size(), left.size()) + 1, 0);
    const size_t size = divisor.size();
    Words result(rest.size() - size, 0);
    for (size_t at = result.size(); at-- > 0;) {
        const quint64 top = (quint64(rest[at + size]) << WordBits) | rest[at + size - 1];
        quint64 guess = std::min<quint64>(top / divisor.back(), UINT32_MAX);
        const auto subtract = [&](quint64 factor) {
            quint64 carry = 0;
            qint64 borrow = 0;
            for (size_t i = 0; i <= size; ++i) {
                carry += factor * (i < size ? divisor[i] : 0);
                const qint64 value = qint64(rest[at + i]) - qint64(quint32(carry)) + borrow;
                rest[at + i] = quint32(value);
                borrow = value < 0 ? -1 : 0;
                carry >>= WordBits;
            }
            return borrow < 0;
        };
        bool isTooMuch = subtract(guess);
        while (isTooMuch) { // at most twice
            --guess;
            quint64 carry = 0;
            for (size_t i = 0; i <= size; ++i) {
                carry += quint64(rest[at + i]) + (i < size ? divisor[i] : 0);
                rest[at + i] = quint32(carry);
                carry >>= WordBits;
            }
            isTooMuch = carry == 0;
        }
        result[at] = quint32(guess);
    }
    return {result, BigInteger(false, rest).shifted(-shift).m_words};
}

std::pair<BigInteger, BigInteger> BigInteger::divided(const BigInteger &other) const
{
    auto [words, rest] = quotient(m_words, other.m_words);
    BigInteger result(m_negative != other.m_negative, std::move(words));
    BigInteger remainder(m_negative, std::move(rest));
    if (!remainder.isZero() && m_negative != other.m_negative) {
        result = result - 1;
        remainder = remainder + other;
    }
    return {result, remainder};
}

BigInteger BigInteger::power(qint64 exponent) const
{
    BigInteger result(1);
    BigInteger factor = *this;
    for (; exponent > 0; exponent >>= 1) {
        if (exponent & 1)
            result = result * factor;
        if (exponent > 1)
            factor = factor * factor;
    }
    return result;
}

BigInteger BigInteger::shifted(qint64 left) const
{
    if (left < 0 && m_negative) // towards minus infinity
        return -((magnitude() - 1).shifted(left) + 1);
    Words result;
    if (left >= 0) {
        result.assign(size_t(left / WordBits), 0);
        quint64 carry = 0;
        for (const quint32 word : m_words) {
            carry |= quint64(word) << (left % WordBits);
            result.push_back(quint32(carry));
            carry >>= WordBits;
        }
        result.push_back(quint32(carry));
    } else {
        const size_t words = size_t(-left / WordBits);
        const int bits = int(-left % WordBits);
        for (size_t i = words; i < m_words.size(); ++i) {
            const quint64 next = i + 1 < m_words.size() ? m_words[i + 1] : 0;
            result.push_back(quint32(((next << WordBits) | m_words[i]) >> bits));
        }
    }
    return BigInteger(m_negative, std::move(result));
}

BigInteger::Words BigInteger::complement(size_t size) const
{
    Words result = m_words;
    result.resize(size, 0);
    if (!m_negative)
        return result;
    quint64 carry = 1;
    for (quint32 &word : result) {
        carry += quint32(~word);
        word = quint32(carry);
        carry >>= WordBits;
    }
    return result;
}

BigInteger BigInteger::combined(Logic logic, const BigInteger &other) const
{
    const size_t size = std::max(m_words.size(), other.m_words.size()) + 1;
    Words result = complement(size);
    const Words right = other.complement(size);
    for (size_t i = 0; i < size; ++i) {
        switch (logic) {
        case Logic::And: result[i] &= right[i]; break;
        case Logic::Or: result[i] |= right[i]; break;
        case Logic::Xor: result[i] ^= right[i]; break;
        }
    }
    const bool negative = (result.back() >> (WordBits - 1)) != 0;
    if (!negative)
        return BigInteger(false, std::move(result));
    // back from two's complement: the negative of what the words say
    BigInteger whole(false, result);
    return whole - BigInteger(1).shifted(qint64(size) * WordBits);
}

std::strong_ordering BigInteger::operator<=>(const BigInteger &other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    const std::strong_ordering order = compareMagnitude(m_words, other.m_words);
    return m_negative ? 0 <=> order : order;
}

} // namespace Migrations::Python
