from contextlib import contextmanager
log = []
@contextmanager
def managed():
    yield
    log.append('left')
def f():
    with managed():
        return 5
result = (f(), log)
