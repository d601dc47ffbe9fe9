"""From an outline to a plan: which statement answers which question, and what all of them say together."""
