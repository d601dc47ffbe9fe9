"""Plans: reading them with places, and judging them against the six questions."""
