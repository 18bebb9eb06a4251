from hashlib import *
import hashlib
for f in (
    lambda: md5(b'abc').hexdigest(),
    lambda: sha1(b'abc').hexdigest(),
    lambda: sha224(b'abc').hexdigest(),
    lambda: sha256(b'abc').hexdigest(),
    lambda: sha384(b'abc').hexdigest(),
    lambda: sha512(b'abc').hexdigest(),
    lambda: sha3_256(b'abc').hexdigest(),
    lambda: blake2b(b'abc').hexdigest(),
    lambda: blake2s(b'abc').hexdigest(),
    lambda: md5(b'abc').digest(),
    lambda: md5().hexdigest(),
    lambda: md5('abc'.encode()).hexdigest()[:8],
    lambda: md5('abc'),
    lambda: md5(5),
    lambda: md5(b'abc', usedforsecurity=False).hexdigest(),
    lambda: new('sha256', b'abc').hexdigest(),
    lambda: new('md5').hexdigest(),
    lambda: new('nope'),
    lambda: sha256(b'').name,
    lambda: sha256(b'').digest_size,
    lambda: sha256(b'').block_size,
    lambda: [int(md5(b'x').hexdigest(), 16) % 1000],
    lambda: int.from_bytes(sha256(b'x').digest()[:8], 'big'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
