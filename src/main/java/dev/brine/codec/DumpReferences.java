package dev.brine.codec;

import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import dev.brine.shape.PersistentId;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a dump refers to that is not part of it. Stateless. */
public final class DumpReferences {

  private DumpReferences() {}

  /**
   * Every id in a dump, once, in order.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound dump
   */
  public static Set<PersistentId> of(byte[] dump, ReadLimits limits) {
    Set<PersistentId> ids = new LinkedHashSet<>();
    GraphWalk.visit(
        new PythonUnpickler(limits).loads(dump),
        node -> {
          if (node instanceof PyPersistent reference) {
            ids.add(PersistentId.parse(reference.id()));
          }
        });
    return ids;
  }
}
