"""What kind of thing a construct is, in one word, for any SQLAlchemy and any Python that a dump is made with."""


def kind_of(thing, kinds):
    """The word of the first class, or classes, in ``kinds`` that it is of."""
    if thing is None:
        return "none"
    return next((kind for cls, kind in kinds if isinstance(thing, cls)), "value")
