"""Workbooks: what one would cost, its sheets as rows, and new ones."""
