"""Uniform resource locators as texts."""
from collections import namedtuple

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_WITH_AUTHORITY = {"", "ftp", "http", "https", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "shttp",
                   "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git",
                   "git+ssh", "ws", "wss", "itms-services"}
_WITH_PARAMETERS = {"", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip",
                    "sips", "mms", "sftp", "tel"}
_RELATIVE = {"", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp",
             "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"}


def quote_from_bytes(bs, safe="/"):
    kept = _SAFE | frozenset(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join(chr(byte) if byte in kept else "%%%02X" % byte for byte in bs)


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    space = b" " if isinstance(string, bytes) else " "
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    result = [first]
    for part in rest:
        digits = part[:2].decode("latin-1")
        if len(digits) == 2 and all(c in "0123456789abcdefABCDEF" for c in digits):
            result.append(bytes.fromhex(digits) + part[2:])
        else:
            result.append(b"%" + part)
    return b"".join(result)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    result = []
    plain = []
    place = 0
    while place < len(string):
        end = place
        while end < len(string) and string[end] < "\x80":
            end += 1
        if end > place:
            result.append(unquote_to_bytes(string[place:end]).decode(encoding, errors))
        begin = end
        while end < len(string) and string[end] >= "\x80":
            end += 1
        result.append(string[begin:end])
        place = end
    return "".join(result)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    pairs = query.items() if hasattr(query, "items") else query
    result = []

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    for key, value in pairs:
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__"):
            for one in value:
                result.append(quoted(key) + "=" + quoted(one))
        else:
            result.append(quoted(key) + "=" + quoted(value))
    return "&".join(result)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    result = []
    for pair in qs.split(separator) if qs else []:
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition("=")
        if strict_parsing and not equals:
            raise ValueError("bad query field: %r" % (pair,))
        if value or keep_blank_values:
            result.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return result


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


class _Location:
    def _userinfo(self):
        info, at, host = self.netloc.rpartition("@")
        name, colon, password = info.partition(":")
        return (name if at else None), (password if at and colon else None), host

    @property
    def username(self):
        return self._userinfo()[0]

    @property
    def password(self):
        return self._userinfo()[1]

    def _hostport(self):
        host = self._userinfo()[2]
        bracket, found, rest = host.partition("[")
        if found:
            name, _, rest = rest.partition("]")
            return name, rest.partition(":")[2] or None
        name, _, port = host.partition(":")
        return name, port or None

    @property
    def hostname(self):
        name = self._hostport()[0]
        if not name:
            return None
        plain, percent, zone = name.partition("%")
        return plain.lower() + percent + zone

    @property
    def port(self):
        port = self._hostport()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)

    def __iter__(self):
        return iter(tuple(getattr(self, name) for name in self._fields))

    def __len__(self):
        return len(self._fields)

    def __getitem__(self, index):
        return tuple(self)[index]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def _replace(self, **kwargs):
        return type(self)(*[kwargs.pop(name, getattr(self, name)) for name in self._fields])

    def _asdict(self):
        return {name: getattr(self, name) for name in self._fields}

    def __repr__(self):
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({values})"


class SplitResult(_Location):
    _fields = ("scheme", "netloc", "path", "query", "fragment")

    def __init__(self, scheme, netloc, path, query, fragment):
        self.scheme, self.netloc, self.path, self.query, self.fragment = scheme, netloc, path, query, fragment

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Location):
    _fields = ("scheme", "netloc", "path", "params", "query", "fragment")

    def __init__(self, scheme, netloc, path, params, query, fragment):
        self.scheme, self.netloc, self.path, self.params, self.query, self.fragment = (
            scheme, netloc, path, params, query, fragment)

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    url = url.lstrip("".join(map(chr, range(33))))
    for character in "\t\r\n":
        url = url.replace(character, "")
        scheme = scheme.replace(character, "")
    scheme = scheme.strip("".join(map(chr, range(33))))
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha():
        name = url[:colon]
        if all(c.isascii() and (c.isalnum() or c in "+-.") for c in name):
            scheme, url = name.lower(), url[colon + 1:]
    if url[:2] == "//":
        end = min(place for place in [url.find(c, 2) for c in "/?#"] + [len(url)] if place >= 0)
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in _WITH_PARAMETERS and ";" in path:
        last = path.rfind("/")
        semicolon = path.find(";", last if last >= 0 else 0)
        if semicolon >= 0:
            path, params = path[:semicolon], path[semicolon + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in _WITH_AUTHORITY and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = f"{url};{params}"
    return urlunsplit((scheme, netloc, url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    b = urlparse(base, "", allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in _RELATIVE:
        return url
    if u.scheme in _WITH_AUTHORITY and u.netloc:
        return urlunparse(u)
    netloc = b.netloc if u.scheme in _WITH_AUTHORITY else u.netloc
    if not u.path and not u.params:
        return urlunparse((u.scheme, netloc, b.path, b.params, u.query or b.query, u.fragment))
    parts = b.path.split("/")
    if parts[-1] != "":
        del parts[-1]
    if u.path[:1] == "/":
        segments = u.path.split("/")
    else:
        segments = parts + u.path.split("/")
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return urlunparse((u.scheme, netloc, "/".join(resolved) or "/", u.params, u.query, u.fragment))
