"""`sto`: regions, plans and coverage of Sterk Techniekonderwijs."""

__version__ = "0.1.0"
