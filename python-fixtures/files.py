"""Writing what is committed: dumps, lines of JSON, and a database with its text."""

import os
import sqlite3
import tempfile

import sqlalchemy as sa


def write(path, data):
    with open(path, "wb") as out:
        out.write(data)


def write_text(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(text)


def remove_others(folder, written):
    """Removes the dumps that are no longer made."""
    for file in os.listdir(folder):
        if file.endswith(".pickle") and file not in written:
            os.remove(os.path.join(folder, file))


def write_lines(folder, texts, remove_others):
    """A file for each family."""
    os.makedirs(folder, exist_ok=True)
    for family, text in texts.items():
        write_text(os.path.join(folder, family + ".jsonl"), text)
    if remove_others:
        for file in set(os.listdir(folder)) - {family + ".jsonl" for family in texts}:
            os.remove(os.path.join(folder, file))


def write_database(folder, fill):
    """The rows that ``fill(engine)`` inserts, as a database and as text."""
    with tempfile.TemporaryDirectory() as temporary:
        path = os.path.join(temporary, "data.sqlite")
        fill(sa.create_engine("sqlite:///" + path)).dispose()
        text = text_of(path)
        target = os.path.join(folder, "data.sqlite")
        # The file's header holds SQLite's version: rewritten only when its content changes.
        if not os.path.exists(target) or text != text_of(target):
            with open(path, "rb") as database, open(target, "wb") as out:
                out.write(database.read())
        write_text(os.path.join(folder, "data.sql"), text)


def text_of(path):
    with sqlite3.connect("file:%s?mode=ro" % path, uri=True) as database:
        return "\n".join(database.iterdump()) + "\n"
