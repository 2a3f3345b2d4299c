package dev.brine.cli;

import dev.brine.error.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Where the results of dumps go: {@code --out}; {@code -} is the standard output. Immutable. */
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
    boolean isFolder = !argument.equals(DumpFile.STANDARD) && isFolder(argument, out, dumps);
    Destination chosen = new Destination(out, isFolder, naming);
    if (chosen.isStandardOutput() && dumps.size() > 1) {
      throw new UsageException(
          "%d dumps do not fit in the standard output".formatted(dumps.size()),
          "give --out a folder");
    }
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

  boolean isStandardOutput() {
    return out.equals(Path.of(DumpFile.STANDARD));
  }

  /**
   * Writes the result of a dump, whole or not at all.
   *
   * @return where it went
   * @throws UsageException if it cannot be written
   */
  Path write(DumpFile dump, byte[] content) {
    Path target = isFolder ? out.resolve(naming.apply(dump)) : out;
    if (isStandardOutput()) {
      System.out.writeBytes(content);
      System.out.flush();
    } else {
      AtomicFile.write(target, content);
    }
    return target;
  }
}
