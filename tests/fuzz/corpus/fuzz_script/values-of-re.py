from re import *
import re
for f in (
    lambda: match(r'a+', 'aaab').group(),
    lambda: match(r'(\w+) (\w+)', 'hello world').groups(),
    lambda: match(r'(a)|(b)', 'b').group(1),
    lambda: search('b', '😀b').span(),
    lambda: findall('', 'abc'),
    lambda: sub('x*', '-', 'abxxd'),
    lambda: sub('a', r'\\', 'a'),
    lambda: sub('a', r'\101', 'a'),
    lambda: split(r',\s*', 'a, b,c'),
    lambda: escape('a.b*c[d](e){f}+?^$|\\#&~- \t\n/\'"äß'),
    lambda: compile(r'a #b', X).fullmatch('a').group(),
    lambda: compile('^a').search('bab', 1),
    lambda: compile(compile('a'), I),
    lambda: match('(?s).', '\n').group(),
    lambda: search('(?<!a)b', 'ab'),
    lambda: match(r'a{1,2}?', 'aaa').group(),
    lambda: [match(r'[[:alpha:]]+', ':]') is not None],
    lambda: search(r'a\Z', 'a\n'),
    lambda: [match(r'\0', '\0') is not None],
    lambda: match('.', '\n'),
    lambda: compile(r'\Qa\E'),
    lambda: compile('(?|a)'),
    lambda: compile('a++').match('aaa').group(),
    lambda: sub(r'[^a-z0-9]+', '-', 'Hello World! 123'.lower()),
    lambda: error is re.error,
):
    try:
        print(f())
    except Exception as e:
        print(e)
