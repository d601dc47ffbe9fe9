"""From what people write (codes, names, places) to ranked schools that say why they matched."""
