from alembic import op
import sqlalchemy as sa
import enum
class Status(str, enum.Enum):
    A = 'a'
    B = 'b'
class Plain(enum.Enum):
    ONE = enum.auto()
    TWO = enum.auto()
    UNO = 1
class Number(enum.IntEnum):
    LOW = 5
    HIGH = enum.auto()
class Word(enum.StrEnum):
    FIRST = enum.auto()
    SECOND = 'zwei'

def upgrade():
    op.execute(f"SELECT '{Status.A} {Status.A.value} {Status.A.name} {Status['B'].value} {Status('b').name} {len(Status)}'")
    op.execute(f"SELECT '{[m.name for m in Plain]} {Plain.TWO.value} {Plain.UNO.name} {list(Plain.__members__)} {Plain.ONE}'")
    op.execute(f"SELECT '{Number.HIGH} {Number.LOW + 1} {Number.LOW < Number.HIGH} {Word.FIRST} {Word.SECOND.upper()}'")
    op.execute("SELECT '" + Status.A + "' " + ', '.join(s.value for s in Status) + str(Status.A == 'a') + str(Plain.ONE == 1))
    op.execute("SELECT " + repr(list(Status)) + repr(Plain.ONE) + repr(Status) + str('a' in [Status.A]) + str({Status.A: 1}['a']))
    op.execute("SELECT " + str(Plain.ONE is Plain(1)) + str(Plain.ONE in {Plain.ONE}) + str(Plain.UNO is Plain.ONE))


def downgrade():
    op.drop_table("t")
