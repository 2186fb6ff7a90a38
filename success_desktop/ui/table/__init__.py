"""The table: the projects below the node chosen as a grid to read and to edit."""
