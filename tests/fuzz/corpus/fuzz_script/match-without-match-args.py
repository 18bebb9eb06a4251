class Point:
    pass
match Point():
    case Point(1):
        result = 'never'
