(lambda a: a)()
