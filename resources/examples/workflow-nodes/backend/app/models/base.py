"""What most tables share."""
import uuid
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


def moment(**arguments):
    """A column for a time with its zone."""
    return Field(sa_type=sa.DateTime(timezone=True), **arguments)


class Identified(SQLModel):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)


class Timestamped(SQLModel):
    created_at: datetime = moment()
    updated_at: datetime = moment()


class Owned(SQLModel):
    owner_id: uuid.UUID = Field(foreign_key="user.id", ondelete="CASCADE")
