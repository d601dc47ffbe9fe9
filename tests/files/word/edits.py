"""What Word, Word online, LibreOffice and Google Docs do to a document, and what people do in them: one function each.

Each takes the body of a document as a tree and changes it; what the plan says stays the same.
"""

import copy
import re
import xml.etree.ElementTree as ET

from word_xml import STRICT_R, STRICT_W, R, W

ET.register_namespace("w", W)
ET.register_namespace("r", R)


def w(name):
    return f"{{{W}}}{name}"


def element(tag, *children, text=None, **attributes):
    made = ET.Element(w(tag), {w(key): value for key, value in attributes.items()})
    made.extend(children)
    made.text = text
    return made


def run(text):
    return element("r", element("t", text=text))


def paragraph(text, style=""):
    properties = [element("pPr", element("pStyle", val=style))] if style else []
    return element("p", *properties, *([run(text)] if text else []))


def parents(body):
    return {child: parent for parent in body.iter() for child in parent}


def replace(body, old, *new):
    parent = parents(body)[old]
    at = list(parent).index(old)
    parent.remove(old)
    for place, one in enumerate(new):
        parent.insert(at + place, one)


def text_of(node):
    return "".join(t.text or "" for t in node.iter(w("t")))


def tables(body):
    return list(body.findall(w("tbl")))


def rows(table):
    return table.findall(w("tr"))


def is_marked(row):
    return row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def answers(body):
    """The tables with a heading row."""
    return [table for table in tables(body) if is_marked(rows(table)[0])]


def wrap_all(body, name, around):
    """Put something around every element of a name."""
    for node in list(body.iter(w(name))):
        parent = parents(body)[node]
        at = list(parent).index(node)
        parent.remove(node)
        parent.insert(at, around(node))


# What programs do


def split_runs(body):
    """Word breaks runs at spelling marks and at every save."""
    for node in list(body.iter(w("r"))):
        texts = node.findall(w("t"))
        if len(texts) != 1 or len(texts[0].text or "") < 4:
            continue
        text = texts[0].text
        pieces = [text[: len(text) // 3], text[len(text) // 3 : len(text) // 2], text[len(text) // 2 :]]
        new = []
        for piece in pieces:
            part = copy.deepcopy(node)
            part.find(w("t")).text = piece
            part.find(w("t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            new += [element("proofErr", type="spellStart"), part]
        replace(body, node, *new)


def controls_around_text(body):
    """Google Docs puts a content control around runs."""
    wrap_all(body, "r", lambda node: element("sdt", element("sdtPr"), element("sdtContent", node)))


def controls_around_rows(body):
    wrap_all(body, "tr", lambda node: element("sdt", element("sdtPr"), element("sdtContent", node)))


def controls_around_tables(body):
    wrap_all(body, "tbl", lambda node: element("sdt", element("sdtPr"), element("sdtContent", node)))


def tracked_insertions(body):
    wrap_all(body, "r", lambda node: element("ins", node, id="1", author="x"))


def tracked_deletions(body):
    for node in body.iter(w("p")):
        node.append(element("del", element("r", element("delText", text="weg hiermee")), id="1", author="x"))


def tracked_rows(body):
    """Rows that were added, and one in each table that was deleted."""
    for table in answers(body):
        for row in rows(table)[1:]:
            row.find(w("trPr")).append(element("ins", id="1", author="x"))
        gone = copy.deepcopy(rows(table)[1])
        gone.find(w("trPr")).append(element("del", id="2", author="x"))
        table.append(gone)


def smart_tags(body):
    wrap_all(body, "r", lambda node: element("smartTag", node, element="place"))


def links(body):
    wrap_all(body, "r", lambda node: element("hyperlink", node, anchor="x"))


def bookmarks(body):
    for node in body.iter(w("p")):
        node.append(element("bookmarkStart", id="1", name="_GoBack"))
        node.append(element("r", element("lastRenderedPageBreak")))
        node.append(element("bookmarkEnd", id="1"))


def no_heading_marks(body):
    """Google Docs forgets which row is the heading."""
    for row in body.iter(w("tr")):
        properties = row.find(w("trPr"))
        for mark in properties.findall(w("tblHeader")) if properties is not None else ():
            properties.remove(mark)


def hard_spaces(body):
    for node in body.iter(w("t")):
        node.text = (node.text or "").replace(" ", "\u00a0", 1).replace("  ", " ")


def spaces_at_ends(body):
    for node in body.iter(w("t")):
        node.text = f"  {node.text or ''} "


def headings_without_style(body):
    """Pasted without styles: headings are bold text."""
    for node in body.iter(w("p")):
        style = node.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and style.get(w("val")) == "Heading1":
            node.remove(node.find(w("pPr")))
            for one in node.iter(w("r")):
                one.insert(0, element("rPr", element("b")))


def no_styles_at_all(body):
    """Pasted as plain text."""
    for node in list(body.iter(w("p"))):
        for properties in node.findall(w("pPr")):
            node.remove(properties)
    for node in list(body.iter(w("r"))):
        for properties in node.findall(w("rPr")):
            node.remove(properties)


def other_heading_level(body):
    for style in body.iter(w("pStyle")):
        if style.get(w("val")) == "Heading1":
            style.set(w("val"), "Heading3")


def a_text_box_around_the_first_answer(body):
    box = next(table for table in tables(body)[1:] if len(rows(table)) == 1)
    inside = element("txbxContent", *box.iter(w("p")))
    replace(body, box, element("p", element("r", element("pict", inside))))


# What people do


def empty_paragraphs(body):
    for node in list(body):
        if node.tag in (w("p"), w("tbl")):
            replace(body, node, paragraph(""), node, paragraph(""))


def more_empty_rows(body):
    for table in answers(body):
        empty = copy.deepcopy(rows(table)[-1])
        for node in list(empty.iter(w("r"))):
            parents(empty)[node].remove(node)
        for _ in range(5):
            table.append(copy.deepcopy(empty))
        table.insert(list(table).index(rows(table)[1]), copy.deepcopy(empty))


def heading_rows_deleted(body):
    for table in answers(body):
        table.remove(rows(table)[0])


def help_deleted(body):
    for node in list(body):
        style = node.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and style.get(w("val")) in {"Help", "Lede", "Eyebrow", "Title", "Between"}:
            body.remove(node)


def columns_turned_round(body):
    for table in answers(body):
        for row in rows(table):
            cells = row.findall(w("tc"))
            for cell in cells:
                row.remove(cell)
            row.extend(reversed(cells))


def a_column_more(body):
    for table in answers(body):
        for number, row in enumerate(rows(table)):
            text = "Opmerking" if number == 0 else ""
            row.append(element("tc", element("tcPr"), paragraph(text)))


def a_title_row_above(body):
    """A row over the whole width above the heading row, as spreadsheets have."""
    for table in answers(body):
        number = len(rows(table)[0].findall(w("tc")))
        cell = element("tc", element("tcPr", element("gridSpan", val=str(number))), paragraph("Overzicht"))
        table.insert(list(table).index(rows(table)[0]), element("tr", cell))


def questions_turned_round(body):
    """The six questions in the opposite order."""
    nodes = list(body)
    starts = [at for at, node in enumerate(nodes) if _is_question(node)]
    ends = [*starts[1:], next(at for at, node in enumerate(nodes) if at > starts[-1] and _is_last(nodes, at))]
    parts = [nodes[start:end] for start, end in zip(starts, ends, strict=True)]
    for part in parts:
        for node in part:
            body.remove(node)
    at = starts[0]
    for part in reversed(parts):
        for node in part:
            body.insert(at, node)
            at += 1


def _is_question(node):
    style = node.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == "Heading1"


def _is_last(nodes, at):
    style = nodes[at].find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == "Between"


def rows_as_points(body):
    """A table that became a list: each row a point, the cells with dashes between them."""
    for table in answers(body):
        points = [
            paragraph(" – ".join(text for text in map(text_of, row.findall(w("tc"))) if text), "ListBullet")
            for row in rows(table)[1:]
            if text_of(row)
        ]
        replace(body, table, *points)


def rows_as_tabs(body):
    """Word's own "convert to text": a tab between the cells."""
    for table in answers(body):
        made = []
        for row in rows(table):
            if not text_of(row):
                continue
            cells = []
            for number, cell in enumerate(row.findall(w("tc"))):
                cells += [*([element("tab")] if number else []), element("t", text=text_of(cell))]
            made.append(element("p", element("r", *cells)))
        replace(body, table, *made)


def facts_as_lines(body):
    """The table on top written out: "School: …"."""
    facts = tables(body)[0]
    lines = []
    for row in rows(facts):
        label, value = row.findall(w("tc"))
        first = label.findall(w("p"))[0]
        lines.append(paragraph(f"{text_of(first)}: {text_of(value)}"))
    replace(body, facts, *lines)


def a_frame_around_tables(body):
    """Each table within a cell of another, as layouts have."""
    for table in answers(body):
        outer = element("tbl", element("tblPr"), element("tr", element("tc", element("tcPr"), table_copy(table))))
        replace(body, table, outer)


def table_copy(table):
    return copy.deepcopy(table)


def a_foreword(body):
    for place, text in enumerate(("Voorwoord", "Wij zijn blij met deze kans.")):
        body.insert(place + 3, paragraph(text))


def capitals(body):
    for node in body:
        if _is_question(node):
            for one in node.iter(w("t")):
                one.text = (one.text or "").upper()


def headings_without_numbers(body):
    for node in body:
        if _is_question(node):
            for one in node.iter(w("t")):
                one.text = re.sub(r"^\d\. ", "", one.text or "")


def title_over_the_forms_own(body):
    """The title typed over the one that the form bears, and not in its cell."""
    cells = rows(tables(body)[0])[0].findall(w("tc"))
    title = next(node for node in body.findall(w("p")) if style_of(node) == "Title")
    set_text(title, text_of(cells[1]))
    set_text(cells[1], "")


def answers_over_the_grey_words(body):
    """Answers typed over the grey words below the labels, and not in the cells beside them."""
    for row in rows(tables(body)[0]):
        label, value = row.findall(w("tc"))
        grey = label.findall(w("p"))
        if len(grey) > 1 and text_of(value):
            set_text(grey[1], text_of(value))
            set_text(value, "")


def total_over_the_grey_figure(body):
    """The total typed over the figure in the grey line, and not in its cell."""
    cell = rows(tables(body)[-1])[-1].findall(w("tc"))[-1]
    line = next(node for node in body.findall(w("p")) if "12500" in text_of(node))
    set_text(line, text_of(line).replace("12500", text_of(cell)))
    set_text(cell, "")


def all_in_capitals_but_the_answers(body):
    """What the form prints in capitals, as a style of Word does it when the text is pasted elsewhere."""
    inside = {id(node) for table in tables(body) for node in table.iter(w("t"))}
    for node in body.iter(w("t")):
        if id(node) not in inside:
            node.text = (node.text or "").upper()


def rows_pasted_into_a_cell(body):
    """A table pasted into the first cell below the headings, as from Excel."""
    for table in answers(body):
        answered = rows(table)[1:]
        inner = element("tbl", element("tblPr"), *(copy.deepcopy(row) for row in answered))
        for row in answered[1:]:
            table.remove(row)
        cells = answered[0].findall(w("tc"))
        for cell in cells:
            set_text(cell, "")
        cells[0].insert(1, inner)


def rows_in_one_row(body):
    """All costs in one row, below each other in its cells."""
    table = answers(body)[-1]
    filled = [row for row in rows(table)[1:] if all(map(text_of, row.findall(w("tc"))))]
    if len(filled) < len([row for row in rows(table)[1:] if text_of(row)]):
        return
    for cells in zip(*(row.findall(w("tc")) for row in filled), strict=True):
        for cell in cells[1:]:
            cells[0].extend(cell.findall(w("p")))
    for row in filled[1:]:
        table.remove(row)


def a_struck_out_row(body):
    """A row that somebody put a line through, and one text of another."""
    for table in answers(body):
        gone = copy.deepcopy(rows(table)[1])
        for node in gone.iter(w("r")):
            node.insert(0, element("rPr", element("strike")))
        table.append(gone)
        first = next(rows(table)[1].iter(w("p")))
        struck = run("oud ")
        struck.insert(0, element("rPr", element("dstrike")))
        first.insert(1 if first.find(w("pPr")) is not None else 0, struck)


def marks_of_notes_behind_amounts(body):
    for row in rows(answers(body)[-1])[1:]:
        amount = row.findall(w("tc"))[1]
        if text_of(amount):
            mark = run("1")
            mark.insert(0, element("rPr", element("vertAlign", val="superscript")))
            amount.findall(w("p"))[0].append(mark)


def boxes_for_cofinancing(body):
    """Boxes to tick, of which all but one stay open."""
    for row in rows(answers(body)[-1])[1:]:
        cell = row.findall(w("tc"))[2]
        if text_of(cell) in {"ja", "nee", "yes", "no"}:
            pair = ("ja", "nee") if text_of(cell) in {"ja", "nee"} else ("yes", "no")
            set_text(cell, " ".join(f"{'☒' if one == text_of(cell) else '☐'} {one}" for one in pair))


def old_drop_downs_for_kinds(body):
    for row in rows(answers(body)[-2])[1:]:
        cell = row.findall(w("tc"))[1]
        if text_of(cell):
            entries = [element("listEntry", val=one) for one in ("–", text_of(cell))]
            choice = element("ffData", element("ddList", element("result", val="1"), *entries))
            begin = element("r", element("fldChar", choice, fldCharType="begin"))
            paragraph_in = cell.findall(w("p"))[0]
            set_text(cell, "")
            paragraph_in.extend([begin, element("r", element("fldChar", fldCharType="end"))])


def style_of(node):
    style = node.find(f"{w('pPr')}/{w('pStyle')}")
    return None if style is None else style.get(w("val"))


def set_text(node, text):
    """Put one text in the place of all that stands in a paragraph or a cell."""
    first, *others = node.iter(w("p")) if node.tag != w("p") else (node,)
    for other in others:
        parents(node)[other].remove(other)
    for one in list(first):
        if one.tag != w("pPr"):
            first.remove(one)
    if text:
        first.append(run(text))


EDITS = [
    split_runs, controls_around_text, controls_around_rows, controls_around_tables, tracked_insertions,
    tracked_deletions, tracked_rows, smart_tags, links, bookmarks, no_heading_marks, hard_spaces, spaces_at_ends,
    headings_without_style, no_styles_at_all, other_heading_level, a_text_box_around_the_first_answer, empty_paragraphs,
    more_empty_rows, heading_rows_deleted, help_deleted, columns_turned_round, a_column_more, a_title_row_above,
    questions_turned_round, rows_as_points, rows_as_tabs, facts_as_lines, a_frame_around_tables, capitals,
    headings_without_numbers, title_over_the_forms_own, answers_over_the_grey_words, total_over_the_grey_figure,
    all_in_capitals_but_the_answers, rows_pasted_into_a_cell, rows_in_one_row, a_struck_out_row,
    marks_of_notes_behind_amounts, boxes_for_cofinancing, old_drop_downs_for_kinds,
]  # fmt: skip


def edited(main, edit):
    """Return the main part of a document after an edit."""
    tree = ET.fromstring(main)
    edit(tree.find(w("body")))
    return ET.tostring(tree)


def strict(parts):
    """The strict dialect of the standard, as Word can save."""
    return {name: part.replace(W.encode(), STRICT_W.encode()).replace(R.encode(), STRICT_R.encode())
            for name, part in parts.items()}  # fmt: skip


def utf_16(parts):
    main = parts["word/document.xml"].decode().partition("?>")[2]
    return {**parts, "word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + main).encode("utf-16")}


def other_prefix(parts):
    main = parts["word/document.xml"].replace(b"w:", b"ns0:").replace(b"xmlns:ns0:", b"xmlns:")
    return {**parts, "word/document.xml": main.replace(b"xmlns:w=", b"xmlns:ns0=")}


def names_of_styles(parts):
    """A Dutch LibreOffice names styles in Dutch; Google Docs numbers them."""
    styles = parts["word/styles.xml"].replace(b'"Heading1"', b'"Kop1"').replace(b'"Help"', b'"Hulp"')
    main = parts["word/document.xml"].replace(b'"Heading1"', b'"Kop1"').replace(b'"Help"', b'"Hulp"')
    return {**parts, "word/styles.xml": styles, "word/document.xml": main}


def no_styles_part(parts):
    return {name: part for name, part in parts.items() if name != "word/styles.xml"}


PACKINGS = [strict, utf_16, other_prefix, names_of_styles, no_styles_part]
