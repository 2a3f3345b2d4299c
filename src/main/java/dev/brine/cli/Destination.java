package dev.brine.cli;

import dev.brine.error.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Where the results of dumps go: {@code --out}. Immutable. */
final class Destination {

  private final Path out;
  private final boolean isFolder;
  private final Function<DumpFile, Path> naming;

  private Destination(Path out, boolean isFolder, Function<DumpFile, Path> naming) {
    this.out = out;
    this.isFolder = isFolder;
    this.naming = naming;
  }

  /**
   * A file or a folder, whichever fits.
   *
   * @param naming where a result goes in a folder
   * @throws UsageException if dumps do not fit in one file, or would go to the same
   */
  static Destination of(String argument, List<DumpFile> dumps, Function<DumpFile, Path> naming) {
    Path out = DumpFile.path(argument);
    Destination chosen = new Destination(out, isFolder(argument, out, dumps), naming);
    chosen.refuseCollisions(dumps);
    return chosen;
  }

  private static boolean isFolder(String argument, Path out, List<DumpFile> dumps) {
    DumpFile first = dumps.get(0);
    boolean needsFolder = dumps.size() > 1 || first.relative().getNameCount() > 1;
    boolean isFolder = argument.endsWith("/") || Files.isDirectory(out);
    boolean namesFile = !isFolder && (Files.exists(out) || DumpFile.looksLikeDump(out));
    if (needsFolder && namesFile) {
      throw new UsageException(
          "%d dumps do not fit in the one file %s".formatted(dumps.size(), out),
          "give --out a folder");
    }
    return isFolder || needsFolder || (first.isOfFolder() && !namesFile);
  }

  private void refuseCollisions(List<DumpFile> dumps) {
    Set<Path> taken = new HashSet<>();
    for (DumpFile dump : dumps) {
      if (!taken.add(naming.apply(dump))) {
        throw new UsageException(
            "two dumps are called %s and would go to one file".formatted(naming.apply(dump)),
            "take them one after the other, to different folders");
      }
    }
  }

  /** Where the result of a dump goes. */
  Path of(DumpFile dump) {
    return isFolder ? out.resolve(naming.apply(dump)) : out;
  }
}
