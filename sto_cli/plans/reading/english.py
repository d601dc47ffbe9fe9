"""From the writer's words to English names: the one place where the two languages of plans meet.

Everything behind this module knows only English names. Headings that are misspelt, or called otherwise, are
understood where it is clear which one is meant and that one is not there; the rules report them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import Language, Message, message
from sto_cli.plans.language.named_profiles import forms_in, profiles_in, same_form, without_profile
from sto_cli.plans.language.partner_kinds import kind_meant
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.reading.goal_references import split_names
from sto_cli.plans.reading.meant_headings import is_word_for, meant_heading
from sto_cli.plans.reading.own_location import where_said
from sto_cli.plans.reading.says_no_more import form_says_no_more, kind_says_no_more, profiles_say_no_more
from sto_cli.plans.reading.shape import PLAN, WORDS, YES_NO_WORDS, PlanHeading, Shape
from sto_cli.plans.source.boxes import ticked
from sto_cli.register.profiles import profile_code


@dataclass(frozen=True, slots=True)
class Stranger:
    """A heading that is not known: in which group (English path), the word, and which heading is meant, if clear.

    `adopted` says that what stands under it is read as if it stood under the heading that was meant; `other_word`
    that it is not misspelt: the same in other letters, or another word that people use for it; `joined` that its text
    was put behind the one that stood there already.
    """

    group: KeyPath
    word: str
    meant: PlanHeading
    adopted: bool
    other_word: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Double:
    """A heading that stands in one group in both languages: its English name, and the first and second word.

    `in_both_languages` says that two free texts stand there: who writes for readers of both says the same twice.
    """

    group: KeyPath
    name: str
    first: str
    word: str
    in_both_languages: bool = False


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A value that is understood though written otherwise: what was written, as what it is read, and by whom.

    `replacement` is what a repair may write, where nothing of the meaning gets lost by it.
    """

    path: KeyPath
    written: str
    meant: str | Message
    replacement: str | None = None


@dataclass(slots=True)
class English:
    """A plan's data under English names, and the words that were written for them, by English path.

    `read_as` holds the values that are understood though written otherwise; `left_over` what has no place in the data,
    because another text stands there already.
    """

    data: object
    language: Language
    words: dict[KeyPath, str] = field(default_factory=dict)
    strangers: list[Stranger] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)
    read_as: list[ReadAs] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def to_english(data: object) -> English:
    """Translate a plan's data; what has an unexpected shape stays as it is."""
    words = set(data) if isinstance(data, dict) else set()
    differing = [heading for heading in PLAN.group if heading.english != heading.dutch]
    dutch = sum(heading.dutch in words for heading in differing)
    english = English(None, "en" if sum(heading.english in words for heading in differing) > dutch else "nl")
    english.data = _value(english, data, PLAN, ())
    return english


def _value(english: English, value: object, shape: Shape, path: KeyPath) -> object:
    if isinstance(value, dict):
        if shape.text == "school" and (named := _school_in_parts(value)):
            return named
        listed = _as_list(value, shape)
        if listed is not None:
            return _value(english, listed, shape, path)
        return _group(english, value, shape, path) if shape.group else value
    if isinstance(value, list):
        if (told := _as_text(value, path)) is not None:
            return _value(english, told, shape, path)
        return _list(english, value, shape.items, path) if shape.items else value
    if isinstance(value, str):
        return _period(english, value, path) if path == ("period",) else _text(english, value, shape, path)
    return value


def _school_in_parts(value: Mapping[str, object]) -> str | None:
    """Join `{naam: Casparus College, plaats: Weesp}`; None where something else stands in it."""
    parts = [value.get(word) for word in ("naam", "name", "school", "code", "plaats", "town", "place")]
    texts = [part for part in parts if isinstance(part, str) and part.strip()]
    return ", ".join(texts) if texts and len(texts) == len(value) else None


def _as_text(value: list[object], path: KeyPath) -> str | None:
    """Put a list together where the top of a plan has one text: `[Casparus College, Weesp]`, schools, begin and end."""
    joined: dict[KeyPath, str] = {("school",): "; ", ("region",): ", ", ("period",): " t/m "}
    between = joined.get(path)
    named = [_school_in_parts(one) if isinstance(one, dict) else one for one in value]
    texts = [one for one in named if isinstance(one, str)]
    most = 2 if path != ("school",) else len(named)  # a name and its place, a begin and an end
    if between is None or len(texts) != len(value) or not 0 < len(texts) <= most:
        return None
    return between.join(texts)


def _list(english: English, value: list[object], items: Shape, path: KeyPath) -> list[object]:
    """Translate a list; a point of it that names several forms or profiles becomes as many."""
    named = items.text in {"form", "profile"}
    given = [(i, one) for i, item in enumerate(value) for one in (_flattened(item) if named else [item])]
    points = [_point(english, item, items, (*path, i)) for i, item in given]
    if named:
        points = [one for point in points for one in _flattened(point)]
    if path == ("activities",):
        _forms_as_before(english, points)
    return points


def _flattened(value: object) -> Iterator[object]:
    """Yield a value, or what stands in a list and in the lists in it."""
    if isinstance(value, list):
        for inside in value:
            yield from _flattened(inside)
    else:
        yield value


def _forms_as_before(english: English, activities: list[object]) -> None:
    """Give an activity whose form is “idem” that of the one before it."""
    before: object = None
    for index, activity in enumerate(activities):
        form = activity.get("form") if isinstance(activity, dict) else None
        if isinstance(activity, dict) and isinstance(form, str) and before is not None and same_form(form):
            activity["form"] = before
            words = _form_words(english, before if isinstance(before, list) else [before])
            english.read_as.append(ReadAs(("activities", index, "form"), form, words, words))
        elif form is not None:
            before = form


def _form_words(english: English, forms: Iterable[object]) -> str:
    return ", ".join(str(WORDS["form"].get(str(form), form) if english.language == "nl" else form) for form in forms)


def _as_list(value: dict[str, object], shape: Shape) -> list[object] | None:
    """Return an answer that is written as `Robots: 2400` below each other as the points that these lines are."""
    items = shape.items
    if items is None or not items.group or not value:
        return None
    said = [word for word in value if _said_by(word, items.group)]
    paid_below = len(said) == 1 and len(value) > 2 and _is_paid(said[0], items.group)  # noqa: PLR2004 - costs above it
    if (said and not paid_below) or not all(isinstance(inside, str) for inside in value.values()):
        return None
    if all(map(_NUMBER.fullmatch, value)):
        return [_numbered(word, inside, items) for word, inside in value.items()]
    return [f"{word}: {inside}" for word, inside in value.items()]


def _is_paid(word: str, headings: tuple[PlanHeading, ...]) -> bool:
    """Whether a word says who else pays: the last line below costs with words of their own."""
    return any(heading.english == "cofinancing" and _said_by(word, (heading,)) for heading in headings)


_NUMBER = re.compile(r"(?:(?:doel|goal)[ -]?|[a-z])?\d{1,2}|[ivx]{1,4}|[a-h]", re.IGNORECASE)


def _numbered(number: str, text: object, items: Shape) -> object:
    """Return a point with its number: the short name of a goal, and no more than a number of anything else."""
    named = next((heading for heading in items.group if heading.english == "id"), None)
    return {named.english: number, str(items.main): text} if named is not None else text


def _said_by(word: str, headings: tuple[PlanHeading, ...]) -> bool:
    return word in _words(headings) or any(is_word_for(word, heading) for heading in headings)


def _period(english: English, value: str, path: KeyPath) -> object:
    """Read a period that is one text as its begin and end, where it gives both."""
    from sto_cli.plans.language.periods import period_in  # noqa: PLC0415 - 2 ms, only for a period in one text

    found = period_in(value)
    if found is None:
        return value
    start, end = found
    meant = message("{start} up to and including {end}", start=start.first, end=end.last)
    english.read_as.append(ReadAs(path, value, meant))
    return {"start": start.iso if start.whole else start.first.isoformat(), "end": end.iso}


def _point(english: English, value: object, shape: Shape, path: KeyPath) -> object:
    """Translate a point; `- Guest lessons: three a year` looks like a heading, and is read as the text that it is."""
    if shape.text == "free" and isinstance(value, dict) and len(value) == 1:
        [(word, inside)] = value.items()
        if isinstance(inside, str) and (not shape.group or _is_text(word, shape.group)):
            return f"{word}: {inside}"
    return _value(english, value, shape, path)


def _is_text(word: str, headings: tuple[PlanHeading, ...]) -> bool:
    """Whether what stands before a colon is no heading of a point, and does not look like one."""
    return word not in _words(headings) and meant_heading(word, headings, set()) is None


def _group(english: English, value: dict[str, object], shape: Shape, path: KeyPath) -> dict[str, object]:
    known = _words(shape.group)
    group: dict[str, object] = {}
    unknown: list[str] = []
    for word, inside in value.items():
        heading = known.get(word)
        if heading is None:
            unknown.append(word)
        else:
            _take(english, group, heading, word, inside, path)
    for word in unknown:
        _take_unknown(english, group, shape.group, word, value[word], path)
    _take_main(english, group, shape, path)
    return group


def _take_main(english: English, group: dict[str, object], shape: Shape, path: KeyPath) -> None:
    """Read the one text under a word of the writer's own as what a point is about, where nothing else says it."""
    main = next((heading for heading in shape.group if heading.english == shape.main), None)
    names = {heading.english for heading in shape.group}
    texts = [word for word, inside in group.items() if word not in names and isinstance(inside, str) and inside.strip()]
    if main is None or main.english in group or len(texts) != 1:
        return
    english.strangers.append(Stranger(path, texts[0], main, adopted=True, other_word=True))
    _take(english, group, main, texts[0], group.pop(texts[0]), path)


def _take(
    english: English, group: dict[str, object], heading: PlanHeading, word: str, inside: object, path: KeyPath
) -> None:
    name = heading.english
    if name in group:
        twice = heading.shape.text == "free" and isinstance(inside, str) and isinstance(group[name], str)
        english.doubles.append(Double(path, name, english.words[*path, name], word, twice))
        english.left_over.append(f"{word}: {inside}")
        return
    english.words[*path, name] = word
    group[name] = _value(english, inside, heading.shape, (*path, name))


def _take_unknown(
    english: English,
    group: dict[str, object],
    headings: tuple[PlanHeading, ...],
    word: str,
    inside: object,
    path: KeyPath,
) -> None:
    meant = meant_heading(word, headings, set(group)) if inside is not None or not path else None
    other_word = meant is not None and is_word_for(word, meant)
    if (
        not other_word
        and path
        and isinstance(inside, str)
        and (part := _part_called(word, headings, group, path)) is not None
    ):
        meant, other_word = part, True
    if not path and (_pays_along(english, group, word, inside) or _says_where(group, word, inside)):
        return
    if meant is None and not path:
        meant = _asked(word)
        other_word = meant is not None
    if meant is None:
        group[word] = inside
        return
    adopted = meant.english not in group
    joined = not adopted and other_word and bool(path) and _join(group, meant, inside)
    english.strangers.append(Stranger(path, word, meant, adopted or joined, other_word, joined))
    if adopted:
        _take(english, group, meant, word, inside, path)
    elif not joined:
        english.left_over.append(f"{word}: {inside}")


def _part_called(
    word: str, headings: tuple[PlanHeading, ...], group: dict[str, object], path: KeyPath
) -> PlanHeading | None:
    """Return the part of a point that a word names as a label would (`hoort_bij`), and that can be added to it."""
    from sto_cli.plans.reading.labels import part_named  # noqa: PLC0415 - only for a heading that is not known

    part = next((one for one in headings if one.english == part_named(str(path[0]), word)), None)
    return part if part is None or part.shape.text == "free" or part.english not in group else None


def _pays_along(english: English, group: dict[str, object], word: str, inside: object) -> bool:
    """Put `cofinanciering: 1200` at the top with the costs that it is about; say whether that was it."""
    costs = next(heading.shape.items for heading in PLAN.group if heading.english == "resources")
    paid = next(heading for heading in costs.group if heading.english == "cofinancing") if costs else None
    listed = group.get("resources")
    if paid is None or not isinstance(inside, str) or not isinstance(listed, list) or not is_word_for(word, paid):
        return False
    group["resources"] = [*listed, f"{word}: {inside}"]
    english.read_as.append(ReadAs(("resources",), f"{word}: {inside}", message("what others pay of all costs")))
    return True


def _says_where(group: dict[str, object], word: str, inside: object) -> bool:
    """Put `locatie: Geessinkweg` at the top behind the name of the school; say whether that was it."""
    school, where = group.get("school"), where_said(word, inside)
    if where is None or not isinstance(school, str) or any(letter.isdigit() for letter in school):
        return False
    group["school"] = f"{school}, {where}"
    return True


def _join(group: dict[str, object], heading: PlanHeading, inside: object) -> bool:
    """Put more text about the same thing (`toelichting:`) behind the free text of a point; say whether that was it."""
    text = group[heading.english]
    if heading.shape.text != "free" or not isinstance(inside, str) or not isinstance(text, str):
        return False
    group[heading.english] = f"{text.rstrip(' .')}. {inside}"
    return True


def _asked(word: str) -> PlanHeading | None:
    """Return the question that a heading asks in full: `Hoe sluit het plan aan bij de Regiovisie?`."""
    from sto_cli.plans.reading.question_headings import heading_in  # noqa: PLC0415 - 3 ms, only for a heading that is not known

    found = heading_in(word, shown=True) or heading_in(f"{word}:")
    if found is None or found.rest or len(found.keys) != 1:
        return None
    return next((heading for heading in PLAN.group if heading.english == found.keys[0]), None)


_KNOWN: dict[int, dict[str, PlanHeading]] = {}
"""Word → heading, by the identity of a group in the table: the table is made once and never changes."""


def _words(headings: tuple[PlanHeading, ...]) -> dict[str, PlanHeading]:
    known = _KNOWN.get(id(headings))
    if known is None:
        known = {word: heading for heading in headings for word in (heading.english, heading.dutch)}
        _KNOWN[id(headings)] = known
    return known


def _text(english: English, value: str, shape: Shape, path: KeyPath) -> object:
    """Translate a text that is a choice; split one that names several things."""
    match shape.text:
        case "form":
            return _forms(english, value, path)
        case "kind":
            return _kind(english, value, path)
        case "yes-no":
            return _TRUTH.get(ticked(value).strip().lower(), value)
        case "profile":
            codes = _profiles(english, value, path)
            return codes[0] if len(codes) == 1 else codes
        case "school":
            return value.strip().upper() if len(value.strip()) <= _CODE_LENGTH else value
        case "name" if shape.items is not None:
            return _several(english, value, shape.items, path)
    return value


def _kind(english: English, value: str, path: KeyPath) -> str:
    known = _CHOICES["kind"].get(plain_word(value))
    if known is not None:
        return known
    meant = kind_meant(value)
    if meant is None:
        return value
    word = WORDS["kind"][meant] if english.language == "nl" else meant
    english.read_as.append(ReadAs(path, value, word, word if kind_says_no_more(value) else None))
    return meant


def _forms(english: English, value: str, path: KeyPath) -> str | list[str]:
    """Return the forms that a text names, and what else stands between its commas; the text where it names none."""
    known = _CHOICES["form"].get(plain_word(value))
    if known is not None:
        return known
    found: list[str] = [*forms_in(value, asked=True)]
    if not found:
        return value
    left = [part for part in _parts(ticked(value)) if len(part.split()) == 1 and not forms_in(part, asked=True)]
    words = _form_words(english, found)
    if not left and any(plain_word(part) not in _CHOICES["form"] for part in _parts(value)):
        english.read_as.append(ReadAs(path, value, words, words if form_says_no_more(value) else None))
    found += left
    return found[0] if len(found) == 1 else found


def _several(english: English, value: str, shape: Shape, path: KeyPath) -> list[object]:
    """Split "g1, g2" in two; find the profiles and the forms in a sentence."""
    if shape.text == "profile":
        return list(_profiles(english, ticked(value), path))
    if shape.text == "form":
        forms = _forms(english, value, path)
        return list(forms) if isinstance(forms, list) else [forms]
    return [_text(english, name, shape, path) for part in _parts(value) for name in _goal_names(part)]


_CODE_LENGTH = 6
_CHOICES = {
    kind: {word: english for english, dutch in words.items() for word in (english, dutch)}
    for kind, words in WORDS.items()
}
_TRUTH = {"true": True, "false": False} | {
    word: english == "yes" for english, dutch in YES_NO_WORDS.items() for word in (english, dutch)
}


def _profiles(english: English, value: str, path: KeyPath) -> list[str]:
    """Return the codes of the profiles in a text; what names none between its commas stays as it is."""
    if (code := profile_code(value)) is not None:
        return [code]
    codes, left = profiles_in(value, asked=True), without_profile(value)
    if codes and not left and not all(profile_code(part) for part in _parts(value)):
        words, whole = ", ".join(codes), profiles_say_no_more(value, codes)
        english.read_as.append(ReadAs(path, value, words, words if whole else None))
        english.left_over += [] if whole else [value]
    return [*codes, *left]


_SHORT_NAME = re.compile(r"(?:(?:doel|goal) ?)?\w{1,3}", re.IGNORECASE)


def _goal_names(part: str) -> list[str]:
    """Split “d1 en d2”, “1 & 2”, “A/B”: names of goals are short."""
    names = split_names(part)
    return names if all(_SHORT_NAME.fullmatch(name) for name in names) else [part]


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.replace(";", ",").replace(" + ", ",").split(",") if part.strip()]
