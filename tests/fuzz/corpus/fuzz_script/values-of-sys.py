from sys import *
import sys
for f in (
    lambda: [version_info >= (3, 8)],
    lambda: version_info[0],
    lambda: maxsize,
    lambda: sys.exit(3),
    lambda: byteorder,
):
    try:
        print(f())
    except Exception as e:
        print(e)
