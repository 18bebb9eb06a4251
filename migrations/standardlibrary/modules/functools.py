"""Functions of functions."""
from collections import namedtuple

from _classes import _missing, bases_of, own_member

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")
WRAPPER_UPDATES = ("__dict__",)

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def reduce(function, iterable, initial=_missing):
    iterator = iter(iterable)
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for element in iterator:
        value = function(value, element)
    return value


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func, instance, *self.args, **self.keywords)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = func.__name__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


def _key(args, keywords, typed):
    key = args + (("keywords",) + tuple(keywords.items()) if keywords else ())
    if typed:
        key += tuple(type(value) for value in args) + tuple(type(value) for value in keywords.values())
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return lru_cache()(maxsize)
    limit = maxsize if maxsize is None else max(0, maxsize)

    def decorate(function):
        cache = {}
        counts = [0, 0]

        def wrapper(*args, **keywords):
            key = _key(args, keywords, typed)
            value = cache.pop(key, _missing)
            if value is _missing:
                counts[1] += 1
                value = function(*args, **keywords)
                if limit == 0:
                    return value
                if limit is not None and len(cache) >= limit:
                    cache.pop(next(iter(cache)))
            else:
                counts[0] += 1
            cache[key] = value
            return value

        def cache_clear():
            cache.clear()
            counts[:] = 0, 0

        wrapper.cache_info = lambda: _CacheInfo(counts[0], counts[1], limit, len(cache))
        wrapper.cache_clear = cache_clear
        wrapper.cache_parameters = lambda: {"maxsize": limit, "typed": typed}
        return update_wrapper(wrapper, function)

    return decorate


def cache(function):
    return lru_cache(maxsize=None)(function)


class _Key:
    def __init__(self, compare, value):
        self._compare = compare
        self.obj = value

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0


def cmp_to_key(compare):
    return lambda value: _Key(compare, value)


def total_ordering(cls):
    def has(name):
        return any(own_member(one, name) is not _missing for one in [cls, *bases_of(cls)])

    if has("__lt__"):
        less = lambda self, other: self < other
    elif has("__gt__"):
        cls.__lt__ = lambda self, other: not (self > other or self == other)
    elif has("__le__"):
        cls.__lt__ = lambda self, other: not other <= self
    elif has("__ge__"):
        cls.__lt__ = lambda self, other: not self >= other
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    if not has("__gt__"):
        cls.__gt__ = lambda self, other: not (self < other or self == other)
    if not has("__le__"):
        cls.__le__ = lambda self, other: self < other or self == other
    if not has("__ge__"):
        cls.__ge__ = lambda self, other: not self < other
    return cls
