from binascii import *
import binascii
for f in (
    lambda: hexlify(b'\x00\xff'),
    lambda: unhexlify('00ff'),
    lambda: unhexlify(b'00FF'),
    lambda: unhexlify('0'),
    lambda: unhexlify('zz'),
    lambda: a2b_hex('41'),
    lambda: b2a_hex(b'A'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
