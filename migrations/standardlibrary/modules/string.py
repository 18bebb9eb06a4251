"""Kinds of characters, and templates."""
import re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    def __init__(self, template):
        self.template = template

    def _replaced(self, values, safe):
        def replacement(match):
            if match.group(1):
                return "$"
            name = match.group(2) or match.group(3)
            if name is None:
                if safe:
                    return match.group()
                before = self.template[:match.start()]
                line = before.count("\n") + 1
                column = match.start() - (before.rfind("\n") + 1) + 1
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))
            if safe and name not in values:
                return match.group()
            return str(values[name])

        pattern = r"\$(?:(\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\{([_a-zA-Z][_a-zA-Z0-9]*)\}|)"
        return re.sub(pattern, replacement, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)
