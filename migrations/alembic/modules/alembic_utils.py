"""alembic_utils: what there is of it is in its modules."""
