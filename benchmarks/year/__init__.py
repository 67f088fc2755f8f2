"""A simulated city lives through a year: `make year`. What is played and checked: docs/year.md."""
