"""The application's settings: from the environment, with the values of the compose file."""
import os
from urllib.parse import quote


class Settings:
    POSTGRES_SERVER = os.environ.get("POSTGRES_SERVER", "localhost")
    POSTGRES_PORT = int(os.environ.get("POSTGRES_PORT", "5432"))
    POSTGRES_USER = os.environ.get("POSTGRES_USER", "sqlbot")
    POSTGRES_PASSWORD = os.environ.get("POSTGRES_PASSWORD", "")
    POSTGRES_DB = os.environ.get("POSTGRES_DB", "sqlbot")

    @property
    def SQLALCHEMY_DATABASE_URI(self) -> str:
        given = os.environ.get("SQLALCHEMY_DATABASE_URI")
        if given:
            return given
        account = f"{quote(self.POSTGRES_USER, safe='')}:{quote(self.POSTGRES_PASSWORD, safe='')}"
        return f"postgresql+psycopg2://{account}@{self.POSTGRES_SERVER}:{self.POSTGRES_PORT}/{self.POSTGRES_DB}"


settings = Settings()
