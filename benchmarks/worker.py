"""Time one ranking in its own process: `python worker.py NAME ARTICLES.json` prints one JSON object.

ARTICLES.json is a list of {"text", "title", "sentences"}. What is timed is processor time of this process for
all articles, after three of them have warmed it up; the start-up is in "process". rank_speed.py runs it with
the interpreter that has the package; nothing here needs anything else.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module

Row = dict[str, object]
Job = Callable[[Row], object]

SUMY = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
}


def ours_rank(row: Row) -> object:
    """Our default ranker on a document that is already split."""
    return _ours()[0](row["document"], "en")


def ours_split_rank(row: Row) -> object:
    """Our splitter and default ranker, from the text."""
    rank, make, _, _ = _ours()
    return rank(make(row["text"], row["title"]), "en")


def ours_findings(row: Row) -> object:
    """Everything `briefing findings` finds, from the text."""
    _, _, analyse, article = _ours()
    return analyse(article("x", row["text"], title=row["title"]), "en")


@cache
def _ours() -> tuple[Callable[..., object], ...]:
    from briefing.analyse import analyse
    from briefing.model import Article, Document, Sentence
    from briefing.rank import rank
    from briefing.text import paragraphs, sentences

    def make(text: str, title: str | None) -> Document:
        article = Article("x", text, title=title)
        found = []
        for number, block in enumerate(paragraphs(text)):
            for span in sentences(text, block, "en"):
                found.append(Sentence(len(found), span, number))
        return Document(article, tuple(found), ())

    return rank, make, analyse, Article


def lede(row: Row) -> object:
    """lede, from the text."""
    return import_module("lede").summarize(row["text"], 500)


def summa(row: Row) -> object:
    """summa's TextRank, from the text with one sentence a line."""
    return import_module("summa.summarizer").summarize("\n".join(row["sentences"]), split=True)  # type: ignore[arg-type]


def sumy(name: str) -> Job:
    """One of sumy's algorithms on sentences that are already split, with its stemmer and our words."""
    import re

    module, kind = SUMY[name]
    dom = import_module("sumy.models.dom")
    stop = import_module("sumy.utils").get_stop_words("english")
    stemmer = import_module("sumy.nlp.stemmers").Stemmer("english")
    word = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")

    class Words:
        """sumy's tokenizer."""

        def to_words(self, sentence: str) -> list[str]:
            """Words of a sentence."""
            return word.findall(sentence)

    def job(row: Row) -> object:
        summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)(stemmer)
        sentences = [dom.Sentence(s, Words()) for s in row["sentences"]]  # type: ignore[attr-defined]
        if name == "edmundson":
            summarizer.null_words = summarizer.stigma_words = stop
            summarizer.bonus_words = sentences[0].words
        else:
            summarizer.stop_words = stop
        return summarizer(dom.ObjectDocumentModel([dom.Paragraph(sentences)]), 3)

    return job


JOBS: dict[str, Job] = {
    "ours: rank": ours_rank,
    "ours: split and rank": ours_split_rank,
    "ours: whole findings": ours_findings,
    "lede 0.5.1: text to summary": lede,
    "summa: rank": summa,
}


def main() -> None:
    """Run one job over all articles."""
    name, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        rows: list[Row] = json.load(file)
    job = sumy(name[len("sumy: ") :]) if name.startswith("sumy: ") else JOBS[name]
    if name == "ours: rank":
        rows = [row | {"document": _ours()[1](row["text"], row["title"])} for row in rows]
    for row in rows[:3]:
        job(row)
    start = time.process_time()
    for row in rows:
        job(row)
    print(json.dumps({"seconds": time.process_time() - start, "process": time.process_time()}))


if __name__ == "__main__":
    main()
