"""Document → findings: who is named, who said what, who denied it, what comes next."""
