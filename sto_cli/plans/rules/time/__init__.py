"""Rules on dates: of the plan, of its milestones, and of the programme."""
