"""What can be wrong with a register that loads: one module per subject, run together by `checking`."""
