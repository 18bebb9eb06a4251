from copy import *
import copy
for f in (
    lambda: copy.copy([1, [2]]),
    lambda: copy.deepcopy({'a': [1, {2}], 'b': (1, [2])}),
    lambda: copy.copy({'a': 1}), copy.copy({1}), copy.copy((1,)), copy.copy(5), copy.copy(None),
    lambda: [copy.deepcopy('x'), copy.deepcopy(print) is print],
):
    try:
        print(f())
    except Exception as e:
        print(e)
