"""A Bot API server of our own, with a people's side: for trying the bot out and for the tests."""
