from time import *
import time
for f in (
    lambda: time.time() > 1600000000,
    lambda: isinstance(time.time(), float),
    lambda: isinstance(time.time_ns(), int),
    lambda: time.sleep(0),
    lambda: time.sleep(-1),
    lambda: time.sleep('a'),
    lambda: time.monotonic() <= time.monotonic(),
):
    try:
        print(f())
    except Exception as e:
        print(e)
