#pragma once

#include "migrations/base/error.h"

namespace Migrations::SqlText {

/// The text with every password as '***', for what is shown and for what is kept: logs, the journal,
/// messages. Works on the text of any statement of either dialect, on a part of one, and on a server's
/// message that quotes one. Known as a password: the text behind a word such as PASSWORD, and behind
/// the `=` or `:` of a name that contains one (passwd, token, secret, api_key…); the values of such
/// columns in INSERT … VALUES; the password of a URL and of a connection string; the secrets of
/// crypt() and pgp_sym_encrypt(). Hides too much rather than too little, so the result is never sent.
///
/// What it cannot know: a password in a column that does not say so.
[[nodiscard]] QString withoutSecrets(const QString &text);
/// the same of all its texts
[[nodiscard]] Error withoutSecrets(Error error);

} // namespace Migrations::SqlText
