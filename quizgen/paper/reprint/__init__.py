"""Sheets printed once more: the manifest that remembers them, and what refuses it."""
