"""The log can be asked for the life of one node."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Let the steps of a node be found without reading the whole log."""
    op.create_index("ix_step_plan_id_node_id", "step", ["plan_id", "node_id"])


def downgrade() -> None:
    """Take the index away."""
    op.drop_index("ix_step_plan_id_node_id", "step")
