match 5:
    case x:
        result = x
