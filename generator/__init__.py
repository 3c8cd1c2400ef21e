"""Sijill: a static site generator for bilingual news archives, Arabic and English."""

__version__ = "0.1.0"
