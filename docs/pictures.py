"""`python docs/pictures.py`: take the pictures of the themes in docs/pictures/, of the invented sample only.

Each theme is shown at 700 pixels in light, at 360 in dark, and at 360 as a mail program shows it that drops
the style block and turns the page dark itself. Needs Chromium (Debian: apt-get install chromium) and Pillow.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
THEMES = ("newsletter", "plain", "dossier")
SAMPLE = ("inputs", "--date", "2026-11-24", "--title", "Velmora morning brief", "-f", "html")
HEIGHT, GAP = 800, 14
COLOURS = 40  # a page has a dozen; the rest are the edges of letters
FORCED = "--blink-settings=forceDarkModeEnabled=true,forceDarkModeInversionAlgorithm=4"


def shot(place: Path, html: str, width: int, scheme: str, *options: str) -> Image.Image:
    """A picture of the page in a frame of that width (a window cannot be as narrow as a phone)."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("docs/pictures.py: chromium is not installed")
    page, picture = place / "frame.html", place / "shot.png"
    (place / "brief.html").write_text(html, encoding="utf-8")
    frame = f"border:0;width:{width}px;height:{HEIGHT}px;color-scheme:{scheme}"
    page.write_text(
        f"<body style='margin:0;overflow:hidden'><iframe src=brief.html style='{frame}'></iframe>"
    )
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--screenshot={picture}")
    size = f"--window-size={max(width, 500)},{HEIGHT}"
    subprocess.run(
        [browser, *flags, size, *options, page.as_uri()], check=True, capture_output=True, timeout=120
    )
    return Image.open(picture).convert("RGB").crop((0, 0, width, HEIGHT))


def bare(html: str) -> str:
    """What is left of a page in a program that knows no style block and no colour scheme."""
    return re.sub(
        r"<style>.*?</style>|<meta name=\"(supported-)?color-schemes?\"[^>]*>", "", html, flags=re.DOTALL
    )


def sheet(html: str) -> Image.Image:
    """The pictures of one theme side by side."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shots = [
            shot(place, html, 700, "light"),
            shot(place, html, 360, "dark"),
            shot(place, bare(html), 360, "light", FORCED),
        ]
    width = sum(one.width for one in shots) + GAP * (len(shots) - 1)
    whole, left = Image.new("RGB", (width, HEIGHT), "#8b8f98"), 0
    for one in shots:
        whole.paste(one, (left, 0))
        left += one.width + GAP
    return whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)


def desk(html: str) -> Image.Image:
    """The top of the page of `briefing preview`, wide in light and narrow in dark."""
    with tempfile.TemporaryDirectory() as folder:
        wide, narrow = (shot(Path(folder), html, w, s) for w, s in ((700, "light"), (360, "dark")))
    whole = Image.new("RGB", (wide.width + narrow.width + GAP, HEIGHT), "#8b8f98")
    whole.paste(wide, (0, 0))
    whole.paste(narrow, (wide.width + GAP, 0))
    return whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)


def save(picture: Image.Image, file: Path) -> None:
    """Write a picture and say how large it is."""
    picture.save(file, optimize=True)
    print(f"{file}: {file.stat().st_size // 1000} kB")


def main() -> None:
    """Make the sample brief in every theme and take its pictures, and the preview's."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    out = asked.parse_args().out
    out.mkdir(exist_ok=True)
    for theme in THEMES:
        make = [sys.executable, "-m", "briefing", "make", *SAMPLE, "--template", theme]
        html = subprocess.run(make, cwd=ROOT, check=True, capture_output=True).stdout.decode()
        save(sheet(html), out / f"{theme}.png")
    page = subprocess.run(
        [sys.executable, "-m", "briefing", "make", *SAMPLE, "-f", "preview"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    save(desk(page.stdout.decode()), out / "preview.png")


if __name__ == "__main__":
    main()
