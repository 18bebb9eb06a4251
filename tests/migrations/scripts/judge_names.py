"""Makes names and dates as Alembic does: the judge of revisionnames and CreateDate.

stdin: a list of ["slug", message, length], ["file", template, slug, epoch, zone] and
["date", epoch, microseconds, zone]; stdout: the texts.
"""
import datetime
import json
import os
import sys
from zoneinfo import ZoneInfo

from alembic.script import ScriptDirectory


def moment(epoch, microseconds, zone):
    instant = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).replace(microsecond=microseconds)
    return instant.astimezone(ZoneInfo(zone)) if zone else instant.astimezone().replace(tzinfo=None)


def judge(what, *rest):
    directory = ScriptDirectory("/")
    if what == "slug":
        message, directory.truncate_slug_length = rest
        directory.file_template = "%(slug)s"
        return os.path.basename(directory._rev_path("/", "x", message, moment(0, 0, "UTC")))[:-3]
    if what == "file":
        directory.file_template, message, epoch, zone = rest
        try:
            return directory._rev_path("/", "n1", message, moment(epoch, 0, zone))[1:]
        except Exception:
            return None
    return str(moment(*rest))


json.dump([judge(*case) for case in json.load(sys.stdin)], sys.stdout)
