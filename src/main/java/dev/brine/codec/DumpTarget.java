package dev.brine.codec;

import dev.brine.error.UsageException;
import java.util.Set;

/** What shall load a dump: one series, or several alike. Immutable. */
public sealed interface DumpTarget permits Series, PortableForm {

  /** Each of them loads the dump. */
  Set<Series> series();

  /**
   * The target that is called so: {@code "portable"}, or as in {@link Series#of}.
   *
   * @throws UsageException if there is none
   */
  static DumpTarget of(String name) {
    return name.equals(PortableForm.PORTABLE.toString()) ? PortableForm.PORTABLE : Series.of(name);
  }
}
