"""Score findings against gold: the project's own small scorer, for corpora in the format of evals/corpus/.

A found sentence matches a gold sentence when they share at least half of the shorter one. Sentences
that the labellers could not decide (`*_ignore`, denials of scope "broad", titles) count neither way.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Place = dict[str, Any]


def load(path: Path) -> dict[str, Row]:
    """Rows of a JSONL file by their id."""
    with path.open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}


def same(a: Place, b: Place) -> bool:
    """Whether two places share at least half of the shorter."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return 2 * shared >= min(a["end"] - a["start"], b["end"] - b["start"]) > 0


def named_alike(gold: str | None, found: str | None) -> bool:
    """Whether two names end in the same word, or one's words are all in the other."""
    a, b = (re.findall(r"\w+", re.sub(r"[’']s\b", "", n or "").lower()) for n in (gold, found))
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def pairs(gold: list[Place], found: list[Place]) -> list[tuple[Place, Place]]:
    """Gold and found places matched one to one, in reading order."""
    left, matched = list(found), []
    for g in gold:
        hit = next((f for f in left if same(g, f)), None)
        if hit is not None:
            left.remove(hit)
            matched.append((g, hit))
    return matched


def spans(name: str, gold: list[Place], found: list[Place], undecided: list[Place]) -> Counter[str]:
    """Hits, false alarms and misses of one kind of finding in one article."""
    hits = pairs(gold, found)
    known = gold + undecided
    wrong = [f for f in found if not any(same(g, f) for g in known)]
    return Counter(
        {f"{name} hit": len(hits), f"{name} wrong": len(wrong), f"{name} missed": len(gold) - len(hits)}
    )


def article(gold: Row, found: Row) -> Counter[str]:
    """The counts of one article."""
    core = [d for d in gold["denials"] if d.get("scope", "core") == "core"]
    broad = [d for d in gold["denials"] if d not in core]
    count = spans("denials", core, found["denials"], gold.get("denials_ignore", []) + broad)
    for g, f in pairs(core, found["denials"]):
        count["speaker n"] += 1
        count["speaker ok"] += named_alike(g["speaker"], f["speaker"])
        count["stance ok"] += g["stance"] == f["stance"]
        if f["claim"]:
            count["claim n"] += 1
            count["claim ok"] += any(same(c, f["claim"]) for c in g.get("claims", []))
    for a in found["allegations"]:
        if not a["answers"]:
            count["unanswered n"] += 1
            count["unanswered wrong"] += any(named_alike(d["speaker"], a["about"]) for d in core)
    count += spans("steps", gold["next_steps"], found["next_steps"], gold.get("next_ignore", []))
    people = found["who"]
    count["who n"] += len(gold["who"])
    count["who hit"] += sum(any(named_alike(w["name"], p["name"]) for p in people[:8]) for w in gold["who"])
    count["who5 n"] += len(people[:5])
    count["who5 ok"] += sum(any(named_alike(w["name"], p["name"]) for w in gold["who"]) for p in people[:5])
    junk = gold.get("junk", [])
    count["junk n"] += len(junk)
    count["junk cut"] += sum(any(same(j, f) for f in found["furniture"]) for j in junk)
    printed = found["summary"] + found["denials"] + found["next_steps"]
    count["printed n"] += len(printed)
    count["printed junk"] += sum(any(same(j, p) for j in junk) for p in printed)
    if gold["what"] and found["summary"]:
        best = max(found["summary"], key=lambda s: float(s["score"]))
        count["what n"] += 1
        count["what ok"] += any(same(w, best) for w in gold.get("what_any", gold["what"]))
    return count


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def report(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """Percentages over all articles; for every key more is better."""
    c: Counter[str] = sum(counts, Counter())
    out: dict[str, float] = {}
    for name in ("denials", "steps"):
        out[f"{name} precision"] = _share(c[f"{name} hit"], c[f"{name} hit"] + c[f"{name} wrong"])
        out[f"{name} recall"] = _share(c[f"{name} hit"], c[f"{name} hit"] + c[f"{name} missed"])
    out["speaker right"] = _share(c["speaker ok"], c["speaker n"])
    out["stance right"] = _share(c["stance ok"], c["speaker n"])
    out["claims named, right"] = _share(c["claim ok"], c["claim n"])
    out["unanswered, rightly"] = 100 - _share(c["unanswered wrong"], c["unanswered n"])
    out["who recall@8"] = _share(c["who hit"], c["who n"])
    out["who precision@5"] = _share(c["who5 ok"], c["who5 n"])
    out["junk cut"] = _share(c["junk cut"], c["junk n"])
    out["lines free of junk"] = 100 - _share(c["printed junk"], c["printed n"])
    out["best What line is gold"] = _share(c["what ok"], c["what n"])
    return out


def dates(gold: Iterable[Row], found: dict[str, Row]) -> float:
    """Share of time expressions resolved as the gold says, `null` included."""
    right = total = 0
    for g in gold:
        said = next((d["date"] for d in found[g["id"]]["dates"] if same(g, d)), None)
        total += 1
        right += said == g["date"]
    return _share(right, total)
