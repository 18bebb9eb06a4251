from uuid import *
import uuid
for f in (
    lambda: UUID('12345678-1234-5678-1234-567812345678'),
    lambda: UUID('urn:uuid:12345678-1234-5678-1234-567812345678'),
    lambda: str(UUID('ABCDEF00-1234-5678-1234-567812345678')),
    lambda: UUID('12345678-1234-5678-1234-567812345678').int,
    lambda: UUID('12345678-1234-5678-1234-567812345678').urn,
    lambda: UUID('12345678-1234-4678-9234-567812345678').variant,
    lambda: UUID(bytes=b'\x12\x34\x56\x78' * 4),
    lambda: UUID(int=1 << 127),
    lambda: UUID(int=-1),
    lambda: UUID('x'),
    lambda: UUID(),
    lambda: UUID(5),
    lambda: UUID(int=1) == UUID(int=1),
    lambda: UUID(int=1) < 1,
    lambda: {UUID(int=1): 2}[UUID(int=1)],
    lambda: f'{UUID(int=1)}',
    lambda: uuid5(NAMESPACE_URL, 'äöü'),
    lambda: uuid5('x', 'y'),
    lambda: uuid4().version,
    lambda: uuid4() == uuid4(),
    lambda: isinstance(uuid4(), UUID),
    lambda: len(uuid4().hex),
):
    try:
        print(f())
    except Exception as e:
        print(e)
