package dev.brine.series;

import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.shape.Calls;
import dev.brine.shape.PersistentId;
import dev.brine.shape.RangeCodec;
import dev.brine.shape.Symbols;

/** Which nodes of a graph stand for elements of SQL, and which for values. */
public final class Elements {

  private Elements() {}

  /** Whether the node is one that an element may be read from. */
  static boolean mayBe(Object node) {
    return node instanceof Table
        || node instanceof Column
        || node instanceof MappedEntity
        || node instanceof MappedClass
        || node instanceof PersistentId
        || Calls.isLookUp(node)
        || (node instanceof PyObject call && PortableCalls.makesElement(call))
        || (node instanceof PyObject object
            && object.className().startsWith("sqlalchemy.")
            && Symbols.name(object) == null
            && RangeCodec.read(object) == object);
  }
}
