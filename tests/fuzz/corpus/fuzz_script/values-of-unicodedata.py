from unicodedata import *
import unicodedata
for f in (
    lambda: normalize('NFD', 'ä'),
    lambda: normalize('NFKC', 'ﬁ'),
    lambda: [''.join(c for c in normalize('NFD', 'Crème brûlée') if not combining(c))],
    lambda: category('a'), category('1'), category(' '), category('_'), category('€'), category('ä'), category('-'),
    lambda: normalize('X', 'a'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
