## One pair of functions for every name in "databases" of the configuration.
<%
    import re
    databases = re.split(r",\s*", config.get_main_option("databases") or "")
%>\
"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
Create Date: ${create_date}

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
${imports or ""}

# revision identifiers, used by Alembic.
revision: str = ${repr(up_revision)}
down_revision: Union[str, None] = ${repr(down_revision)}
branch_labels: Union[str, Sequence[str], None] = ${repr(branch_labels)}
depends_on: Union[str, Sequence[str], None] = ${repr(depends_on)}


def upgrade(engine_name: str) -> None:
    globals()["upgrade_" + engine_name]()


def downgrade(engine_name: str) -> None:
    globals()["downgrade_" + engine_name]()
% for database in databases:


def upgrade_${database}() -> None:
    ${context.get(database + "_upgrades", "pass")}


def downgrade_${database}() -> None:
    ${context.get(database + "_downgrades", "pass")}
% endfor
