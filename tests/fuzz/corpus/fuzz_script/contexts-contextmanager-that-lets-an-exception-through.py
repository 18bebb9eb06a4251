from contextlib import contextmanager
@contextmanager
def managed():
    yield 1
with managed():
    raise KeyError('k')
