"""The command line: parse, call the main path, turn errors into exit codes. No logic."""
