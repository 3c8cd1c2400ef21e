"""Frozen values of the archive's world. Standard library only; behaviour lives in functions elsewhere."""
