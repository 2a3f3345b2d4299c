"""Criteria that are functions, so that their names are dumped."""

from .bands import Mood


def not_loud(cls):
    return cls.mood != Mood.loud
