"""Random values that nobody can guess."""
from base64 import urlsafe_b64encode

from _random import bits, bytes as _bytes
from random import SystemRandom, choice, randrange as _randrange

DEFAULT_ENTROPY = 32


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _randrange(exclusive_upper_bound)


def randbits(k):
    return bits(k)


def token_bytes(nbytes=None):
    return _bytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a, b):
    return a == b
