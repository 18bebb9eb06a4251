"""Iterators of iterators."""
from _classes import _missing


class chain:
    def __init__(self, *iterables):
        self._values = (value for iterable in iterables for value in iterable)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._values = (value for iterable in iterables for value in iterable)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._values)


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    seen = []
    for value in iterable:
        yield value
        seen.append(value)
    while seen:
        for value in seen:
            yield value


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for value in iterator:
        total = total + value if func is None else func(total, value)
        yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


def compress(data, selectors):
    for value, selected in zip(data, selectors):
        if selected:
            yield value


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for value in iterator:
        if not predicate(value):
            yield value
            break
    for value in iterator:
        yield value


def filterfalse(predicate, iterable):
    for value in iterable:
        if not (value if predicate is None else predicate(value)):
            yield value


def takewhile(predicate, iterable):
    for value in iterable:
        if not predicate(value):
            break
        yield value


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def pairwise(iterable):
    previous = _missing
    for value in iterable:
        if previous is not _missing:
            yield previous, value
        previous = value


def islice(iterable, *args):
    bounds = slice(*args)
    start = 0 if bounds.start is None else bounds.start
    stop = bounds.stop
    step = 1 if bounds.step is None else bounds.step
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        name = "Indices" if len(args) == 1 else "Stop argument"
        if len(args) == 1:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(start, int) or start < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    index = 0
    wanted = start
    while stop is None or index < stop:
        if stop is not None and wanted >= stop:
            while index < stop:
                try:
                    next(iterator)
                except StopIteration:
                    return
                index += 1
            return
        try:
            value = next(iterator)
        except StopIteration:
            return
        if index == wanted:
            yield value
            wanted += step
        index += 1


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    while active:
        values = []
        for index, iterator in enumerate(iterators):
            value = fillvalue
            if iterator is not None:
                value = next(iterator, _missing)
                if value is _missing:
                    iterators[index] = None
                    active -= 1
                    value = fillvalue
                    if not active:
                        return
            values.append(value)
        yield tuple(values)


def tee(iterable, n=2):
    iterator = iter(iterable)
    waiting = [[] for _ in range(n)]

    def branch(own):
        while True:
            if not own:
                value = next(iterator, _missing)
                if value is _missing:
                    return
                for each in waiting:
                    each.append(value)
            yield own.pop(0)

    return tuple(branch(own) for own in waiting)


def groupby(iterable, key=None):
    group = []
    current = _missing
    for value in iterable:
        own = value if key is None else key(value)
        if current is not _missing and own != current:
            yield current, iter(group)
            group = []
        current = own
        group.append(value)
    if current is not _missing:
        yield current, iter(group)


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    places = [0] * len(pools)
    if any(not pool for pool in pools):
        return
    while True:
        yield tuple(pool[place] for pool, place in zip(pools, places))
        for index in reversed(range(len(pools))):
            places[index] += 1
            if places[index] < len(pools[index]):
                break
            places[index] = 0
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    for places in product(range(len(pool)), repeat=r):
        if len(set(places)) == r:
            yield tuple(pool[place] for place in places)


def combinations(iterable, r):
    pool = tuple(iterable)
    if r > len(pool):
        return
    places = list(range(r))
    while True:
        yield tuple(pool[place] for place in places)
        for index in reversed(range(r)):
            if places[index] != index + len(pool) - r:
                break
        else:
            return
        places[index] += 1
        for later in range(index + 1, r):
            places[later] = places[later - 1] + 1


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if not pool and r:
        return
    places = [0] * r
    while True:
        yield tuple(pool[place] for place in places)
        for index in reversed(range(r)):
            if places[index] != len(pool) - 1:
                break
        else:
            return
        places[index:] = [places[index] + 1] * (r - index)
