"""Settings: the environment's, then those of .env."""
import os
from pathlib import Path
from urllib.parse import quote


def read_env_file(path: Path) -> dict[str, str]:
    values = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            name, separator, value = line.partition("=")
            if separator and not name.lstrip().startswith("#"):
                values[name.strip()] = value.strip().strip("'\"")
    return values


values = read_env_file(Path(__file__).parent / ".env") | os.environ

host = values.get("DB_HOST", "localhost")
account = f"{quote(values.get('POSTGRES_USER', ''), safe='')}:{quote(values.get('POSTGRES_PASSWORD', ''), safe='')}"
address = f"{values.get('DB_PORT', '5432')}/{values.get('POSTGRES_DB', '')}"

# a host that is a folder has the server's socket
DATABASE_URL = (
    f"postgresql+asyncpg://{account}@:{address}?host={quote(host, safe='')}"
    if host.startswith("/")
    else f"postgresql+asyncpg://{account}@{host}:{address}"
)
