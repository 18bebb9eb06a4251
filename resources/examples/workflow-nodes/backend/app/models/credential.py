import enum
import uuid

from sqlmodel import Field, SQLModel

from app.models.base import Identified, Owned, Timestamped


class CredentialCategory(str, enum.Enum):
    GITHUB_COPILOT = "github_copilot"
    CURSOR = "cursor"
    CLAUDE = "claude"
    OTHER = "other"


class CredentialNodeLink(SQLModel, table=True):
    credential_id: uuid.UUID = Field(foreign_key="credential.id", primary_key=True, ondelete="CASCADE")
    node_id: uuid.UUID = Field(foreign_key="node.id", primary_key=True, ondelete="CASCADE")


class Credential(Identified, Owned, Timestamped, table=True):
    title: str = Field(max_length=255)
    category: CredentialCategory
    pat: str = Field(max_length=1000)
    is_disabled: bool = False
