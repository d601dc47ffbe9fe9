"""How much is read of what people send: every limit on a file or a question stands here, and nowhere else.

A file of any kind costs at most 2 seconds and 300 MB (`SECURITY.md`): each limit is far above what honest files hold,
and chosen so that this holds. What passes one is refused with a sentence, never read in part.
"""


# Plans

PLAN_BYTES = 1_000_000
"""A plan of twenty pages is 50,000 bytes; who sends more sends something else."""

PLAN_VALUES = 2_000
"""Headings and values; the fullest of the example plans holds 172, and a plan with 200 costs about 1,400."""

PLAN_LETTERS = 100_000
"""Characters of a text that is read by its words (the longest plan of the examples has 5,000)."""

MENDED_LETTERS = 100_000
"""Characters: a longer text with accidents in it is not read again and again (a real plan has about 5,000)."""

# Word documents

WORD_BYTES = 30_000_000
"""Bytes of a document: twenty photographs of a telephone; the text of a plan is 50,000."""

WORD_PART_BYTES = 8_000_000
"""Bytes of one unpacked part: the text of 300 pages in Word is 3 million."""

WORD_DIRECTORY_BYTES = 500_000
"""Bytes of the archive's directory: a document has 15 to 200 parts of 100 bytes each."""

WORD_DEPTH = 120
"""Elements within elements: a text box in a table in a table is 40 deep."""

WORD_ELEMENTS = 40_000
"""A plan of 20 pages has 6,000."""

WORD_LETTERS = 2_000_000
"""Letters of text: 600 pages."""

# Lists

LIST_BYTES = 50_000_000
"""Bytes: a CSV file of 100,000 rows has about 10 million."""

LIST_LINE_BYTES = 4_000_000
"""Bytes of a line."""

LIST_COLUMNS = 16_384
"""Columns of a list, as Excel has them."""

LIST_ROWS = 101_000
"""Rows of a list in which something stands: 100,000, and what stands above them. The country has 900 schools."""

LIST_WORDS = 12_000
"""Different words of a list that no school bears; 100,000 names with a slip in one of ten have 3,000."""

LIST_NAMES = 10_000
"""Different names (with their places, codes …) of a list: six for each location of secondary education.

Names made of words that schools bear take 0.6 ms each; rows that repeat cost nothing.
"""

WORDS_REMEMBERED = 30_000
"""Words of questions of which is remembered what they may stand for."""

CELL_LETTERS = 100_000
"""Letters in a cell; Excel allows 32,767."""

# Workbooks

SHEET_BYTES = 40_000_000
"""Bytes of XML in a sheet or in the texts of all cells: 100,000 rows of 6 columns of text are 38 million."""

WORKBOOK_BYTES = 100_000_000
"""Bytes of XML in all parts that are read."""

LAYOUT_BYTES = 5_000_000
"""Bytes of XML in the formats; those of a book with 4,000 formats are 1 million."""

SHEET_NAMES_BYTES = 1_000_000
"""Bytes in which a workbook names its sheets: 200 for each."""

SHEET_CELLS = 2_000_000
"""Cells of the rectangle that a sheet fills: 100,000 rows of 20 columns; 32 bytes each while it is read."""

SHEET_TAGS = 5_000_000
"""Tags in a part: 100,000 rows of 12 columns have as many; each costs time, whatever it says."""

SHEET_MERGED = 50_000
"""Blocks of merged cells."""

SHEET_REACH = 200_000
"""Rows that a sheet reaches down: Excel has a million, and a forgotten cell down there is no list."""

SHARED_TEXTS = 1_000_000
"""Texts that cells share: 100,000 rows of 10 columns, no two the same."""

OPEN_TAGS = 800_000
"""Cells and rows, with their ends, in an OpenDocument workbook: 20,000 rows of 12 columns have 520,000."""

OLD_RECORDS = 2_000_000
"""Records of a workbook: the 65,536 rows that it can have, with 30 columns."""

PACKED_PARTS = 5_000
"""A workbook has 10 to 200; reading the names of 60,000 takes more than a second."""

# Own data, and what else is read

TEXT_BYTES = 200_000_000
"""Bytes of a text that is read whole: own data about 100,000 schools are 40 million."""

DETAILED_LETTERS = 5_000_000
"""Characters of a file of which every place is looked up when something is wrong in it."""

YAML_DEPTH = 40
"""Deeper than any real file (the register goes 5 deep, a plan 4) and far from Python's recursion limit."""

YAML_VALUES = 4_000_000
"""Values in one file, aliases counted at full length: the whole register of 100,000 schools has 3 million."""

HISTORY_BYTES = 50_000_000
"""Bytes of a former file in the history of own data, and of the archive that holds it; schools.yaml has 500,000."""

QUESTION_LETTERS = 1_000
"""Letters: the longest name, with its address and all that people write beside it, has 300."""

# PDF and mail

PDF_BYTES = 30_000_000
"""Bytes of a document: that of a plan has 100,000, with photographs a few million."""

PDF_SECONDS = 2
"""Seconds of processor time: twenty pages take 0.6."""

PDF_MEGABYTES = 250
"""Memory that its process may ask for; twenty pages take 60."""

PDF_PAGES = 60
"""A plan has three to twenty."""

PDF_PIECES = 40_000
"""Pieces of text and rules: twenty full pages have 4,000."""

MAIL_BYTES = 27_000_000
"""Bytes of a mail: most mail programs send no more than 25 million; each costs 8 bytes of memory."""

MAIL_LINES = 600_000
"""Lines: those of such a mail have 76 characters each."""

MAIL_PARTS = 50
"""Texts and attachments."""

MAIL_NAME = 1_000
"""Letters of the name of an attachment, as it is packed in a mail."""

PDF_RULES = 3_000
"""Rules of a page of a PDF that are looked at; 100 rows and 6 columns have 700 when each cell brings its own."""
