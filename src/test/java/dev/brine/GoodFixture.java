package dev.brine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.FromStatement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.Opaque;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.Query;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A construct of {@code python-fixtures/good}: its dump and what SQLAlchemy made of it. */
public record GoodFixture(String name, JsonNode expected) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** All of them, family by family. */
  public static Stream<GoodFixture> all() {
    try (Stream<Path> families = Files.list(Shop.GOOD.resolve("expected"))) {
      return families.sorted().toList().stream().flatMap(GoodFixture::family);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<GoodFixture> family(Path expected) {
    try (Stream<String> lines = Files.lines(expected)) {
      return lines.map(GoodFixture::parse).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoodFixture parse(String line) {
    JsonNode expected = json(line);
    return new GoodFixture(expected.path("name").textValue(), expected);
  }

  /** Parses what is written in the way of the expectations; numbers keep all their digits. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its dump at the newest protocol. */
  public byte[] dump() {
    try {
      return Files.readAllBytes(Shop.GOOD.resolve(name + ".p5.pickle"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The protocols it was dumped at. */
  public List<Integer> protocols() {
    return JSON.convertValue(
        expected.path("protocols"),
        JSON.getTypeFactory().constructCollectionType(List.class, Integer.class));
  }

  /** What {@code loads} makes of it, over {@link Shop#METADATA}. */
  public Object load() {
    return ExpressionSerializer.loads(dump(), Shop.METADATA);
  }

  /** What was loaded as something that has SQL; null if it has none, such as a list. */
  public static @Nullable ClauseElement element(Object loaded) {
    if (loaded instanceof Table table) {
      return new TableRef(table);
    }
    if (loaded instanceof Column column) {
      return new TableRef(column.table()).column(column);
    }
    return loaded instanceof ClauseElement element ? element : null;
  }

  /** Whether there is something in it that is carried along without being understood. */
  public static boolean hasOpaque(ClauseElement element) {
    return element instanceof Opaque
        || element.children().stream().anyMatch(GoodFixture::hasOpaque);
  }

  /** Whether there is something in it that only the ORM can compile, given a mapping. */
  public static boolean needsMapping(ClauseElement element) {
    boolean isOrm =
        element instanceof OrmEntity
            || element instanceof MappedAttribute
            || element instanceof MappedProperty
            || element instanceof OrmJoin
            || element instanceof Bundle
            || element instanceof Query
            || element instanceof FromStatement;
    return isOrm || element.children().stream().anyMatch(GoodFixture::needsMapping);
  }

  /** The forms that were recorded under a key, by dialect. */
  List<Form> forms(String key) {
    return expected.path(key).properties().stream()
        .map(entry -> new Form(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /** What SQLAlchemy printed for a dialect or in a style: text, an object with it, or an error. */
  record Form(String dialect, JsonNode expected) {

    boolean isError() {
      return expected.has("error");
    }
  }
}
