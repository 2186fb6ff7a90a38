"""The store on real SQLite files and, where one can be started, on a real PostgreSQL server."""
