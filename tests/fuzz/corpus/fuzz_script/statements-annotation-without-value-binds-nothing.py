b: str
b
