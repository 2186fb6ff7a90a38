"""The plan file: rows and one log in one SQLite database, or an office's PostgreSQL."""
