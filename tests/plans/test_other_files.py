"""Files in which people hand in plans that are no text and no Word document: each says how it becomes one."""

from __future__ import annotations

import pytest

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.judging import judge_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HANDED_IN = {
    "plan.pdf": (b"%PDF-1.7\n" + bytes(2_000_000), "PDF", ".docx"),
    "plan.doc": (OLE + "WordDocument".encode("utf-16-le"), ".doc", ".docx"),
    "plan.msg": (OLE + "__nameid_version1.0".encode("utf-16-le"), "Outlook", "plan"),
    "plan.rtf": (rb"{\rtf1\ansi Doelen:}", "RTF", ".docx"),
    "plan.html": (b"<!doctype html><h1>Doelen</h1>", "", ".docx"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(3_000_000), "", "sto plan new"),
    "foto.heic": (b"\0\0\0\x18ftypheic" + bytes(500), "", "sto plan new"),
    "plan.gz": (b"\x1f\x8b\x08", "", "plan"),
    "plan.bin": (b"\x01\0\0\0\xff\xfe\xfd", "", ".docx"),
}


@pytest.mark.parametrize("name", HANDED_IN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_another_kind_says_what_it_is_and_the_way_out(name, language):
    content, kind, way_out = HANDED_IN[name]
    [finding] = judge_text(content, name).findings
    translator = Translator(language)
    assert finding.rule == "not-a-plan"
    assert kind in translator.say(finding.message)
    assert way_out in translator.say(finding.hint)
