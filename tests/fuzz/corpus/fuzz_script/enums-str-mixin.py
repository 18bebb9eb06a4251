import enum
class Status(str, enum.Enum):
    ACTIVE = 'active'
    OFF = 'off'
result = [Status.ACTIVE == 'active', str(Status.ACTIVE), repr(Status.ACTIVE), f'{Status.ACTIVE}', '%s' % Status.ACTIVE, Status.ACTIVE + '!', 'x' + Status.ACTIVE, Status.ACTIVE.upper(), len(Status.ACTIVE), Status.ACTIVE.value, Status('off'), {'active': 1}[Status.ACTIVE], 'act' in Status.ACTIVE, Status.ACTIVE < Status.OFF, ', '.join([Status.ACTIVE, 'b']), 'active on'.replace(Status.ACTIVE, 'z'), 'active'.startswith(Status.ACTIVE), Status.ACTIVE in 'xactivex', isinstance(Status.ACTIVE, str), f'{Status.OFF:>20}', '{}'.format(Status.OFF), Status.ACTIVE[0], [c for c in Status.OFF], hash(Status.ACTIVE) == hash('active')]
