package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.engine.CursorResult;
import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Statement;
import dev.brine.orm.Session;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/** Runs statements from Java, in the shape in which Python tells of them; nothing of it stays. */
final class JavaRows {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JavaRows() {}

  /**
   * What comes of a statement of Python's: {@code columns} and {@code rows}, or {@code changed};
   * {@code after}.
   */
  static ObjectNode run(World world, Told statement) {
    Statement loaded = load(world, statement.dump());
    try (Session session = new Session(world.engine())) {
      ObjectNode told =
          loaded instanceof DmlStatement<?> change
              ? changed(session.executeUpdate(change), statement.outcome())
              : fetched(session.execute(loaded));
      if (statement.after() != null) {
        told.set("after", rows(session.execute(load(world, statement.after()))));
      }
      return told;
    }
  }

  private static ObjectNode fetched(Result<Record> result) {
    ObjectNode told = JSON.objectNode();
    ArrayNode columns = told.putArray("columns");
    Arrays.stream(result.fields()).map(Field::getName).forEach(columns::add);
    told.set("rows", rows(result));
    return told;
  }

  /** How many rows were changed is told only where Python's driver knows it. */
  private static ObjectNode changed(CursorResult result, JsonNode outcome) {
    if (result.returnsRows()) {
      return fetched(result.rows());
    }
    ObjectNode told = JSON.objectNode();
    return outcome.has("changed") ? told.put("changed", result.rowcount()) : told;
  }

  static ArrayNode rows(Result<Record> result) {
    ArrayNode rows = JSON.arrayNode();
    for (Record row : result) {
      ArrayNode values = rows.addArray();
      Arrays.stream(row.intoArray()).map(TypedValues::of).forEach(values::add);
    }
    return rows;
  }

  static Statement load(World world, byte[] dump) {
    Object loaded = ExpressionSerializer.loads(dump, world.metadata());
    if (loaded instanceof Statement statement) {
      return statement;
    }
    throw new UsageException("no statement was loaded but " + loaded);
  }
}
