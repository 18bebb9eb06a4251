from contextlib import contextmanager
@contextmanager
def managed():
    try:
        yield 1
    except KeyError:
        raise ValueError('instead')
with managed():
    raise KeyError('k')
