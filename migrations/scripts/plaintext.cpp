#include "migrations/scripts/plaintext.h"

#include <string_view>

namespace Migrations::Scripts {

namespace {

// PEP 263: in one of the first two lines; UTF-8 is what everything is read as
bool declaresAnotherEncoding(std::string_view text)
{
    const std::size_t firstEnd = text.find('\n');
    const std::size_t secondEnd = firstEnd == text.npos ? text.npos : text.find('\n', firstEnd + 1);
    const std::string_view lines = text.substr(0, secondEnd);
    constexpr std::string_view mark = "coding";
    const std::size_t at = lines.find(mark);
    if (at == lines.npos)
        return false;
    if (lines.rfind(mark) != at)
        return true;
    const std::string_view declared = lines.substr(at + mark.size());
    for (const std::string_view utf8 : {": utf-8", "=utf-8", ":utf-8", ": utf8", "=utf8"}) {
        const char following = declared.size() > utf8.size() ? declared[utf8.size()] : ' ';
        if (declared.starts_with(utf8) && (following == ' ' || following == '\n' || following == '\r'))
            return false;
    }
    return true;
}

} // namespace

std::optional<QByteArray> plainText(const QByteArray &bytes)
{
    const bool isMarked = bytes.startsWith("\xEF\xBB\xBF");
    QByteArray text = isMarked ? bytes.sliced(3) : bytes;
    if (text.contains('\0') || !text.isValidUtf8())
        return std::nullopt;
    if (!isMarked && declaresAnotherEncoding(std::string_view(text.constData(), std::size_t(text.size()))))
        return std::nullopt;
    if (text.contains('\r'))
        text.replace("\r\n", "\n").replace('\r', '\n');
    return text;
}

} // namespace Migrations::Scripts
