"""Renders templates with Mako: the judge of TemplateProgram.

stdin: a list of templates; stdout: for each what Mako writes, or null where it fails.
"""
import json
import sys

from alembic.util import format_as_comma
from mako.template import Template


def judge(template):
    try:
        return Template(template).render_unicode(
            message="a message", up_revision="n1", down_revision=("a", "b"), branch_labels=None,
            depends_on="d", comma=format_as_comma)
    except Exception:
        return None


json.dump([judge(template) for template in json.load(sys.stdin)], sys.stdout)
