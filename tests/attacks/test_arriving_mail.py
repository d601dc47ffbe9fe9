"""What arrives in the mail from a stranger (.eml, .pdf, .odt) costs at most 2 s and 300 MB, and writes nowhere else."""

from __future__ import annotations

import base64
import random
import zlib

import pytest
from test_open_text import odt
from test_pdf import pdf, text

CHOICE = random.Random(3)


def letters(number: int) -> bytes:
    return bytes(CHOICE.choices(b"abcdefghijklmnop ", k=number))


HEAD = b"Subject: plan\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"


def attached(name: bytes, content: bytes) -> bytes:
    head = b'--a\nContent-Type: application/octet-stream; name="%s"\n' % name
    disposition = b'Content-Disposition: attachment; filename="%s"\nContent-Transfer-Encoding: base64\n\n' % name
    return head + disposition + base64.encodebytes(content)


SENT = {
    "texts.pdf": lambda: pdf(
        "", packed=zlib.compress(b"".join(text(5, at % 800, "a").encode() for at in range(60_000)))
    ),
    "rules.pdf": lambda: pdf(
        "", packed=zlib.compress(b"".join(b"%d 9 m %d 99 l S\n" % (at, at) for at in range(30_000)))
    ),
    "bomb.pdf": lambda: pdf("", packed=zlib.compress(b" " * 400_000_000)),
    "numbers.pdf": lambda: pdf("", packed=zlib.compress(b"[" * 3_000_000)),
    "itself.pdf": lambda: pdf("/X1 Do " * 50, "/X1 4 0 R"),
    "words.pdf": lambda: pdf(
        text(50, 700, "Doelen") + "".join(text(50, 690 - at / 50, letters(60).decode()) for at in range(19_000))
    ),
    "pages.pdf": lambda: pdf(text(50, 700, "Doelen"), pages=20_000),
    "rows.odt": lambda: odt(
        "<table:table>" + "<table:table-row><table:table-cell/></table:table-row>" * 15_000 + "</table:table>"
    ),
    "letters.odt": lambda: odt(f"<text:h>Doelen</text:h><text:p>{letters(1_900_000).decode()}</text:p>"),
    "parts.eml": lambda: HEAD + b"--a\nContent-Type: text/plain\n\nDoelen\n" * 40_000,
    "head.eml": lambda: b"Subject: " + letters(20_000_000) + b"\n\nDoelen\n",
    "heads.eml": lambda: b"".join(b"X-%d: %s\n" % (at, letters(30)) for at in range(200_000)) + b"\nDoelen\n",
    "tags.eml": lambda: b"Subject: x\nContent-Type: text/html\n\n" + b"<style <table <" * 100_000,
    "large.eml": lambda: HEAD + attached(b"plan.docx", bytes(19_900_000)),
    "odd-names.eml": lambda: (
        HEAD + attached(b"../../../tmp/plan.docx", b"PK\3\4") + attached(b"/etc/plan.yaml", b"doelen: x")
    ),
    "encoded.eml": lambda: HEAD + attached(b"=?utf-8?b?" + b"=?utf-8?q?" * 20_000 + b"?=.docx", b"x"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SENT)
def test_it_is_judged_in_time_and_writes_beside_itself_only(bounded, tmp_path, name):
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / name).write_bytes(SENT[name]())
    run = bounded("validate", folder / name, "--comments", "--with-tips", seconds=4)
    assert run.code in {0, 1, 2}
    assert "not-judged" not in run.out
    assert [one.name for one in tmp_path.iterdir()] == ["post"]


def test_nothing_in_a_mail_is_mended(bounded, tmp_path):
    (tmp_path / "plan.yaml").write_text("titel: Lab\n", "utf-8")
    (tmp_path / "post.eml").write_bytes(
        HEAD + attached(b"plan.yaml", b"doelen: 5\nmijlpalen: 1-2-27\nsamenwerkign: x\n")
    )
    run = bounded("validate", tmp_path / "post.eml", "--fix")
    assert run.code == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["plan.yaml", "post.eml"]
    assert (tmp_path / "plan.yaml").read_text("utf-8") == "titel: Lab\n"
