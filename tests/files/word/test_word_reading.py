"""What a reader sees in a Word document is read; what a reader does not see is not."""

import pytest
from word_xml import STYLES, document, p, r, t, tbl, tc, tr

from sto_cli.files.word.blocks import WordParagraph, WordTable, paragraphs
from sto_cli.files.word.reading import read_word


def texts(body, **more):
    return [one.text for one in paragraphs(read_word(document(body, **more)).blocks)]


def rows(body):
    [table] = [block for block in read_word(document(body)).blocks if isinstance(block, WordTable)]
    return [[cell.text if cell is not None else None for cell in row] for row in table.rows]


SEEN = {
    "a plain paragraph": (p("Twaalf leerlingen"), ["Twaalf leerlingen"]),
    "runs that are split": (p("Twa", r("alf", "<w:b/>"), " leer", "lingen"), ["Twaalf leerlingen"]),
    "a tracked insertion": (p("Twaalf", f"<w:ins>{r(' leerlingen')}</w:ins>"), ["Twaalf leerlingen"]),
    "a tracked deletion": (p("Twaalf", "<w:del><w:r><w:delText>dertien</w:delText></w:r></w:del>"), ["Twaalf"]),
    "a tracked move": (
        p(f"<w:moveFrom>{r('weg')}</w:moveFrom>") + p(f"<w:moveTo>{r('hier')}</w:moveTo>"),
        ["hier"],
    ),
    "an end of a paragraph that was deleted": (
        p("Twaalf ", properties="<w:rPr><w:del/></w:rPr>") + p("leerlingen"),
        ["Twaalf leerlingen"],
    ),
    "the last end of a paragraph that was deleted": (p("Twaalf", properties="<w:rPr><w:del/></w:rPr>"), ["Twaalf"]),
    "a content control around text": (
        p("Wij ", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('doen mee')}</w:sdtContent></w:sdt>"),
        ["Wij doen mee"],
    ),
    "a content control around paragraphs": (
        f"<w:sdt><w:sdtContent>{p('een')}{p('twee')}</w:sdtContent></w:sdt>",
        ["een", "twee"],
    ),
    "the prompt of a content control": (
        p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
          f"{r('Klik om tekst in te voeren.')}</w:sdtContent></w:sdt>"),
        [],
    ),
    "the prompt that Word gives by itself, where the control is gone": (
        p("Klik of tik om tekst in te voeren.") + p("Wij klikken"),
        ["Wij klikken"],
    ),
    "a smart tag": (p("in ", f"<w:smartTag>{r('Enschede')}</w:smartTag>"), ["in Enschede"]),
    "a hyperlink": (p("zie ", f"<w:hyperlink>{r('de site')}</w:hyperlink>"), ["zie de site"]),
    "a field": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>',
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "1 mei", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ["1 mei"],
    ),
    "a field that never ends": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "een") + p("twee"),
        ["een", "twee"],
    ),
    "a box that is ticked": (
        p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
          "</w:r>", "keuzevak"),
        ["☒ keuzevak"],
    ),
    "a sign of Wingdings": (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " keuzevak"), ["☒ keuzevak"]),
    "a table of contents": (p("Doelen 3", style="Inhopg1") + p("Doelen", style="Kop1"), ["Doelen"]),
    "a text box, which is there twice": (
        p("buiten", "<w:r><mc:AlternateContent><mc:Choice><w:drawing><x><w:txbxContent>"
          f"{p('binnen')}</w:txbxContent></x></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
          f"{p('binnen')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
        ["buiten", "binnen"],
    ),
    "an old text box": (
        p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p('binnen')}</w:txbxContent></v:textbox></w:pict></w:r>"),
        ["binnen"],
    ),
    "hidden text": (p("Dit ", r("niet", "<w:vanish/>"), "wel"), ["Dit wel"]),
    "struck-out text": (p("Dit ", r("niet", "<w:strike/>"), r("nooit", "<w:dstrike/>"), "wel"), ["Dit wel"]),
    "text of a style that strikes out": (p(r("niet", '<w:rStyle w:val="Weg"/>'), "wel"), ["wel"]),
    "text that is no longer struck out": (p(r("wel", '<w:strike w:val="0"/>')), ["wel"]),
    "the mark of a note behind a figure": (p("3990", r("1", '<w:vertAlign w:val="superscript"/>')), ["3990"]),
    "raised cents": (p("€ 1.200", r("50", '<w:vertAlign w:val="superscript"/>')), ["€ 1.200,50"]),
    "a raised figure behind a letter": (p("24 m", r("2", '<w:vertAlign w:val="superscript"/>')), ["24 m²"]),
    "raised letters": (p("1", r("e", '<w:vertAlign w:val="superscript"/>'), " week"), ["1e week"]),
    "an old drop-down": (
        p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="po"/>'
          '<w:listEntry w:val="mbo"/></w:ddList></w:ffData></w:fldChar></w:r>',
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ["mbo"],
    ),
    "an old drop-down of which the choice stands there as text": (
        p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="po"/>'
          '<w:listEntry w:val="mbo"/></w:ddList></w:ffData></w:fldChar></w:r>', "mbo",
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ["mbo"],
    ),
    "a table of contents that shows no end": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>',
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "Doelen", "<w:r><w:tab/></w:r>", "2")
        + p("Middelen", "<w:r><w:tab/></w:r>", "3") + p("Doelen") + p("Wij willen meer techniek."),
        ["Doelen", "Wij willen meer techniek."],
    ),
    "a formula": (p("De som: ", "<m:oMath><m:r><m:t>3 + 4</m:t></m:r></m:oMath>"), ["De som: 3 + 4"]),
    "tabs and line breaks": (p(f"<w:r>{t('een')}<w:tab/>{t('twee')}<w:br/>{t('drie')}</w:r>"), ["een\ttwee\ndrie"]),
    "spaces between runs": (p("een ", " twee"), ["een twee"]),
    "empty paragraphs": ("<w:p/><w:p></w:p>" + p("een") + p("  "), ["een"]),
    "a text with its pronunciation": (
        p(f"<w:r><w:ruby><w:rt>{r('boven')}</w:rt><w:rubyBase>{r('onder')}</w:rubyBase></w:ruby></w:r>"),
        ["onder"],
    ),
    "a custom element": (f"<w:customXml>{p('een')}</w:customXml>", ["een"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SEEN.values(), ids=SEEN)
def test_text_is_read_as_a_reader_sees_it(body, expected):
    assert texts(body) == expected


@pytest.mark.parametrize(("body", "expected"), SEEN.values(), ids=SEEN)
def test_the_strict_dialect_reads_the_same(body, expected):
    assert texts(body, strict=True) == expected


def one(body, **more):
    [paragraph] = paragraphs(read_word(document(body, **more)).blocks)
    return paragraph


@pytest.mark.parametrize(
    ("body", "level"),
    [
        (p("Plan", style="Titel"), 0),
        (p("Doelen", style="Kop1"), 1),
        (p("Doelen", style="Eigen"), 1),
        (p("Doelen", style="Omlijnd"), 2),
        (p("Doelen", properties='<w:outlineLvl w:val="2"/>'), 3),
        (p("Doelen", properties='<w:outlineLvl w:val="9"/>'), None),
        (p("Doelen", style="Onbekend"), None),
        (p("Doelen"), None),
    ],
    ids=["title", "heading", "based on a heading", "outlined style", "outlined", "body text", "no such style", "plain"],
)
def test_a_heading_is_known_by_its_style_or_outline(body, level):
    assert one(body).level == level


@pytest.mark.parametrize(
    ("body", "strong"),
    [
        (p(r("Doelen", "<w:b/>")), True),
        (p(r("Doelen", '<w:rStyle w:val="Zwaar"/>')), True),
        (p(r("Doelen", '<w:u w:val="single"/>')), True),
        (p(r("Doelen", '<w:sz w:val="32"/>')), True),
        (p(r("Doelen", '<w:b w:val="0"/>'), style="Kop1"), False),
        (p(r("Doelen", '<w:u w:val="none"/>')), False),
        (p(r("Doelen", "<w:b/>"), r(" "), r("en", "<w:b/>")), True),
        (p(r("Doelen", "<w:b/>"), " zijn er"), False),
    ],
    ids=["bold", "by a style", "underlined", "large", "not bold", "not underlined", "a plain space", "partly"],
)
def test_a_text_is_strong_when_all_of_it_is(body, strong):
    assert one(body).strong is strong


NUMBERED = (
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="8"/></w:num>'
)


def test_points_bear_the_numbers_that_are_seen(monkeypatch):
    monkeypatch.setattr("word_xml.NUMBERING", NUMBERED)
    points = "".join(
        p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="9"/></w:numPr>')
        for text, depth in (("een", 0), ("twee", 0), ("diep", 1), ("dieper", 1), ("drie", 0), ("weer diep", 1))
    )
    markers = [one.marker for one in paragraphs(read_word(document(points)).blocks)]
    assert markers == ["a)", "b)", "b.1", "b.2", "c)", "c.1"]


def test_the_lines_of_the_pages_stand_apart():
    read = read_word(document(p("een"), header=p("Canisius, Tubbergen")))
    assert [one.text for one in read.margins] == ["Canisius, Tubbergen"]
    assert [one.text for one in paragraphs(read.blocks)] == ["een"]


def test_points_of_lists_are_known():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    body = p("een", style="Punt") + p("twee", properties=numbered) + p("drie")
    assert [one.marker for one in paragraphs(read_word(document(body)).blocks)] == ["•", "1.", ""]


def test_styles_that_are_based_on_each_other_are_no_trouble():
    styles = STYLES + "".join(
        f'<w:style w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>' for a, b in ("xy", "yx")
    )
    assert one(p("een", style="x"), styles=styles).level is None


class TestTables:
    def test_a_cell_over_several_rows_stands_in_each(self):
        start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        body = tbl(tr(tc("d1", properties=start), "een"), tr(tc(properties=on), "twee"))
        assert rows(body) == [["d1", "een"], ["d1", "twee"]]

    def test_a_cell_over_several_columns_stands_in_the_first(self):
        body = tbl(tr(tc("samen", properties='<w:gridSpan w:val="2"/>'), "c"), tr("a", "b", "c"))
        assert rows(body) == [["samen", None, "c"], ["a", "b", "c"]]

    def test_columns_that_are_left_out_keep_their_room(self):
        assert rows(tbl(tr("a", "b"), tr("b", properties='<w:gridBefore w:val="1"/>'))) == [["a", "b"], [None, "b"]]

    def test_paragraphs_of_a_cell_are_lines(self):
        assert rows(tbl(tr(tc(p("een"), p("twee", style="Punt"))))) == [["een\n• twee"]]

    def test_a_row_that_was_deleted_is_gone(self):
        assert rows(tbl(tr("a"), tr("b", properties="<w:del/>"))) == [["a"]]

    def test_rows_and_cells_in_content_controls_count(self):
        def control(inside):
            return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

        assert rows(tbl(control(tr(control(tc("a")))))) == [["a"]]

    @pytest.mark.parametrize("kind", ["cell", "row"])
    def test_prompts_of_controls_around_rows_and_cells_leave_them_empty(self, kind):
        def prompt(inside):
            return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

        row = tr("Post", prompt(tc("€ 6.000"))) if kind == "cell" else prompt(tr(tc("Printers"), tc("€ 6.000")))
        expected = ["Post", ""] if kind == "cell" else ["", ""]
        assert rows(tbl(tr("Post", "Bedrag"), row)) == [["Post", "Bedrag"], expected]

    def test_a_heading_row_is_known(self):
        body = tbl(tr("Doel", properties="<w:tblHeader/>"), tr("a"), tr("b", properties="<w:tblHeader/>"))
        assert read_word(document(body)).blocks[0].marked == 1

    def test_a_table_in_a_cell_stays_there(self):
        [outer] = read_word(document(tbl(tr(tc(p("buiten"), tbl(tr("binnen"))))))).blocks
        assert [type(block) for block in outer.rows[0][0].blocks] == [WordParagraph, WordTable]

    def test_an_empty_cell_knows_where_a_remark_can_go(self):
        body = tbl(tr("a", ""))
        read = read_word(document(body))
        anchor = read.blocks[0].rows[0][1].anchor
        assert read.source[anchor.start :].startswith(b"<w:p/>")


def test_a_note_stands_behind_its_paragraph_and_behind_all_when_it_hangs_on_a_cell():
    mark = '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    notes = "".join(f'<w:footnote w:id="{number}">{p(f"noot {number}")}</w:footnote>' for number in (1, 2))
    body = mark.format("een", 2) + p("twee") + tbl(tr(tc(mark.format("€ 5", 1))))
    read = read_word(document(body, footnotes=notes))
    assert [block.text for block in read.blocks[:3]] == ["een", "noot 2", "twee"]
    assert read.blocks[3].rows[0][0].text == "€ 5"
    assert [note.text for note in read.notes] == ["noot 1"]


def test_notes_stand_apart():
    read = read_word(
        document(
            p("een"),
            footnotes=f'<w:footnote w:type="separator">{p("x")}</w:footnote><w:footnote>{p("noot")}</w:footnote>',
        )
    )
    assert [note.text for note in read.notes] == ["noot"]


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("<w:drawing><pic:pic/></w:drawing>", "picture"),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", "picture"),
        ("<w:drawing><dgm:relIds/></w:drawing>", "diagram"),
        ("<w:drawing><c:chart/></w:drawing>", "chart"),
        ("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>", "document"),
    ],
)
def test_what_is_no_text_is_known_to_be_there(inside, kind):
    blocks = read_word(document(p("voor", f"<w:r>{inside}</w:r>") + p("na"))).blocks
    assert [getattr(one, "text", None) or one.kind for one in blocks] == ["voor", kind, "na"]


def test_a_file_within_the_document_is_known_to_be_there():
    assert [one.kind for one in read_word(document('<w:altChunk r:id="rId9"/>')).blocks] == ["document"]


def test_an_anchor_is_where_its_paragraph_stands():
    read = read_word(document(p("één/>", style="Kop1") + p("twee")))
    anchors = [one.anchor for one in paragraphs(read.blocks)]
    assert [read.source[a.start :][:4] for a in anchors] == [b"<w:p", b"<w:p"]
    assert [read.source[a.end :][:6] for a in anchors] == [b"</w:p>", b"</w:p>"]
    assert read.source[anchors[0].properties :].startswith(b"</w:pPr>")
    assert anchors[1].properties == -1
