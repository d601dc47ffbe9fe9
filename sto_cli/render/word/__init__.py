"""Word documents as they are written: their elements, and the package around them."""
