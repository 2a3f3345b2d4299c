package dev.brine.expr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case of {@code trees.txt} or {@code random-trees.txt}: what SQLAlchemy makes of an expression.
 *
 * @param source the expression: in Python, or in the form of {@link PrefixForm}
 * @param tree the tree, or an exclamation mark and the class of the error if it is refused
 * @param sql what it compiles to, as a JSON string, or the class of the error; null if it is
 *     refused
 * @param parameters the parameters by name; null if there is no SQL
 */
record ExpectedTree(String source, String tree, @Nullable String sql, @Nullable String parameters) {

  static List<ExpectedTree> in(String resource) {
    try (InputStream file =
        Objects.requireNonNull(ExpectedTree.class.getResourceAsStream(resource))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n")).map(ExpectedTree::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExpectedTree of(String text) {
    List<String> lines = text.lines().toList();
    return new ExpectedTree(
        lines.get(0).substring("> ".length()),
        lines.get(1),
        lines.size() > 2 ? lines.get(2) : null,
        lines.size() > 3 ? lines.get(3) : null);
  }

  boolean isRefused() {
    return tree.startsWith("! ");
  }

  @Override
  public String toString() {
    return source;
  }
}
