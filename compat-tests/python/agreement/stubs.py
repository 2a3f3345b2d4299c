"""What stands in for the classes and objects that a pickle names, so that none is ever loaded.

Everything is a class, because the C unpickler wants one for NEWOBJ and a call may well yield one:
getattr() does, in every protocol below 4, for each nested class. What is called records the call, and
what is done to the outcome is recorded as steps.

What a stream names must stay as it is: CPython would change the class, function or persistent
object itself. A change is let through here, and noted as the rule "names-stay".
"""
import _compat_pickle
import copyreg

# The codes of the extension registry that streams may count on.
EXTENSIONS = (1, 2, 127, 255, 256, 65535, 65536, 0x7FFFFFFF)

# The rules of rules.txt that the stream under way has met.
met = set()

# Since 3.13, which has no such module, it is not renamed any more.
_compat_pickle.IMPORT_MAPPING.setdefault("Tix", "tkinter.tix")

_names = {}


class Base:
    __slots__ = ()

    def __new__(cls, /, *args, **kwargs):
        return made("new", cls, args, kwargs)


class Name(type):
    """A class or function by its name: always the same for the same name."""

    def __call__(cls, /, *args, **kwargs):
        return made("call", cls, args, kwargs)

    def append(cls, item):
        met.add("names-stay")

    def add(cls, item):
        met.add("names-stay")

    def __setitem__(cls, key, value):
        met.add("names-stay")

    def __setstate__(cls, state):
        if not changes_nothing(state):
            met.add("names-stay")


class Marker(Name):
    """What a persistent id was resolved to: a new one each time, as it is in Brine."""


class Thing(type):
    """What a call yielded."""

    def __call__(cls, /, *args, **kwargs):
        return made("call", cls, args, kwargs)

    def append(cls, item):
        step(cls, "append").append(item)

    def add(cls, item):
        step(cls, "add").append(item)

    def __setitem__(cls, key, value):
        step(cls, "set").extend((key, value))

    def __setstate__(cls, state):
        cls.steps.append(("state", [state]))


def changes_nothing(state):
    return state is None or type(state) is tuple and len(state) == 2 and state[0] is None \
        and type(state[1]) is dict and not state[1]


def step(thing, kind):
    if not thing.steps or thing.steps[-1][0] != kind:
        thing.steps.append((kind, []))
    return thing.steps[-1][1]


def made(how, callee, args, kwargs):
    facts = {"how": how, "callee": callee, "given": (args, kwargs), "steps": []}
    return type.__new__(Thing, "thing", (Base,), facts)


def name(module, attribute, protocol):
    """The stub of a name as CPython would look it up: renamed where it is Python 2's."""
    for each in (module, attribute):
        each.encode("utf-8")  # no module is found by lone surrogates
    if protocol < 3:
        if (module, attribute) in _compat_pickle.NAME_MAPPING:
            module, attribute = _compat_pickle.NAME_MAPPING[module, attribute]
        else:
            module = _compat_pickle.IMPORT_MAPPING.get(module, module)
    return stub(module, attribute)


def stub(module, attribute):
    known = _names.get((module, attribute))
    if known is None:
        known = type.__new__(Name, "name", (Base,), {"path": (module, attribute)})
        _names[module, attribute] = known
    return known


def marker(pid):
    return type.__new__(Marker, "marker", (Base,), {"pid": pid})


def forget():
    """To be called between streams: lets go of names that only one stream has."""
    if len(_names) > 5000:
        _names.clear()
        register_extensions()


def register_extensions():
    """Done by hand: copyreg.add_extension() would refuse to do it again."""
    copyreg._extension_cache.clear()
    for code in EXTENSIONS:
        copyreg._inverted_registry[code] = ("extension", str(code))
