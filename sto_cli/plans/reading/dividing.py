"""A text without headings, divided among the six questions by the words of its sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from sto_cli.findings import Place
from sto_cli.plans.language.ideas import says_idea
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.loose_text import LONGEST_HEADING, LooseText, Sentence, sentences_of, texts_of
from sto_cli.plans.reading.question_of_text import CERTAIN, SURE, Chances, Said, together
from sto_cli.plans.source.outline import OutlineBlock, OutlineHeading, OutlineParagraph

FEWEST_ANSWERS = 3
"""Questions that a text without headings must answer, by its words, before it is read as a plan."""

MOST_SENTENCES = 1_000
"""Sentences that are divided; a text with more is no plan that someone wrote."""

IN_PASSING = 0.2
"""The chance that a sentence answers a question, where no other does, before it counts for that one as well."""

STAYS = 0.6
"""Of the chance of the best question, what that of the sentence beside it needs, to go with it within a paragraph."""

LIKELIER = 0.5
"""The chance that a text under no heading must have to answer a question, where others have a heading."""

DOUBTED, BEYOND_DOUBT = 0.8, 0.95
"""A text with a smaller chance than the first is left, when another answers the question with the second."""


class Assigned(NamedTuple):
    """What answers a question without a heading of it, with the chance that it does; `heading` is another above it."""

    key: QuestionKey
    blocks: tuple[OutlineBlock, ...]
    chance: float
    heading: OutlineHeading | None = None

    @property
    def words(self) -> str:
        """All that is written in it, in one line."""
        return " ".join(" ".join(texts_of(self.blocks)).split())

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.blocks[0].place


class PlacedText(NamedTuple):
    """A text, and its `own` question: that under which it stands, with what that weighs.

    Behind a heading in the first line of a paragraph (“Kosten: een robot …”) it weighs nothing: the next paragraph may
    be about another.
    """

    text: LooseText
    own: QuestionKey | None = None
    weight: float = 0.0
    opens: bool = False  # its first sentence is the answer on the line of the heading


class Divided(NamedTuple):
    """What answers questions, in reading order, and the blocks that are `left` of each text where it stands.

    `outside` is what stands behind a heading that held its answer on its own line, and answers no question.
    """

    answers: list[Assigned]
    left: list[list[OutlineBlock]]
    outside: list[OutlineBlock]


class _Told(NamedTuple):
    """A sentence and the missing question that it answers, if any, with its chance; `outside` when it answers none."""

    sentence: Sentence
    key: QuestionKey | None
    chance: float
    outside: bool = False


def divided(texts: Sequence[PlacedText], missing: Collection[QuestionKey]) -> Divided:
    """Divide the texts of a plan, in reading order, among the questions that have no heading.

    What answers none of them, or leaves doubt, stays where it stands.
    """
    stays = Divided([], [list(one.text.blocks) for one in texts], [])
    sentences = [list(sentences_of(one.text)) for one in texts]
    if sum(map(len, sentences)) > MOST_SENTENCES:
        return stays
    chances = _chances(texts, sentences)
    told = [_told(one, parts, row, missing) for one, parts, row in zip(texts, sentences, chances, strict=True)]
    made = [_divide(one.text, parts) for one, parts in zip(texts, told, strict=True)]
    answers = [one for found, _ in made for one in found]
    dropped = _doubted([one for placed, (found, _) in zip(texts, made, strict=True) if not placed.own for one in found])
    if not any(_SPEAKS_OF_THE_REGION.search(one.words) for one in answers if one.key == "vision"):
        dropped += [one for one in answers if one.key == "vision"]
        missing = [key for key in missing if key != "vision"]
    answers = [one for one in answers if one not in dropped]
    if len(missing) >= len(QUESTIONS) - 1 and (_is_of_another_kind(texts) or not _is_of_a_school(answers)):
        return stays
    left = [[*left, *(block for one in found if one in dropped for block in one.blocks)] for found, left in made]
    outside: list[OutlineBlock] = []
    for at, (placed, parts) in enumerate(zip(texts, told, strict=True)):
        if placed.own and not placed.weight and all(one.key is None and one.outside for one in parts):
            outside += left[at]
            left[at] = []
    return Divided([*answers, *_in_passing(answers, sentences, chances, missing)], left, outside)


def _chances(texts: Sequence[PlacedText], sentences: Sequence[Sequence[Sentence]]) -> list[list[Chances]]:
    """Return the chances of all sentences, those of each text together."""
    said = [
        Said(
            one.text,
            one.opens,
            (placed.own,) if placed.own else (),
            CERTAIN if placed.opens and not at else placed.weight,
        )
        for placed, parts in zip(texts, sentences, strict=True)
        for at, one in enumerate(parts)
    ]
    rows = iter(_with_ideas(said, together(said)))
    return [[next(rows) for _ in parts] for parts in sentences]


def _with_ideas(said: Sequence[Said], rows: Sequence[Chances]) -> list[Chances]:
    """Let no idea stand outside the questions, or under that of the vision; beside goals it tells what is done."""
    best = [max(range(len(row)), key=row.__getitem__) for row in rows]
    has_goals = GOALS in best
    made = list(rows)
    for at, (one, row) in enumerate(zip(said, rows, strict=True)):
        if best[at] < GOALS and says_idea(one.text):
            left = [0.0, 0.0, 0.0 if has_goals else row[GOALS], *row[GOALS + 1 :]]
            made[at] = [chance / sum(left) for chance in left] if any(left) else row
    return made


_WE = re.compile(r"\b(?:wij|we|ik|wy|ons|onze|our|us|I)\b", re.IGNORECASE)


_ANOTHER_KIND = re.compile(
    r"\W*(?:(?:concept\W+)?(?:notulen|verslag (?:van )?\w*(?:overleg|vergadering)|agenda|besluitenlijst|actielijst|"
    r"nieuws(?:brief|bericht)?|persbericht|vacature|offerte|factuur|uitnodiging|jaarverslag|regio(?:visie|plan)|"
    r"minutes|newsletter|press release|vacancy|quotation|invoice|invitation)\b)",
    re.IGNORECASE,
)


def _is_of_another_kind(texts: Sequence[PlacedText]) -> bool:
    """Whether the first line of a text without headings says that it is no plan: “Notulen teamoverleg”."""
    first = next((text for one in texts for text in texts_of(one.text.blocks)), "")
    return len(first) <= LONGEST_HEADING and _ANOTHER_KIND.match(first) is not None


def _is_of_a_school(answers: Iterable[Assigned]) -> bool:
    """Whether those who write name the region's vision, or say what they want themselves; news tells it of others."""
    wishes = [one for one in answers if one.key in {"goals", "activities"}]
    return any(one.key == "vision" for one in answers) or any(_WE.search(one.words) for one in wishes)


def _told(
    placed: PlacedText, parts: Sequence[Sentence], chances: Sequence[Chances], missing: Collection[QuestionKey]
) -> list[_Told]:
    """Return the question of each sentence of a text.

    Points below a line that leads up to them answer what that line and they answer together.
    """
    if placed.weight >= CERTAIN:
        return [_Told(part, None, 1.0) for part in parts]
    if placed.text.leads_up:
        chances = [[sum(column) / len(chances) for column in zip(*chances, strict=True)]] * len(parts)
    best = _best(parts, chances)
    sure = _sure(placed, alone=len(missing) == len(QUESTIONS))
    may = {*missing} if placed.weight or not placed.own else {*QUESTIONS} - {placed.own}
    keys = [QUESTIONS[one - 1] if one and row[one] >= sure else None for one, row in zip(best, chances, strict=True)]
    return [
        _Told(part, key if key in may else None, row[one], not one)
        for part, key, row, one in zip(parts, keys, chances, best, strict=True)
    ]


def _sure(placed: PlacedText, *, alone: bool) -> float:
    """Return which chance a sentence needs to answer a question that has no heading."""
    if alone or (placed.own and not placed.weight):
        return 0.0
    return SURE if placed.weight or placed.text.heading is not None else LIKELIER


def _best(parts: Sequence[Sentence], chances: Sequence[Chances]) -> list[int]:
    """Return the class of each sentence of a text; one that is likely enough that of the sentence beside it goes along.

    So does a goal alone among other answers that wishes nothing: it tells how things are.
    """
    best = [max(range(len(row)), key=row.__getitem__) for row in chances]
    for at, row in enumerate(chances):
        around = [*best[max(at - 1, 0) : at], *best[at + 1 : at + 2]]
        tells = best[at] == GOALS and GOALS not in around and not _WISH.search(parts[at].text)
        if around and not says_idea(parts[at].text) and (tells or row[around[0]] >= STAYS * row[best[at]]):
            best[at] = around[0]
    return best


GOALS = QUESTIONS.index("goals") + 1
_WISH = re.compile(
    r"\b(?:wil|willen|wilt|wensen?|hoop|hopen|doel\w*|moet|moeten|streef\w*|streven|bereik\w*|ambitie\w*|zou(?:den)?|"
    r"wants?|goals?|aims?|hopes?|should|must)\b",
    re.IGNORECASE,
)


def _divide(text: LooseText, told: Sequence[_Told]) -> tuple[list[Assigned], list[OutlineBlock]]:
    """Return what of a text answers missing questions, and the blocks that are left of it."""
    keys = {one.key for one in told}
    if keys == {None}:
        return [], list(text.blocks)
    found: list[Assigned] = []
    left: list[OutlineBlock] = []
    for key, group in groupby(told, key=lambda one: one.key):
        run = list(group)
        made = text.answer if len(keys) == 1 else _as_blocks([one.sentence for one in run])
        if key is None:
            left += made
        else:
            chance = sum(one.chance for one in run) / len(run)
            found.append(Assigned(key, made, chance, text.heading if len(keys) == 1 else None))
    return found, left


def _as_blocks(run: Sequence[Sentence]) -> tuple[OutlineBlock, ...]:
    """Write sentences as blocks again: those of one paragraph together."""
    made: list[OutlineBlock] = []
    for part in run:
        last = made[-1] if made else None
        if part.whole:
            made.extend(part.blocks)
        elif isinstance(last, OutlineParagraph) and not part.opens:
            made[-1] = last._replace(text=f"{last.text} {part.text}")
        else:
            made.append(OutlineParagraph(part.text, part.place))
    return tuple(made)


def _doubted(answers: Sequence[Assigned]) -> list[Assigned]:
    """Return the texts that may answer a question that another answers beyond doubt."""
    clear = {one.key for one in answers if one.chance >= BEYOND_DOUBT}
    return [one for one in answers if one.key in clear and one.chance < DOUBTED]


_SPEAKS_OF_THE_REGION = re.compile(
    r"\bregio|visie(?:s|stuk\w*)?\b|\bregion|\bvision|\bSTO\b|"
    r"\b(?:jullie|uw|your) (?:\w+ )?(?:plan|plannen|stuk|lijn|koers|agenda|document|programma|programme)\b",
    re.IGNORECASE,
)
"""Why a school wants something is no answer to question 1 by itself: that asks for the vision of the region."""


def _in_passing(
    answers: Sequence[Assigned],
    sentences: Sequence[Sequence[Sentence]],
    chances: Sequence[Sequence[Chances]],
    missing: Collection[QuestionKey],
) -> list[Assigned]:
    """Return, for each question that no sentence answers first of all, the one that answers it best in passing."""
    found = {one.key for one in answers}
    left = [key for key in missing if key not in found]
    told = [pair for parts, rows in zip(sentences, chances, strict=True) for pair in zip(parts, rows, strict=True)]
    if len(QUESTIONS) - len(left) <= FEWEST_ANSWERS or not told:
        return []
    more = []
    for key in left:
        number = QUESTIONS.index(key) + 1
        part, row = max(told, key=lambda pair: pair[1][number])
        if row[number] >= max(IN_PASSING, row[0]):
            more.append(Assigned(key, (OutlineParagraph(part.text, part.place),), row[number]))
    return more
