class Table:
    kind = 'table'
    def __init__(self, name, *columns):
        self.name = name
        self.columns = list(columns)
    def add(self, column):
        self.columns.append(column)
        return self
t = Table('users', 'id').add('name')
result = (t.name, t.columns, t.kind, Table.kind)
