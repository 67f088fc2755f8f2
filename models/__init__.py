"""The shipped model: model.npz, model.json, metrics.json, card.md. `make model` writes them."""
