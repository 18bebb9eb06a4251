"""Paths as texts. Nothing here looks at a file."""

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None


def normcase(s):
    return s


def isabs(s):
    return s.startswith("/")


def join(a, *p):
    path = a
    for part in p:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    place = p.rfind("/") + 1
    head, tail = p[:place], p[place:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return p[p.rfind("/") + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    name = p.rfind("/") + 1
    dot = p.rfind(".")
    first = name
    while first < len(p) and p[first] == ".":
        first += 1
    if dot < first:
        return p, ""
    return p[:dot], p[dot:]


def splitdrive(p):
    return p[:0], p


def normpath(path):
    if not path:
        return "."
    start = 2 if path.startswith("//") and not path.startswith("///") else int(path.startswith("/"))
    parts = []
    for part in path.split("/"):
        if not part or part == ".":
            continue
        if part != ".." or (not start and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return "/" * start + "/".join(parts) or "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for place, character in enumerate(first):
        if character != last[place]:
            return first[:place]
    return first
