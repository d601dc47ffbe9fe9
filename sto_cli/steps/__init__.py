"""The step plan for a school that wants to take part, from the programme's flyer."""
