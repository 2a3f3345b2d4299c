package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.catalog.PickledMetaData;
import dev.brine.compat.LivingPython;
import dev.brine.engine.Engine;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema of {@code python-fixtures/rows}, filled by Python in a database that both reach. */
final class World implements AutoCloseable {

  private static final Path FOLDER = Path.of("compat-tests", "python");

  /** No two have the same database. */
  private static final AtomicInteger OPENED = new AtomicInteger();

  private final LivingPython python;
  private final String name;
  private final SharedDatabase database;
  private final List<String> statements = new ArrayList<>();
  private final MetaData metadata;
  private final Engine engine;
  private final String address;

  /**
   * Fills a new database.
   *
   * @param name of the module that says with what
   */
  World(String name, SharedDatabase database) {
    this.python =
        LivingPython.with(
            "rows", FOLDER.resolve("requirements-rows.txt"), FOLDER.resolve("rows_worker.py"));
    this.name = name;
    this.database = database;
    SharedDatabase.Place place = database.place(name + OPENED.incrementAndGet());
    this.address = place.address();
    JsonNode told = python.ask(question("open").put("address", address));
    told.get("statements").forEach(each -> statements.add(each.asText()));
    this.metadata = PickledMetaData.read(bytes(told.get("metadata")));
    try {
      this.engine = place.engine().open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  SharedDatabase database() {
    return database;
  }

  /** Where it is, for Python. */
  String address() {
    return address;
  }

  List<String> statements() {
    return statements;
  }

  MetaData metadata() {
    return metadata;
  }

  Engine engine() {
    return engine;
  }

  /** A statement and what Python tells of running it. */
  Told statement(String statement) {
    return Told.of(python.ask(question("statement").put("name", statement)));
  }

  /** The random statement of a seed. */
  RandomStatement random(String seed) {
    return RandomStatement.of(python.ask(question("random").put("seed", seed)));
  }

  /** The statement that is the outcome of choices. */
  RandomStatement random(List<Integer> choices) {
    ObjectNode question = question("random");
    choices.forEach(question.putArray("choices")::add);
    return RandomStatement.of(python.ask(question));
  }

  /** A random statement as Python compiles it for the database. */
  String sql(RandomStatement statement) {
    ObjectNode question = question("sql");
    statement.choices().forEach(question.putArray("choices")::add);
    return python.ask(question).get("sql").asText();
  }

  /**
   * The random statement of a seed, which is not run: its {@code source}, its {@code dump}, and its
   * {@code sql} by dialect, null where Python refuses it.
   */
  JsonNode texts(String seed, List<String> dialects) {
    ObjectNode question = question("texts").put("seed", seed);
    dialects.forEach(question.putArray("dialects")::add);
    return python.ask(question);
  }

  /** Whether Python can use its own dump: not that of a column whose name holds a colon. */
  boolean reloads(byte[] dump) {
    ObjectNode question = question("reloads").put("dump", LivingPython.base64(dump));
    return python.ask(question).get("reloads").asBoolean();
  }

  /** What Python tells of a dump that was written for one of its statements. */
  JsonNode run(String statement, byte[] dump) {
    ObjectNode question = question("run").put("name", statement);
    return python.askAnyway(question.put("dump", LivingPython.base64(dump)));
  }

  /** A question to the worker about this world. */
  private ObjectNode question(String operation) {
    return python.question(operation).put("world", name).put("database", database.dialect());
  }

  static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  @Override
  public void close() {
    engine.close();
  }
}
