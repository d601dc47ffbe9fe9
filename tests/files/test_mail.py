"""A mail as a file: its text, and what is attached to it under its own name."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from sto_cli.files.mail import BrokenMail, read_mail

PAGE = (
    "<html><head><style>p {color: red}</style></head><body><h2>Doelen</h2><ul><li>Twintig leerlingen<li>Vier docenten"
    "</ul><table><tr><td>Totaal</td><td>&euro; 800</td></tr></table><script>weg()</script></body></html>"
)


def mail(text: str = "Beste,\n\nBijgaand ons plan.\n", page: str = "", **attached: bytes) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Plan"
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    for name, content in attached.items():
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return made.as_bytes()


def test_text_and_attachments_are_apart():
    read = read_mail(mail(plan_docx=b"PK", begroting_pdf=b"%PDF"))
    assert read.text.strip() == "Beste,\n\nBijgaand ons plan."
    assert read.attached == (("plan.docx", b"PK"), ("begroting.pdf", b"%PDF"))


def test_the_text_counts_where_the_same_is_there_as_a_page():
    assert read_mail(mail("Doelen\n", PAGE)).text.strip() == "Doelen"


def test_a_page_alone_is_read_line_by_line():
    made = EmailMessage()
    made["Subject"] = "Plan"
    made.set_content(PAGE, subtype="html")
    lines = [line for line in read_mail(made.as_bytes()).text.split("\n") if line]
    assert lines == ["Doelen", "- Twintig leerlingen", "- Vier docenten", "Totaal\t€ 800"]


def test_what_is_forwarded_is_read_too():
    made = EmailMessage()
    made["Subject"] = "Fwd: plan"
    made.set_content("Zie hieronder.")
    inside = EmailMessage()
    inside["Subject"] = "plan"
    inside.set_content("Doelen")
    inside.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="plan.docx")
    made.add_attachment(inside)
    read = read_mail(made.as_bytes())
    assert read.text.split() == ["Zie", "hieronder.", "Doelen"]
    assert [name for name, _ in read.attached] == ["plan.docx"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/plan.docx", "plan.docx"),
        (r"C:\Users\x\plan.docx", "plan.docx"),
        ("=?utf-8?q?plan_caf=C3=A9.docx?=", "plan café.docx"),
        ("plan\x1b[31m.docx", "[31m.docx"),
    ],
)
def test_a_name_leads_nowhere_else(written, name):
    made = mail(plan_docx=b"PK").replace(b'filename="plan.docx"', f'filename="{written}"'.encode())
    assert [one for one, _ in read_mail(made).attached] == [name]


def test_two_of_one_name_are_told_apart():
    made = mail(plan_docx=b"een", plam_docx=b"twee").replace(b"plam", b"plan")
    assert [name for name, _ in read_mail(made).attached] == ["plan.docx", "plan-2.docx"]


BROKEN = {
    "nothing": b"",
    "no head": b"\n\nDoelen\n",
    "a thousand parts": b"Content-Type: multipart/mixed; boundary=a\n\n"
    + b"--a\nContent-Type: text/plain\n\nx\n" * 1000,
    "within each other": b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (at, at) for at in range(3000)
    ),
    "a million lines": b"Subject: x\n\n" + b"\n" * 1_000_000,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_mail_is_refused(content):
    with pytest.raises(BrokenMail):
        read_mail(content)
