"""Rules on the file itself: its letters, its keys, and what of it could not be read."""
