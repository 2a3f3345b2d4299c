"""What a SQLAlchemy does not have.

While modules are read, an absent thing stands for itself and for all that is made of it, so that only the constructs that need it are lost.
While a construct is built, touching it raises ``NotSaid``.
"""

_OPERATORS = "add radd sub rsub mul rmul truediv rtruediv div rdiv floordiv rfloordiv mod rmod and rand or ror xor rxor lshift rshift neg invert eq ne lt le gt ge getitem call"


class NotSaid(Exception):
    """A construct that this SQLAlchemy has no words for."""


class Absent(object):
    """``why``: what is not there."""

    building = False

    def __init__(self, why):
        self.__dict__["why"] = why

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._touched()

    def _touched(self, *arguments, **named):
        if Absent.building:
            raise NotSaid(self.why)
        return self

    def __iter__(self):
        self._touched()
        return iter(())

    def __hash__(self):
        return id(self)

    def __reduce_ex__(self, protocol):
        raise NotSaid(self.why)


for _name in _OPERATORS.split():
    setattr(Absent, "__%s__" % _name, Absent._touched)


def absent(why):
    """Something that is not there: said at once while a construct is built."""
    if Absent.building:
        raise NotSaid(why)
    return Absent(why)
