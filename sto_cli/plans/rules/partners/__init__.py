"""Rules on with whom a school works, and how."""
