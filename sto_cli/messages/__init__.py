"""The Dutch and English texts.

Code below the command line never holds a finished sentence: it makes a `Message` (an English template and
its values), and the render layer says it in a language. English templates are the msgids; the Dutch texts
stand in `locale/nl/LC_MESSAGES/sto.po`.
"""

from sto_cli.messages.translator import (
    LANGUAGES,
    N_,
    Language,
    Message,
    Translator,
    all_of,
    comma,
    counted,
    message,
    one_of,
)

__all__ = ["LANGUAGES", "N_", "Language", "Message", "Translator", "all_of", "comma", "counted", "message", "one_of"]
