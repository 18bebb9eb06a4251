from json import *
import json
for f in (
    lambda: dumps(None),
    lambda: dumps('äöü € 😀 \x7f\x80\u2028', ensure_ascii=False),
    lambda: dumps({}, indent=4),
    lambda: dumps({'a': [1, 2]}, indent=''),
    lambda: dumps({1: 'a', 1.5: 'b', None: 'c', True: 'd', 'e': 'f'}),
    lambda: dumps({1, 2}),
    lambda: dumps([{1}], default=sorted),
    lambda: dumps(float('inf'), allow_nan=False),
    lambda: dumps(-0.0),
    lambda: dumps({'a': 1}, indent=None),
    lambda: loads('true'),
    lambda: loads('{"a": {"b": [1]}, "c": "d"}'),
    lambda: loads('10000000000000000000000000'),
    lambda: loads('[Infinity, -Infinity]'),
    lambda: loads(''),
    lambda: loads('{"a": }'),
    lambda: loads('[1 2]'),
    lambda: loads('"\\x"'),
    lambda: loads('tru'),
    lambda: loads("{'a': 1}"),
    lambda: loads('.5'),
    lambda: loads(None),
    lambda: loads('{"a": {"b": 1}}', object_pairs_hook=lambda p: p),
):
    try:
        print(f())
    except Exception as e:
        print(e)
