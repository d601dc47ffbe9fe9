"""What the register knows of regions and schools, and what changed in it."""
