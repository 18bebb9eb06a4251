from contextlib import contextmanager
log = []
@contextmanager
def managed():
    try:
        yield
    except ValueError as error:
        log.append(f'caught {error}')
with managed():
    raise ValueError('v')
result = log
