from string import *
import string
for f in (
    lambda: [ascii_letters, digits, punctuation],
    lambda: [whitespace, hexdigits, octdigits],
    lambda: ascii_lowercase + ascii_uppercase,
    lambda: printable,
    lambda: Template('$a and ${b} $$').substitute(a=1, b='x'),
    lambda: Template('$a').substitute({'a': 5}),
    lambda: Template('$a $b').safe_substitute(a=1),
    lambda: Template('$a $b').substitute(a=1),
    lambda: Template('$').substitute(),
    lambda: capwords('hello  big world'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
