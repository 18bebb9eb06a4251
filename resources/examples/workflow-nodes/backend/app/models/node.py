from datetime import datetime

from sqlmodel import Field

from app.models.base import Identified, Owned, Timestamped, moment


class Node(Identified, Owned, Timestamped, table=True):
    name: str = Field(max_length=255)
    ip: str | None = Field(default=None, max_length=45)
    description: str | None = Field(default=None, max_length=1000)
    tags: str | None = Field(default=None, max_length=500)
    status: str = Field(default="offline", max_length=50)
    last_heartbeat: datetime | None = moment(default=None, nullable=True)


class NodeRegistrationKey(Timestamped, table=True):
    """One row, whose id is 1."""

    __tablename__ = "node_registration_key"

    id: int = Field(default=1, primary_key=True)
    key: str = Field(max_length=64)
