from contextlib import suppress
result = []
with suppress(ValueError, KeyError):
    result.append(1)
    raise KeyError('x')
    result.append(2)
with suppress(Exception):
    result.append(3)
