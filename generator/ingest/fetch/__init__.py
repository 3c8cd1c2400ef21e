"""Polling of publishers' feeds and pages. The only part of the program that asks anything of the network.

What is fetched is stored as source documents; reading them is the business of the pipeline, not of this package.
"""
