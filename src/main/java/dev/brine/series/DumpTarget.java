package dev.brine.series;

import dev.brine.error.UsageException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /** All for which dumps are written, the oldest first; dumps of other series are only read. */
  static List<DumpTarget> written() {
    return Stream.<DumpTarget>concat(Stream.of(Series.values()), Stream.of(PortableForm.values()))
        .filter(SeriesShapes::isWritten)
        .toList();
  }
}
