"""Paths as they are written. Nothing here looks at a file: what would is refused by its name."""
from _refusal import refuse


def _parsed(texts):
    root, names = "", []
    for text in texts:
        text = str(text)
        if text.startswith("/"):
            root, names = "/", []
            if text.startswith("//") and not text.startswith("///"):
                root = "//"
        names += [name for name in text.split("/") if name and name != "."]
    return root, names


class PurePath:
    def __init__(self, *pathsegments):
        for segment in pathsegments:
            if not isinstance(segment, (str, PurePath)):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, not %r"
                    % type(segment).__name__)
        self.root, self._names = _parsed(pathsegments)

    @classmethod
    def _of(cls, root, names):
        path = cls()
        path.root = root
        path._names = names
        return path

    drive = ""

    @property
    def anchor(self):
        return self.root

    @property
    def parts(self):
        return tuple(([self.root] if self.root else []) + self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name.lstrip(".")
        place = name.rfind(".")
        return name[place:] if 0 <= place < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        return self._of(self.root, self._names[:-1])

    @property
    def parents(self):
        return tuple(self._of(self.root, self._names[:count]) for count in range(len(self._names) - 1, -1, -1))

    def joinpath(self, *pathsegments):
        return type(self)(self, *pathsegments)

    def is_absolute(self):
        return bool(self.root)

    def as_posix(self):
        return str(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name,))
        return self._of(self.root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == "." or "/" in suffix):
            raise ValueError("Invalid suffix %r" % (suffix,))
        return self.with_name(self.stem + suffix)

    def is_relative_to(self, other):
        other = type(self)(other)
        return self.root == other.root and self._names[:len(other._names)] == other._names

    def relative_to(self, other):
        if not self.is_relative_to(other):
            raise ValueError("%r is not in the subpath of %r" % (str(self), str(other)))
        return self._of("", self._names[len(type(self)(other)._names):])

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(other, self)

    def __fspath__(self):
        return str(self)

    def __str__(self):
        return (self.root + "/".join(self._names)) or "."

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    def __getattr__(self, name):
        refuse("pathlib.Path." + name)

    def __repr__(self):
        return "PosixPath(%r)" % str(self)

    def resolve(self, strict=False):
        if not self.root or ".." in self._names:
            refuse("pathlib.Path.resolve")
        return self

    def absolute(self):
        if not self.root:
            refuse("pathlib.Path.absolute")
        return self

    @classmethod
    def cwd(cls):
        refuse("pathlib.Path.cwd")

    @classmethod
    def home(cls):
        refuse("pathlib.Path.home")


PosixPath = Path
