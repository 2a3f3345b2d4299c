package dev.brine.pickle;

/** The types of a graph that are the package's own; the others are the JDK's. */
public sealed interface PyNode
    permits PyNone,
        PySurrogateText,
        ByteContent,
        PyTuple,
        PyList,
        PyDict,
        PySet,
        PyFrozenSet,
        PyGlobal,
        PyObject,
        PyPersistent {}
