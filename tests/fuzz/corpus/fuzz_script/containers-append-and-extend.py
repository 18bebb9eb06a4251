l = [1]
l.append(2); l.extend([3, 4]); l += [5]; l += (6,)
result = l
