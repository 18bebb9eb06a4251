import os

DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql://dataagent@localhost:5432/dataagent")
