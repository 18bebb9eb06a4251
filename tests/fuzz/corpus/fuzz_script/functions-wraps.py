from functools import wraps
def decorate(function):
    @wraps(function)
    def inner(*args, **kwargs):
        """inner"""
        return ('called', function(*args, **kwargs))
    return inner
@decorate
def f(x):
    """Doc of f."""
    return x
result = [f(1), f.__name__, f.__doc__, f.__wrapped__(2)]
