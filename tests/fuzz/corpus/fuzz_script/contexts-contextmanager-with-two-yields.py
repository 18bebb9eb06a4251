from contextlib import contextmanager
@contextmanager
def managed():
    yield
    yield
with managed():
    pass
