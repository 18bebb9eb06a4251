"""Every table of the application; env.py compares the database with them."""
from sqlmodel import SQLModel

from app.models.credential import Credential, CredentialCategory, CredentialNodeLink
from app.models.issue import Issue, WorkflowLog
from app.models.node import Node, NodeRegistrationKey
from app.models.project import Project, Prompt, Repository
from app.models.user import User

__all__ = [
    "Credential",
    "CredentialCategory",
    "CredentialNodeLink",
    "Issue",
    "Node",
    "NodeRegistrationKey",
    "Project",
    "Prompt",
    "Repository",
    "SQLModel",
    "User",
    "WorkflowLog",
]
