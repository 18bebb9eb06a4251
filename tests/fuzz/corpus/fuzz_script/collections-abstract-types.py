from collections.abc import Mapping, Sequence, Iterable, Callable, Hashable, Set, MutableMapping, Iterator, Generator, Sized
result = [isinstance(x, t) for x in ({}, [], 'a', (), {1}, 5, len, None, iter([]), (i for i in [])) for t in (Mapping, Sequence, Iterable, Callable, Hashable, Set, MutableMapping, Iterator, Generator, Sized)]
