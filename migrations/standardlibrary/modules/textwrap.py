"""Text in lines."""
import re

_WHITESPACE = "\t\n\v\f\r "


def dedent(text):
    lines = text.split("\n")
    margin = None
    for place, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[place] = ""
            continue
        own = line[:len(line) - len(content)]
        if margin is None:
            margin = own
            continue
        same = 0
        while same < len(margin) and same < len(own) and margin[same] == own[same]:
            same += 1
        margin = margin[:same]
    return "\n".join(line[len(margin):] if line and margin else line for line in lines)


def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        wanted = line.strip() if predicate is None else predicate(line)
        lines.append(prefix + line if wanted else line)
    return "".join(lines)


def _chunks(text, break_on_hyphens):
    chunks = []
    for piece in re.split(r"([\t\n\v\f\r ]+)", text):
        if not piece:
            continue
        if piece[0] in _WHITESPACE or not break_on_hyphens:
            chunks.append(piece)
            continue
        for part in re.split(r"(?<=[^\W\d_]-)(?=[^\W\d_]{2})|(?<=[\w!\"'&.,?])(?=--+\w)|(?<=--)(?=\w)", piece):
            if part:
                chunks.append(part)
    return chunks




def wrap(text, width=70, *, initial_indent="", subsequent_indent="", expand_tabs=True, tabsize=8,
         replace_whitespace=True, fix_sentence_endings=False, break_long_words=True, drop_whitespace=True,
         break_on_hyphens=True, max_lines=None, placeholder=" [...]"):
    if fix_sentence_endings:
        raise NotImplementedError("textwrap with fix_sentence_endings")
    if width <= 0:
        raise ValueError("invalid width %r (must be > 0)" % width)
    if expand_tabs:
        text = text.expandtabs(tabsize)
    if replace_whitespace:
        for character in "\t\n\v\f\r":
            text = text.replace(character, " ")
    if max_lines is not None:
        first = subsequent_indent if max_lines > 1 else initial_indent
        if len(first) + len(placeholder.lstrip()) > width:
            raise ValueError("placeholder too large for max width")
    chunks = _chunks(text, break_on_hyphens)
    chunks.reverse()
    lines = []
    while chunks:
        current = []
        length = 0
        prefix = subsequent_indent if lines else initial_indent
        room = width - len(prefix)
        if drop_whitespace and chunks[-1].strip() == "" and lines:
            chunks.pop()
        while chunks and length + len(chunks[-1]) <= room:
            current.append(chunks.pop())
            length += len(current[-1])
        if chunks and len(chunks[-1]) > room:
            space = 1 if room < 1 else room - length
            if break_long_words:
                chunk = chunks[-1]
                end = space
                if break_on_hyphens and len(chunk) > space:
                    hyphen = chunk.rfind("-", 0, space)
                    if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                        end = hyphen + 1
                current.append(chunk[:end])
                chunks[-1] = chunk[end:]
            elif not current:
                current.append(chunks.pop())
            length = sum(map(len, current))
        if drop_whitespace and current and current[-1].strip() == "":
            length -= len(current[-1])
            current.pop()
        if not current:
            continue
        fits = not chunks or (drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
        if max_lines is None or len(lines) + 1 < max_lines or (fits and length <= room):
            lines.append(prefix + "".join(current))
            continue
        while current:
            if current[-1].strip() and length + len(placeholder) <= room:
                current.append(placeholder)
                lines.append(prefix + "".join(current))
                break
            length -= len(current[-1])
            current.pop()
        else:
            if lines:
                last = lines[-1].rstrip()
                if len(last) + len(placeholder) <= width:
                    lines[-1] = last + placeholder
                    break
            lines.append(prefix + placeholder.lstrip())
        break
    return lines


def fill(text, width=70, **kwargs):
    return "\n".join(wrap(text, width, **kwargs))


def shorten(text, width, **kwargs):
    return fill(" ".join(text.strip().split()), width, max_lines=1, **kwargs)
