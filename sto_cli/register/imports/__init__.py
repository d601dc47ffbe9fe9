"""From open data to the files of the register."""
