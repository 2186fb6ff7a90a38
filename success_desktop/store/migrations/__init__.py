"""The ladder of schemas, one Alembic script for each step; `store.migrate` climbs it."""
