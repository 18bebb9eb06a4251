match ([1, 2]):
    case [a, b] as both:
        result = (a, b, both)
