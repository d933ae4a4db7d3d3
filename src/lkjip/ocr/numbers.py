"""Numbers are read twice; where the two looks differ in their marks, the shape of the ink decides."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import cv2
import numpy as np

from lkjip.extract.geometry import Box, around
from lkjip.ocr.crops import cut
from lkjip.ocr.marks import GAP, marks_seen
from lkjip.ocr.picture import Grey, Picture
from lkjip.ocr.tesseract import Found, Question, Tesseract

ALONE = re.compile(r"[\d.,]*\d[\d.,]*")  # a number and nothing else
GROUPED = re.compile(r"0{1,3}(?P<mark>[.,])000(?:(?P=mark)000)*(?:(?!(?P=mark))[.,]0{1,2})?")  # regular thousands
REGULAR = re.compile(rf"0+(?:[.,]0{{1,2}})?|0{{1,3}}[.,]0{{4,5}}|{GROUPED.pattern}")  # with decimals, or thousands
COLON = re.compile(r"\d:\d")
HOLDS = "0123456789.,%()-Rp "  # what a number is printed with
SECOND_LOOK = Question(mode=7, language="eng", variables={"tessedit_char_whitelist": HOLDS}, dpi=210)
SECOND_SIZE = 0.7  # the second look is at a smaller picture, so that it does not repeat the first one's mistakes
DOUBTFUL = 50.0  # per cent: more sure is no number that two looks read differently
UNSURE = 80.0  # per cent: more sure is no number of which two looks do not agree on the marks
SURE = 85.0  # per cent: a second look that is so sure replaces a first that read no number
SHORT = 3  # characters that may be a misread number
NEAR = 0.45  # of the height of a number: parts of one number stand closer


def checked(picture: Picture, words: Sequence[Found], tesseract: Tesseract) -> list[Found]:
    """Return words, whose boxes are in pixels of the picture, with their numbers read a second time."""
    whole = list(joined(words, picture.ink))
    spots = [index for index, word in enumerate(whole) if has_digit(word) or is_puzzle(word)]
    seconds = tesseract.words([small(cut(picture.grey, whole[index].box)) for index in spots], SECOND_LOOK)
    for index, second in zip(spots, seconds, strict=True):
        whole[index] = compared(picture, whole[index], second)
    return whole


def small(crop: Grey) -> Grey:
    """Return a crop as the second look sees it."""
    size = cv2.resize(crop, None, fx=SECOND_SIZE, fy=SECOND_SIZE, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(size, np.uint8)


def has_digit(word: Found) -> bool:
    """Tell whether a word holds a digit."""
    return any(char.isdigit() for char in word.text)


def is_puzzle(word: Found) -> bool:
    """Tell whether a word may be a number that was not understood."""
    return len(word.text) <= SHORT and word.confidence < SURE and not word.text.isalpha()


def joined(words: Sequence[Found], ink: Grey) -> Iterator[Found]:
    """Yield words, parts of one number that stand close together made one."""
    ordered = sorted(words, key=lambda word: (word.line, word.box.x0))
    for _, line in groupby(ordered, key=lambda word: word.line):
        last: Found | None = None
        for word in line:
            if last is not None and are_one(last, word, ink):
                box = around((last.box, word.box))
                last = Found(last.text + word.text, box, word.line, min(last.confidence, word.confidence))
            else:
                if last is not None:
                    yield last
                last = word
        if last is not None:
            yield last


def are_one(left: Found, right: Found, ink: Grey) -> bool:
    """Tell whether two words are parts of one number: 48.519 and 930, with a stop between them that was not seen."""
    if not (ALONE.fullmatch(left.text) and ALONE.fullmatch(right.text)):
        return False
    grouped = re.search(r"[.,]", left.text + right.text) is not None
    return grouped and widest_gap(ink, left.box, right.box) < NEAR * max(left.box.height, right.box.height)


def widest_gap(ink: Grey, left: Box, right: Box) -> int:
    """Return how many columns of pixels between two words hold no ink, at the widest place."""
    x0, x1 = round(left.x1), round(right.x0)
    y0, y1 = round(min(left.y0, right.y0)), round(max(left.y1, right.y1))
    inked = np.flatnonzero(ink[y0:y1, x0:x1].any(axis=0))
    return int(np.diff([-1, *inked, x1 - x0]).max()) - 1 if x1 > x0 else 0


def compared(picture: Picture, first: Found, seconds: Sequence[Found]) -> Found:
    """Return the reading of a number that two looks support; where they differ, the surer one, in doubt."""
    sure = min((word.confidence for word in seconds), default=0.0)
    second = first._replace(text="".join(word.text for word in seconds), confidence=sure)
    if not has_digit(first):
        return second._replace(confidence=min(sure, UNSURE)) if has_digit(second) and sure >= SURE else first
    if digits(first.text) != digits(second.text):
        surer = second if has_digit(second) and sure > first.confidence else first
        return surer._replace(confidence=min(surer.confidence, DOUBTFUL))
    best = first._replace(confidence=max(first.confidence, sure))
    if COLON.search(first.text):
        return unsure(without_colon(best))
    if ALONE.fullmatch(first.text) and ALONE.fullmatch(second.text):
        return elected(best, second.text, marks_seen(picture.ink, first.box, len(digits(first.text))))
    return best if separators(first.text) == separators(second.text) else unsure(best)


def without_colon(number: Found) -> Found:
    """Return an amount with the mark that its place asks for instead of a colon: dust stands above it."""
    forms = (form_of(number.text).replace(":", mark) for mark in ".,")
    return next((with_marks(number, form) for form in forms if GROUPED.fullmatch(form)), number)


def elected(first: Found, again: str, seen: str) -> Found:
    """Return a number with the marks that two of three looks agree on: both readings, and the shapes of the ink."""
    if GAP in seen:
        return unsure(with_marks(first, refilled(seen)))
    read, other = form_of(first.text), form_of(again)
    if read == other and len(read) >= SHORT:
        return if_regular(first) if bare(seen) in ("", bare(read)) else unsure(first)
    marked = with_marks(first, seen or read)
    return if_regular(marked) if bare(seen) in (bare(read), bare(other)) else unsure(marked)


def if_regular(number: Found) -> Found:
    """Return a number as unsure where its marks make no number: the scan likely lost a stop, ink and all."""
    return number if REGULAR.fullmatch(bare(form_of(number.text))) else unsure(number)


def unsure(number: Found) -> Found:
    """Return a number as no more than unsure."""
    return number._replace(confidence=min(number.confidence, UNSURE))


def refilled(form: str) -> str:
    """Return a form with the stop of its other groups put back into its gaps, if that makes regular thousands."""
    marks = re.findall(r"[.,]", form)
    whole = form.replace(GAP, marks[0]) if marks else ""
    return whole if GROUPED.fullmatch(whole) else form.replace(GAP, "")


def form_of(text: str) -> str:
    """Return a number with "0" for each digit."""
    return re.sub(r"\d", "0", text)


def bare(form: str) -> str:
    """Return a form without marks at its end: dust and the rest of a rule look like a stop there."""
    return form.rstrip(".,")


def with_marks(number: Found, form: str) -> Found:
    """Return a number with its digits in another form."""
    figures = iter(digits(number.text))
    return number._replace(text="".join(next(figures) if mark == "0" else mark for mark in form))


def digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(char for char in text if char.isdigit())


def separators(text: str) -> list[str]:
    """Return what parts the digits of a text: stops and commas."""
    return re.findall(r"(?<=\d)[.,]+(?=\d)", text)
