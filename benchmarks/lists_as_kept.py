"""Lists as coordinators keep them: `python benchmarks/lists_as_kept.py`.

Five lists, made up before the matching was tuned on anything like them: a title and two rows of headings, boards in
merged cells, several sheets, codes that are wrong, levels and streets beside the name, and rows that are no school.
Each row carries its code; "" where no school of the register is meant, "?" where a person could not tell.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sto_cli.files.tables import read_sheet
from sto_cli.lists.columns import find_table, has_names
from sto_cli.lists.list_rows import link_list
from sto_cli.lists.matching import Linker
from sto_cli.register.load import load_register
from sto_cli.search.find import Matcher

FIRST = 5


class Sheet(NamedTuple):
    """One sheet: rows that head it, then rows with their label first; `merged` are blocks of rows in a column."""

    name: str
    heading: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int], ...] = ()


TWENTE = Sheet(
    "Deelnemers",
    (
        ("Overzicht deelnemende scholen Sterk Techniekonderwijs Twente",),
        ("stand september 2025",),
        (),
        ("Bestuur", "School", "", "Deelname", "", "Contact"),
        ("", "naam", "plaats", "24/25", "25/26", ""),
    ),
    (
        ("20CS07", "OSG Hengelo", "Montessori College Twente", "Hengelo", "ja", "ja", ""),
        ("?", "", "C.T. Storkcollege", "Hengelo", "ja", "ja", ""),
        ("19HG06", "Carmel Hengelo", "Avila College", "Hengelo", "nee", "ja", ""),
        ("", "", "Lyceum de Grundel", "Hengelo", "nee", "nee", ""),
        ("05AV00", "Carmel", "Twents Carmel College, Potskampstraat", "Oldenzaal", "ja", "ja", ""),
        ("05AV03", "", "Twents Carmel College", "Losser", "ja", "ja", ""),
        ("16VI01", "", "Canisius", "Tubbergen", "ja", "ja", ""),
        ("16VI00", "", "Canisius", "Almelo", "ja", "ja", ""),
        ("02DO01", "CVO Noord-West Twente", "Het Noordik vmbo", "Almelo", "ja", "ja", ""),
        ("02DO02", "", "Het Noordik", "Vriezenveen", "ja", "ja", ""),
        ("02DO03", "", "Het Noordik", "Vroomshoop", "ja", "ja", ""),
        ("02XJ00", "", "Reggesteyn", "Nijverdal", "ja", "ja", ""),
        ("02XJ02", "", "Reggesteyn", "Rijssen", "ja", "ja", ""),
        ("19FF04", "Waerdenborch", "De Waerdenborch", "Goor", "", "ja", ""),
        ("19FF00", "", "De Waerdenborch", "Holten", "", "ja", ""),
        ("", "", "Het Assink lyceum", "Haaksbergen", "ja", "ja", ""),
        ("31JC04", "Zone", "Zone.college", "Enschede", "ja", "ja", ""),
        ("31JC01", "", "Zone.college", "Almelo", "ja", "ja", ""),
        ("", "mbo", "ROC van Twente", "Hengelo", "ja", "ja", ""),
        ("", "bedrijf", "Wavin", "Hardenberg", "ja", "ja", ""),
        ("", "", "Totaal", "", "17", "19", ""),
    ),
    ((0, 1, 0), (4, 7, 0), (8, 12, 0), (13, 14, 0), (16, 17, 0)),
)

READ_ME = Sheet("Leesmij", (("Deze lijst wordt bijgehouden door het programmabureau.",), ("Vragen? Bel ons.",)), ())

ZWOLLE = Sheet(
    "Scholen 2025-2026",
    (("BRIN", "vest", "Naam school", "locatie", "Adres", "Plaats", "niveau", "contactpersoon"),),
    (
        ("01AA59", "01AA", "59", "Landstede", "Jena XL", "Koningin Wilhelminastraat 93", "Zwolle", "vmbo", ""),
        ("01AA57", "01AA", "57", "Thomas a Kempis", "", "", "Zwolle", "mavo", ""),
        ("02VT02", "02VT", "02", "Agnieten", "Talentstad", "Blaloweg 1", "Zwolle", "vmbo bk", ""),
        ("02VT05", "02VT", "2", "Agnieten", "Meander College", "Dobbe 37", "Zwolle", "vmbo-t/havo/vwo", ""),
        ("02VT00", "02VT", "00", "Carolus Clusius College", "", "", "Zwolle", "mavo havo", ""),
        ("02VT01", "02VT", "", "Agnieten College", "Zwartsluis", "", "Zwartsluis", "vmbo", ""),
        ("02VT06", "", "", "Agnieten College", "locatie Wezep", "", "Wezep", "", ""),
        ("02VT04", "", "", "Agnieten College", "Nieuwleusen", "", "Nieuwleusen", "", ""),
        ("17VS00", "17VS", "00", "Greijdanus", "", "Campus 5", "Zwolle", "", ""),
        ("17VS03", "", "", "Greijdanus", "", "", "Hardenberg", "", ""),
        ("17VS04", "", "", "Greijdanus", "", "", "Meppel", "", ""),
        ("17BZ00", "17BZ", "00", "Van der Capellen", "", "Lassuslaan", "Zwolle", "", ""),
        ("17BZ02", "17BZ", "", "Van der Capellen", "Capellenborg", "", "Wijhe", "", ""),
        ("17BZ04", "", "", "Van der Capellen", "Zeven Linden College", "", "Dedemsvaart", "", ""),
        ("02UX06", "", "", "Vechtdal College", "", "", "Ommen", "", ""),
        ("02UX00", "", "", "Vechtdal College", "", "Burg. Schuitestraat 3", "Hardenberg", "", ""),
        ("", "", "", "Deltion College", "", "Mozartlaan", "Zwolle", "mbo", ""),
        ("", "", "", "Gymnasium Celeanum", "", "", "Zwolle", "vwo", ""),
        ("20DB03", "", "", "Thorbecke", "", "Russenweg", "Zwolle", "vmbo", ""),
        ("31JC06", "", "", "Zone college", "", "", "Zwolle", "groen", ""),
        ("18XX00", "18XX", "00", "Berechja", "", "", "Urk", "", ""),
        ("", "", "", "Praktijkschool de Boog", "", "", "Zwolle", "pro", ""),
    ),
)

FRIESLAND = Sheet(
    "Blad1",
    (("School en locatie", "bestuur", "doet mee", "opm."),),
    (
        ("20DL04", "Piter Jelles De Dyk, Leeuwarden", "Piter Jelles", "x", ""),
        ("20DL03", "Piter Jelles YnSicht Leeuwarden", "Piter Jelles", "x", ""),
        ("20DL01", "Piter Jelles !mpulse Kollum", "Piter Jelles", "x", ""),
        ("20DL12", "Dalton Dokkum", "Piter Jelles", "", ""),
        ("25GV34", "Nordwin Leeuwarden", "Aeres", "x", "heet nu Aeres"),
        ("25GV31", "Aeres Sneek", "Aeres", "x", ""),
        ("25GV30", "Aeres Buitenpost", "Aeres", "x", ""),
        ("02UV04", "Gomarus Leeuwarden", "GSG", "", ""),
        ("16FP00", "RSG Magister Alvinus Sneek", "", "x", ""),
        ("25CR10", "Bogerman Balk", "CVO ZWF", "x", ""),
        ("25CR07", "Bogerman - Koudum", "CVO ZWF", "x", ""),
        ("?", "Bogerman Sneek", "CVO ZWF", "x", ""),
        ("14FW05", "OSG Sevenwolden (Grou)", "Sevenwolden", "x", ""),
        ("14FW04", "OSG Sevenwolden, Joure", "Sevenwolden", "x", ""),
        ("25CV03", "Bornego College Joure", "Ambion", "x", ""),
        ("01WM00", "Burgemeester Harmsmaschool Gorredijk", "", "x", ""),
        ("15VQ00", "Stellingwerf College Oosterwolde", "", "x", ""),
        ("19LO00", "Linde College - Wolvega", "", "x", ""),
        ("25PW58", "Terra Wolvega", "", "x", ""),
        ("25CM07", "CSG Liudger Burgum", "", "x", ""),
        ("04YE01", "Singelland Burgum", "", "x", ""),
        ("04YE02", "Singelland - Surhuisterveen", "", "x", ""),
        ("14DC00", "Simon Vestdijk Harlingen", "", "x", ""),
        ("14DC02", "Simon Vestdijk, locatie Franeker", "", "x", ""),
        ("01KL09", "Maritieme Academie Harlingen", "", "", ""),
        ("19ET00", "'t Schylger Jouw Terschelling", "", "x", ""),
        ("", "ROC Friese Poort Drachten", "mbo", "x", ""),
        ("", "Firda Leeuwarden", "mbo", "x", ""),
        ("", "gemeente Leeuwarden", "", "", ""),
        ("", "Gymnasium Beyers Naudé Leeuwarden", "Piter Jelles", "", ""),
    ),
)

RIJNMOND = Sheet(
    "Regio Rijnmond",
    (
        ("STO RIJNMOND - scholenoverzicht",),
        ("Nr.", "Vestiging", "Straat", "Postcode", "Plaats", "Code DUO", "Vmbo-profielen", "Leerlingen"),
    ),
    (
        ("00PG02", "1", "De Swaef", "Carnissesingel 20", "3083 JA", "Rotterdam", "", "PIE, Z&W", "410"),
        ("00PG03", "2", "Revius", "Pres. Rooseveltweg", "", "Rotterdam", "", "", ""),
        ("02VG08", "3", "Unie Noord - RDC", "Beukelsdijk 145", "", "Rotterdam", "02VG08", "MVI", ""),
        ("02VG25", "4", "Vak College Hillegersberg", "Argonautenweg 13", "", "Rotterdam", "02VG", "", ""),
        ("02VG11", "5", "Horeca Vakschool Rotterdam", "Noordsingel", "", "Rotterdam", "02VG04", "HBR", ""),
        ("18CH09", "6", "Melanchthon Kralingen", "", "", "Rotterdam", "", "", ""),
        ("18CH02", "7", "Melanchthon Wilgenplaslaan", "", "", "Rotterdam", "", "", ""),
        ("15HX02", "8", "Thorbecke VO (vmbo)", "Tattistraat 13", "", "Rotterdam", "", "", ""),
        ("23JA01", "9", "Grafisch Lyceum (vmbo)", "", "", "Rotterdam", "", "MVI", ""),
        ("20FR04", "10", "Penta Hoogvliet", "", "", "Hoogvliet", "", "", ""),
        ("20FR07", "11", "Penta Rozenburg", "", "", "Rozenburg", "", "", ""),
        ("31CH01", "12", "Penta de Oude Maas", "", "", "Spijkenisse", "", "", ""),
        ("23AP00", "13", "MY College", "", "", "Spijkenisse", "", "", ""),
        ("20AM00", "14", "Farelcollege", "", "", "Ridderkerk", "", "", ""),
        ("20BH00", "15", "EYE college", "", "", "Capelle a/d IJssel", "", "", ""),
        ("19GY00", "16", "Comenius College", "", "", "Capelle a/d IJssel", "", "", ""),
        ("18TR11", "17", "OZHW Focus Beroepsacademie", "Dierensteinweg 4", "", "Barendrecht", "18TR11", "", ""),
        ("", "18", "Techniek College Rotterdam", "", "", "Rotterdam", "", "mbo", ""),
        ("", "19", "RDM Campus", "", "", "Rotterdam", "", "", ""),
        ("", "20", "Emmauscollege", "", "", "Rotterdam", "", "", ""),
        ("", "", "totaal aantal leerlingen", "", "", "", "", "", "410"),
    ),
)

LIMBURG = Sheet(
    "scholen",
    (("Instelling", "Vestiging/onderdeel", "Gemeente", "Soort", "Techniek (J/N)"),),
    (
        ("05FJ01", "Emma College", "Broekland", "Heerlen", "vmbo", "J"),
        ("05FJ00", "Emma College", "De Weggebekker", "Heerlen", "vmbo", "J"),
        ("16VM07", "Herlecollege", "Schandelermolenweg", "Heerlen", "vmbo", "N"),
        ("02DF00", "Grotius College", "", "Heerlen", "havo/vwo/mavo", "N"),
        ("17JB02", "Charlemagne College", "Kerkrade", "Kerkrade", "vmbo", "J"),
        ("17JB01", "Charlemagne College", "Graafstraat", "Landgraaf", "vmbo", "J"),
        ("18DO00", "Compass", "", "Brunssum", "mavo/havo/vwo", "N"),
        ("19PV00", "Graaf Huyn College", "", "Sittard-Geleen", "vmbo", "J"),
        ("02IB07", "DaCapo", "Milaanstraat", "Sittard-Geleen", "vmbo", "J"),
        ("02IB00", "DaCapo", "Havikstraat", "Sittard-Geleen", "vmbo", "J"),
        ("", "Trevianum", "", "Sittard-Geleen", "havo/vwo", "N"),
        ("20KA00", "Groenewald", "", "Stein", "", "N"),
        ("01GL00", "Sophianum", "", "Gulpen-Wittem", "", "J"),
        ("20IS00", "Stella Maris", "Meerssen", "Meerssen", "vmbo-t/havo/vwo", "N"),
        ("27VG01", "Porta Mosana", "", "Maastricht", "", "N"),
        ("27ZJ02", "Bonnefanten", "Nijverheidsweg", "Maastricht", "vmbo", "J"),
        ("27ZH00", "Sint Maartens", "Bemelerweg", "Maastricht", "", ""),
        ("01OE59", "Yuverta (v/h Citaverde)", "", "Heerlen", "groen", "J"),
        ("", "VISTA college", "", "Heerlen", "mbo", ""),
        ("", "Zuyd Hogeschool", "", "Heerlen", "hbo", ""),
        ("", "Bernardinuscollege", "", "Heerlen", "havo/vwo", ""),
    ),
)

LISTS: dict[str, tuple[Sheet, ...]] = {
    "twente: title, two rows of headings, boards merged": (TWENTE,),
    "zwolle: several sheets, codes in parts, levels": (READ_ME, ZWOLLE),
    "friesland: name, location and place in one": (FRIESLAND,),
    "rijnmond: title, streets, wrong codes": (RIJNMOND,),
    "limburg: institution and location, municipality": (LIMBURG,),
}


def write(path: Path, sheets: tuple[Sheet, ...]) -> None:
    """Write a workbook as a person keeps it."""
    import xlsxwriter  # noqa: PLC0415 - as in the program

    with xlsxwriter.Workbook(path) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for at, cells in enumerate((*sheet.heading, *(row[1:] for row in sheet.rows))):
                page.write_row(at, 0, cells)
            for first, last, column in sheet.merged:
                top = len(sheet.heading)
                page.merge_range(top + first, column, top + last, column, sheet.rows[first][column + 1])


def main() -> None:
    register = load_register()
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for title, sheets in LISTS.items():
            path = Path(name) / "list.xlsx"
            write(path, sheets)
            table, columns = find_table(read_sheet(path, wanted=has_names))
            linked = link_list(table, columns, Linker(Matcher(register), date(2026, 11, 24)))
            sheet = sheets[-1]
            counts: Counter[str] = Counter()
            for at, row in enumerate(sheet.rows):
                link = linked.links[at + len(sheet.heading) + 1 - table.first]
                best = link.answer.best.id if link.answer.best else None
                first = {match.id for match in link.answer.candidates[:FIRST]}
                said = verdict(row[0], best, first)
                counts[said] += 1
                if said not in {"right", "rightly open"}:
                    print(f"  {said}: {row[1:]} meant {row[0]}, said {best}, offered {sorted(map(str, first))}")
            print(f"{title}: {dict(counts)}; columns {dict(columns)}, headings in row {table.first - 1}")
            total += counts
    certain = total["right"] + total["wrong"] + total["offered"] + total["open"]
    decided = total["right"] + total["wrong"]
    print(f"\n{certain} rows that are certain: {decided} decided, {total['right']} right; among five "
          f"{total['right'] + total['offered']}; {total['claimed']} claims of "
          f"{total['claimed'] + total['rightly open']} rows that are no school")  # fmt: skip


def verdict(label: str, best: str | None, first: set[str | None]) -> str:
    """Judge one row by its label."""
    if label in {"", "?"}:
        return "claimed" if best and not label else "rightly open"
    if best:
        return "right" if best == label else "wrong"
    return "offered" if label in first else "open"


if __name__ == "__main__":
    main()
