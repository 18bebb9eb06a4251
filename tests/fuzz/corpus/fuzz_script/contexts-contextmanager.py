from contextlib import contextmanager
log = []
@contextmanager
def managed(name):
    log.append('enter ' + name)
    try:
        yield name.upper()
    finally:
        log.append('exit ' + name)
with managed('a') as a, managed('b') as b:
    log.append(a + b)
result = log
