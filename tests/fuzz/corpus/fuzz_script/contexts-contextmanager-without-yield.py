from contextlib import contextmanager
@contextmanager
def managed():
    if False:
        yield
with managed():
    pass
