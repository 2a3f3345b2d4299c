"""The numbers that a random thing is the outcome of: each decides between alternatives, of which the first is the simplest.

A list that has ended goes on with zeros. So what fails is made smaller by taking numbers away or making them smaller; see Shrinker.java.
"""


class Choices:
    """Numbers given, and after them random ones or zeros; ``made`` has those that were asked for."""

    def __init__(self, given=(), rng=None):
        self._given = list(given)
        self._rng = rng
        self.made = []

    def below(self, count):
        if len(self.made) < len(self._given):
            number = self._given[len(self.made)] % count
        else:
            number = self._rng.randrange(count) if self._rng else 0
        self.made.append(number)
        return number

    def of(self, alternatives):
        return alternatives[self.below(len(alternatives))]

    def maybe(self, one_in):
        """True once in so many times; the simplest is False."""
        return self.below(one_in) == one_in - 1
