from contextlib import contextmanager
@contextmanager
def managed():
    """Doc."""
    yield
result = [managed.__name__, managed.__doc__]
