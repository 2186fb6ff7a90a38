"""``python -m success_desktop`` and the command ``success-desktop``."""

import sys

from success_desktop import cli


def main() -> int:
    """Start the program with the arguments of the process. Returns the exit code."""
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
