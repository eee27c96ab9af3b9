"""Language detection: ours beside py3langid alone and whatever other detectors are installed.

    python evals/language.py [--data ../shared/data/summaries]

Texts: news in five languages from the data folder when it is there, and in any case a few sentences
of our own in twenty. Each is asked whole and cut to 300 and 80 characters. Detectors that are not
installed (langdetect, lingua, eld) are passed over; the choice rests on a run with all of them.
"""

import argparse
import json
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from samples import SAMPLES

from briefing.lang.detect import detect

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "summaries"
FILES = {"es": "crisis-es", "fr": "crisis-fr", "it": "crisis-it", "vi": "vimds", "en": "writers"}
CUTS = (100_000, 300, 80)
Detector = Callable[[str], str | None]


def _py3langid() -> Detector:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    return lambda text: str(identifier.classify(text)[0])


def _langdetect() -> Detector:
    import langdetect

    langdetect.DetectorFactory.seed = 0
    return lambda text: str(langdetect.detect(text))


def _lingua() -> Detector:
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
    return lambda text: _code(detector.detect_language_of(text))


def _code(found: object) -> str | None:
    return found.iso_code_639_1.name.lower() if found else None  # type: ignore[attr-defined]


def _eld() -> Detector:
    from eld import LanguageDetector

    detector = LanguageDetector()
    return lambda text: detector.detect(text).language


SYSTEMS: dict[str, Callable[[], Detector]] = {
    "briefing": lambda: detect,
    "py3langid": _py3langid,
    "langdetect": _langdetect,
    "lingua low": _lingua,
    "eld": _eld,
}


@cache
def texts(folder: Path) -> list[tuple[str, str]]:
    """Language and text: our own samples, and the news texts when they are there."""
    found = list(SAMPLES.items())
    for code, name in FILES.items():
        path = folder / f"{name}.jsonl"
        if path.is_file():
            lines = path.read_text("utf-8").splitlines()[:60]
            found += [(code, json.loads(line)["text"]) for line in lines]
        else:
            print(f"{path} is absent: not measured")
    return found


def main() -> None:
    """Print right, unsure and wrong of each detector, and its time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=DEFAULT)
    rows = texts(parser.parse_args().data)
    print(f"{'':<12}{'cut':>8} {'texts':>6} {'right':>6} {'unsure':>6} {'wrong':>6} {'ms each':>8}")
    for name, load in SYSTEMS.items():
        try:
            detector = load()
        except ImportError:
            print(f"{name:<12} not installed")
            continue
        detector(SAMPLES["fr"])  # loading is not part of the time
        for cut in CUTS:
            start = time.process_time()
            answers = [(code, detector(text[:cut])) for code, text in rows]
            spent = (time.process_time() - start) / len(rows) * 1000
            right = sum(found == code for code, found in answers)
            unsure = sum(found is None for _, found in answers)
            wrong = len(rows) - right - unsure
            print(f"{name:<12}{cut:>8} {len(rows):>6} {right:>6} {unsure:>6} {wrong:>6} {spent:>8.2f}")


if __name__ == "__main__":
    main()
