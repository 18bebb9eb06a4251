"""Alembic runs this file for every command that needs the databases or their SQL."""
import logging
import re
from contextlib import ExitStack
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config
from sqlalchemy.pool import NullPool

config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)
logger = logging.getLogger("alembic.env")

databases = re.split(r",\s*", config.get_main_option("databases", ""))

# For --autogenerate: the MetaData of each database by its name, such as
#     target_metadata = {"engine1": models1.metadata, "engine2": models2.metadata}
target_metadata = {}


def run_migrations_offline() -> None:
    """Write the SQL for each database to a file of its own, such as engine1.sql."""
    for name in databases:
        logger.info("Writing %s.sql", name)
        with open(name + ".sql", "w") as output:
            context.configure(
                url=config.get_section_option(name, "sqlalchemy.url"),
                output_buffer=output,
                target_metadata=target_metadata.get(name),
                literal_binds=True,
                dialect_opts={"paramstyle": "named"},
            )
            with context.begin_transaction():
                context.run_migrations(engine_name=name)


def run_migrations_online() -> None:
    """Run the revisions in all databases; none is committed before all are through."""
    with ExitStack() as connections:
        transactions = []
        for name in databases:
            section = config.get_section(name, {})
            engine = engine_from_config(section, prefix="sqlalchemy.", poolclass=NullPool)
            connection = connections.enter_context(engine.connect())
            transactions.append(connection.begin())
            logger.info("Migrating %s", name)
            context.configure(
                connection=connection,
                upgrade_token=name + "_upgrades",
                downgrade_token=name + "_downgrades",
                target_metadata=target_metadata.get(name),
            )
            context.run_migrations(engine_name=name)
        for transaction in transactions:
            transaction.commit()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
