"""Linked lists and imported ones made into tables and summaries."""
