"""`sto`: regions, plans and coverage of Sterk Techniekonderwijs."""

__version__ = "1.0.0"
