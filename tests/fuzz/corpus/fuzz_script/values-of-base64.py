from base64 import *
import base64
for f in (
    lambda: b64encode(b'hello'),
    lambda: b64encode(b''),
    lambda: b64decode(b'aGVsbG8='),
    lambda: b64decode('aGVsbG8='),
    lambda: b64decode('aGVs\nbG8='),
    lambda: b64decode('aGVsbG8'),
    lambda: b64decode('a'),
    lambda: b64encode(b'\xff\xfe\xfd'),
    lambda: urlsafe_b64encode(b'\xff\xfe\xfd'),
    lambda: urlsafe_b64decode('__79'),
    lambda: standard_b64decode('//79'),
    lambda: b64encode('text'),
    lambda: b64decode('ä'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
