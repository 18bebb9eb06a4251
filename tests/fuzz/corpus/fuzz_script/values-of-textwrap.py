from textwrap import *
import textwrap
for f in (
    lambda: dedent('  a\n  b'),
    lambda: dedent('  a\n    b\n'),
    lambda: dedent('\n    a\n\n    b\n   '),
    lambda: dedent('a\n  b'),
    lambda: dedent('\ta\n  b'),
    lambda: dedent('\t a\n\t b'),
    lambda: dedent('   \n  a'),
    lambda: dedent(''),
    lambda: indent('a\nb\n\nc', '  '),
    lambda: indent('a\n\nb\n', '> '),
    lambda: indent('a\n\nb', '+', lambda line: True),
    lambda: wrap('the quick brown fox jumps over the lazy dog', 10),
    lambda: wrap('the quick brown fox jumps over the lazy dog', width=20),
    lambda: wrap('', 10),
    lambda: wrap('  leading and trailing  ', 12),
    lambda: wrap('averyveryverylongword here', 8),
    lambda: wrap('averyveryverylongword here', 8, break_long_words=False),
    lambda: wrap('well-known semi-detached', 8),
    lambda: wrap('well-known semi-detached', 8, break_on_hyphens=False),
    lambda: wrap('a\tb\nc', 10),
    lambda: wrap('one two three four five', 9, initial_indent='* ', subsequent_indent='  '),
    lambda: wrap('one two three four five six', 9, max_lines=2),
    lambda: wrap('one two three', 0),
    lambda: fill('the quick brown fox', 10),
    lambda: fill('x' * 25, 10),
    lambda: shorten('Hello  world!', width=12),
    lambda: shorten('Hello  world!', width=11),
    lambda: shorten('Hello world', width=10, placeholder='...'),
):
    try:
        print(f())
    except Exception as e:
        print(e)
