"""Findings, repairs and rules made readable."""
