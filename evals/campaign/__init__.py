"""The campaign of `evals/faults.py`: each module breaks one part of the world around `briefing run`."""
