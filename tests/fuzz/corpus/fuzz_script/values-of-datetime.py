from datetime import *
import datetime
for f in (
    lambda: datetime.datetime(2020, 1, 31),
    lambda: repr(time(1, 2)),
    lambda: str(timezone(timedelta(hours=1))),
    lambda: date(10000, 1, 1),
    lambda: datetime.datetime(2020, 1, 31, 12, 30).isoformat(' '),
    lambda: datetime.datetime(2020, 1, 31, 5, 6, tzinfo=timezone.utc).timetz(),
    lambda: date(2020, 3, 4).weekday(),
    lambda: time(5).year,
    lambda: datetime.datetime(2020, 3, 1, tzinfo=timezone.utc) - datetime.datetime(2020, 3, 1),
    lambda: date(2020, 1, 1) < datetime.datetime(2020, 1, 1),
    lambda: timedelta(),
    lambda: timedelta(days=-1, seconds=1),
    lambda: timedelta(days=1).total_seconds(),
    lambda: abs(timedelta(hours=-1)),
    lambda: timedelta(hours=1) // timedelta(minutes=7),
    lambda: {timedelta(hours=1): 1}[timedelta(minutes=60)],
    lambda: datetime.datetime(2020, 3, 4).strftime('%F %T %R %D'),
    lambda: datetime.datetime.strptime('2020-03-04', '%Y-%m-%d'),
    lambda: datetime.datetime.strptime('2020 060', '%Y %j'),
    lambda: datetime.datetime.fromisoformat('2020-03-04T05:06Z'),
    lambda: time.fromisoformat('05:06:07.5+01:00'),
    lambda: date.fromtimestamp(1583298367),
    lambda: datetime.datetime.combine(date(2020, 3, 4), time.min),
    lambda: datetime.datetime.now().year >= 2024,
):
    try:
        print(f())
    except Exception as e:
        print(e)
