from contextlib import suppress
with suppress(ValueError):
    raise KeyError('x')
