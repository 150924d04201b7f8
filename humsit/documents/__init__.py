"""Bytes to documents, documents to blocks and sentences; every offset points into the original text."""
