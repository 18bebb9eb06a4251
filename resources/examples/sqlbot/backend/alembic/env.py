from logging.config import fileConfig

from alembic import context

from common.core.config import settings
from common.core.db import engine

config = context.config
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# 使用项目配置的数据库连接
config.set_main_option("sqlalchemy.url", str(settings.SQLALCHEMY_DATABASE_URI).replace("%", "%%"))

target_metadata = None


def run_migrations_offline() -> None:
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata, compare_type=True)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
