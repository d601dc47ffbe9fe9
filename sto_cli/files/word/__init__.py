"""Word documents: reading them within bounds, laying comments in them, and packing new ones."""
