from sqlmodel import Field

from app.models.base import Identified, Timestamped


class User(Identified, Timestamped, table=True):
    email: str = Field(unique=True, index=True, max_length=255)
    hashed_password: str
    full_name: str | None = Field(default=None, max_length=255)
    is_active: bool = True
    is_superuser: bool = False
