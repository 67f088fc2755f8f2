"""Thin: parse what was typed or pressed, call one verb."""
