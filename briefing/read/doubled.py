"""Signs that a text was damaged before it came here: reported, never repaired."""

import re

# How UTF-8 looks when it was read as Windows-1252, the error behind nearly all "â€™": a lead byte's letter
# and the letters of one to three continuation bytes.
_AGAIN = re.compile(
    "(?:[Â-ß][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[à-ï][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}"
    "|[ð-ô][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{3})"
)
_LOST = "\ufffd"
ENOUGH = 2  # pairs; one alone may be meant: "IRMÃ…" trails off


def damage(text: str) -> tuple[str, ...]:
    """What looks encoded twice, and characters that were lost already; one line each."""
    notes = []
    found = [piece for piece in _AGAIN.findall(text) if _is_utf8(piece)]
    if len(found) >= ENOUGH or any(len(piece) > 2 for piece in found):
        notes.append(f"looks encoded twice ({found[0]!r}), left as it is: get the text from its source again")
    if lost := text.count(_LOST):
        notes.append(f"{lost} characters were lost before it came here (U+FFFD), left as they are")
    return tuple(notes)


def _is_utf8(piece: str) -> bool:
    """Whether the letters are the bytes of one character, its C1 controls as the web writes them."""
    data = b"".join(c.encode("latin-1") if c < "\u0100" else c.encode("cp1252") for c in piece)
    try:
        return len(data.decode()) == 1
    except UnicodeDecodeError:
        return False
