from sqlmodel import Field

from app.models.base import Identified, Owned, Timestamped


class Project(Identified, Owned, Timestamped, table=True):
    name: str = Field(max_length=255)
    description: str | None = Field(default=None, max_length=1000)
    is_active: bool = True


class Repository(Identified, Owned, Timestamped, table=True):
    name: str = Field(max_length=255)
    url: str = Field(max_length=500)
    description: str | None = Field(default=None, max_length=1000)
    is_public: bool = True


class Prompt(Identified, Owned, Timestamped, table=True):
    name: str = Field(max_length=255)
    content: str
    description: str | None = Field(default=None, max_length=1000)
    tags: str | None = Field(default=None, max_length=500)
