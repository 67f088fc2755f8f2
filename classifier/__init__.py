"""The classifier: names the domain whose department should lead. Knows nothing of `bot/`."""
