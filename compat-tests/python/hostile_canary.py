"""What hostile pickles call: it remembers that they did."""

TOUCHED = []


def touch(*args, **keywords):
    TOUCHED.append(args)
