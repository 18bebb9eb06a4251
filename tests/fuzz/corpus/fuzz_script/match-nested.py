data = {'users': [{'name': 'a', 'tags': ['x', 'y']}, {'name': 'b'}]}
match data:
    case {'users': [{'name': first, 'tags': [*tags]}, *others]}:
        result = (first, tags, others)
