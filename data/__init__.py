"""The shipped register: facts, built by `sto data import`."""
