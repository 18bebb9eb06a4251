import uuid
from datetime import datetime

from sqlmodel import Field

from app.models.base import Identified, Owned, Timestamped, moment


class Issue(Identified, Owned, Timestamped, table=True):
    title: str = Field(max_length=255)
    description: str | None = Field(default=None)
    repository_url: str = Field(max_length=500)
    issue_number: int | None = Field(default=None)
    status: str = Field(default="pending", index=True, max_length=50)
    priority: int = Field(default=0)
    assigned_node_id: uuid.UUID | None = Field(default=None, foreign_key="node.id", ondelete="SET NULL")
    started_at: datetime | None = moment(default=None, nullable=True)
    completed_at: datetime | None = moment(default=None, nullable=True)
    error_message: str | None = Field(default=None)
    result_branch: str | None = Field(default=None, max_length=255)


class WorkflowLog(Identified, table=True):
    issue_id: uuid.UUID = Field(foreign_key="issue.id", ondelete="CASCADE", index=True)
    node_id: uuid.UUID | None = Field(default=None, foreign_key="node.id", ondelete="SET NULL")
    step_name: str = Field(max_length=255)
    status: str = Field(max_length=50)
    command: str | None = Field(default=None)
    output: str | None = Field(default=None)
    error_message: str | None = Field(default=None)
    duration_ms: int | None = Field(default=None)
    created_at: datetime = moment()
