package dev.brine.cli;

import dev.brine.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dump to work on.
 *
 * @param name the path as it was given, or as found in a folder that was given; {@code -} is the
 *     standard input
 * @param relative where it goes in a folder of outputs: its file name, and the folders between it
 *     and the one that was given
 * @param isOfFolder whether it was found in a folder that was given
 */
record DumpFile(String name, Path relative, boolean isOfFolder) {

  /** The standard input, or output. */
  static final String STANDARD = "-";

  private static final Set<String> EXTENSIONS = Set.of("dump", "pickle", "pkl");

  /** How the stable JSON form begins, within this many bytes. */
  private static final Pattern JSON_FORM = Pattern.compile("^\\s*\\{\\s*\"brine\"\\s*:");

  private static final int HEAD = 100;

  /** What may follow these. */
  private static final Set<String> WRAPPINGS = Set.of("gz", "bz2", "b64", "hex");

  /**
   * The dumps that the arguments name: files as they are, whether they exist or not; of folders
   * what is called like a dump, at any depth, sorted.
   *
   * @param takesJson whether what {@code --to json} wrote counts
   * @throws UsageException if a folder holds none or cannot be read
   */
  static List<DumpFile> expand(List<String> arguments, boolean takesJson) {
    List<DumpFile> all = new ArrayList<>();
    for (String argument : arguments) {
      Path path = path(argument);
      if (Files.isDirectory(path)) {
        all.addAll(inFolder(path, takesJson));
      } else {
        all.add(new DumpFile(argument, fileName(path), false));
      }
    }
    return all;
  }

  /**
   * The path that was typed.
   *
   * @throws UsageException if it is none
   */
  static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new UsageException(
          "'%s' is no path".formatted(argument),
          "a name that is not ASCII needs a locale that has it, such as LC_ALL=C.UTF-8",
          e);
    }
  }

  private static Path fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path : name;
  }

  private static List<DumpFile> inFolder(Path folder, boolean takesJson) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<DumpFile> found =
          files
              .filter(
                  file ->
                      Files.isRegularFile(file)
                          && (looksLikeDump(file) || (takesJson && isJsonForm(file))))
              .sorted()
              .map(file -> new DumpFile(file.toString(), folder.relativize(file), true))
              .toList();
      if (found.isEmpty()) {
        throw new UsageException(
            "the folder %s holds no dump".formatted(folder),
            "*.dump, *.pickle and *.pkl count, also with .gz, .bz2, .b64 or .hex behind"
                + (takesJson ? ", and *.json that --to json wrote" : ""));
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      // The latter where what is below it cannot be read, or goes away meanwhile.
      throw new UsageException("the folder %s cannot be read: %s".formatted(folder, e), null, e);
    }
  }

  static boolean looksLikeDump(Path file) {
    return EXTENSIONS.contains(extension(unwrapped(fileName(file).toString())));
  }

  /** Whether it is what {@code --to json} wrote; a folder may hold other JSON, too. */
  private static boolean isJsonForm(Path file) {
    if (!extension(fileName(file).toString()).equals("json")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return JSON_FORM.matcher(head).find();
    } catch (IOException e) {
      throw new UsageException("the file %s cannot be read: %s".formatted(file, e), null, e);
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String unwrapped(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && WRAPPINGS.contains(extension(name))
        ? unwrapped(name.substring(0, dot))
        : name;
  }

  /** Where it goes when it is no longer wrapped: {@code x.pkl} for {@code x.pkl.gz}. */
  Path relativeUnwrapped() {
    return relative.resolveSibling(unwrapped(String.valueOf(relative.getFileName())));
  }

  /**
   * The bytes.
   *
   * @throws UsageException if the file cannot be read
   */
  byte[] read() {
    try {
      return name.equals(STANDARD) ? System.in.readAllBytes() : Files.readAllBytes(path(name));
    } catch (IOException e) {
      if (e instanceof NoSuchFileException) {
        String folder = Path.of("").toAbsolutePath().toString();
        throw new UsageException("there is no such file", "paths start at " + folder, e);
      }
      throw new UsageException(
          "the file cannot be read: " + e, "may you read it, and is it a file?", e);
    }
  }
}
