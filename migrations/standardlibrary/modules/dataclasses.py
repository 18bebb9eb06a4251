"""Classes whose fields are declared."""
from _classes import _missing, annotations_of, bases_of, deep_copy, own_member, remove_member


class _MissingType:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _MissingType()
KW_ONLY = _MissingType()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, kw_only)


def _own_fields(cls, kw_only):
    result = []
    for name, annotation in annotations_of(cls):
        bare = annotation.split("[")[0].split(".")[-1]
        if bare == "ClassVar":
            continue
        if bare == "KW_ONLY":
            kw_only = True
            continue
        if bare == "InitVar":
            raise NotImplementedError("dataclasses.InitVar")
        default = own_member(cls, name)
        made = default if isinstance(default, Field) else field(default=MISSING if default is _missing else default)
        if isinstance(made.default, (list, dict, set)):
            raise ValueError(
                f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        made.name = name
        made.type = annotation
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if isinstance(default, Field):
            if made.default is MISSING:
                remove_member(cls, name)
            else:
                setattr(cls, name, made.default)
        result.append(made)
    return result


def _initializer(cls, order):
    names = [one for one in order.values() if one.init]
    positional = [one for one in names if not one.kw_only]
    seen_default = None
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = one
        elif seen_default is not None:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {seen_default.name!r}")

    def __init__(self, *args, **kwargs):
        title = f"{cls.__name__}.__init__()"
        if len(args) > len(positional):
            defaults = sum(1 for one in positional if one.default is not MISSING or one.default_factory is not MISSING)
            most = len(positional) + 1
            takes = f"from {most - defaults} to {most}" if defaults else str(most)
            plural = "" if takes == "1" else "s"
            raise TypeError(f"{title} takes {takes} positional argument{plural} but {len(args) + 1} were given")
        given = dict(zip([one.name for one in positional], args))
        known = {one.name for one in names}
        for name, value in kwargs.items():
            if name not in known:
                raise TypeError(f"{title} got an unexpected keyword argument {name!r}")
            if name in given:
                raise TypeError(f"{title} got multiple values for argument {name!r}")
            given[name] = value
        missing = [one for one in names
                   if one.name not in given and one.default is MISSING and one.default_factory is MISSING]
        for kind, lacking in (("positional", [one.name for one in missing if not one.kw_only]),
                              ("keyword-only", [one.name for one in missing if one.kw_only])):
            if lacking:
                quoted = [repr(name) for name in lacking]
                text = quoted[0] if len(quoted) == 1 else " and ".join(quoted) if len(quoted) == 2 else (
                    ", ".join(quoted[:-1]) + ", and " + quoted[-1])
                plural = "" if len(quoted) == 1 else "s"
                raise TypeError(f"{title} missing {len(quoted)} required {kind} argument{plural}: {text}")
        for one in order.values():
            if one.name in given:
                self.__dict__[one.name] = given[one.name]
            elif one.default_factory is not MISSING:
                self.__dict__[one.name] = one.default_factory()
            elif one.default is not MISSING:
                self.__dict__[one.name] = one.default
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _values(self, names):
    return tuple(getattr(self, name) for name in names)


def _comparison(compare, names, symbol):
    def method(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return compare(_values(self, names), _values(other, names))

    return method


def _frozen_setattr(self, name, value):
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _frozen_delattr(self, name):
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _decorated(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    fields_ = {}
    for base in reversed(bases_of(cls)):
        fields_.update(getattr(base, "__dataclass_fields__", {}))
    for one in _own_fields(cls, kw_only):
        fields_[one.name] = one
    cls.__dataclass_fields__ = fields_

    def add(name, function):
        if own_member(cls, name) is _missing:
            setattr(cls, name, function)

    if init:
        add("__init__", _initializer(cls, fields_))
    shown = [one.name for one in fields_.values() if one.repr]
    compared = [one.name for one in fields_.values() if one.compare]
    if repr:
        def __repr__(self):
            texts = [f"{name}={getattr(self, name)!r}" for name in shown]
            return f"{type(self).__qualname__}({', '.join(texts)})"

        add("__repr__", __repr__)
    own_hash = own_member(cls, "__hash__")
    if eq:
        add("__eq__", _comparison(lambda a, b: a == b, compared, "=="))
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        add("__lt__", _comparison(lambda a, b: a < b, compared, "<"))
        add("__le__", _comparison(lambda a, b: a <= b, compared, "<="))
        add("__gt__", _comparison(lambda a, b: a > b, compared, ">"))
        add("__ge__", _comparison(lambda a, b: a >= b, compared, ">="))
    hashed = [one.name for one in fields_.values() if (one.compare if one.hash is None else one.hash)]
    if own_hash is _missing and (unsafe_hash or (eq and frozen)):
        cls.__hash__ = lambda self: hash(_values(self, hashed))
    if frozen:
        cls.__setattr__ = _frozen_setattr
        cls.__delattr__ = _frozen_delattr
    if match_args:
        add("__match_args__", tuple(one.name for one in fields_.values() if one.init and not one.kw_only))
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _decorated(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)

    return wrap if cls is None else wrap(cls)


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def fields(class_or_instance):
    if not is_dataclass(class_or_instance):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(class_or_instance.__dataclass_fields__.values())


def _inner(value, make_dict, make_tuple):
    if is_dataclass(value) and not isinstance(value, type):
        items = [(one.name, _inner(getattr(value, one.name), make_dict, make_tuple)) for one in fields(value)]
        return make_tuple([item for _, item in items]) if make_tuple else make_dict(items)
    if isinstance(value, (list, tuple)):
        items = [_inner(one, make_dict, make_tuple) for one in value]
        if hasattr(value, "_fields"):
            return type(value)(*items)
        return type(value)(items)
    if isinstance(value, dict):
        return {_inner(key, make_dict, make_tuple): _inner(one, make_dict, make_tuple) for key, one in value.items()}
    return deep_copy(value)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, None, tuple_factory)


def replace(obj, /, **changes):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("replace() should be called on dataclass instances")
    for one in fields(obj):
        if not one.init:
            if one.name in changes:
                raise TypeError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if one.name not in changes:
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)
