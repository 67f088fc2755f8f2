"""The verbs of the desk: one async function each, one transaction each."""
