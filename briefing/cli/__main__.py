"""`python -m briefing.cli` is the `briefing` command."""

from briefing.cli import main

main()
