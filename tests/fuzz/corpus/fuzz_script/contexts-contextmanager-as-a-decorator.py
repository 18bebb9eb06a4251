from contextlib import contextmanager
log = []
@contextmanager
def managed():
    log.append('in')
    yield
    log.append('out')
@managed()
def f(x):
    log.append(x)
    return x
result = [f(1), f(2), log]
