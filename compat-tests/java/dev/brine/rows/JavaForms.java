package dev.brine.rows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.GoodFixture;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.schema.MetaData;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.Objects;

/** What Java prints of a dump, in the shape in which a living series tells of its forms. */
final class JavaForms {

  private JavaForms() {}

  /** By dialect its {@code sql}, or the {@code error} that it is refused with. */
  static ObjectNode of(byte[] dump, MetaData metadata, Iterable<String> dialects) {
    ObjectNode forms = JsonNodeFactory.instance.objectNode();
    Object loaded = ExpressionSerializer.loads(dump, metadata);
    ClauseElement element = Objects.requireNonNull(GoodFixture.element(loaded));
    for (String dialect : dialects) {
      ObjectNode form = forms.putObject(dialect);
      try {
        form.put(
            "sql",
            SqlCompiler.compile(element, Dialect.named(dialect), CompileOptions.DEFAULT).sql());
      } catch (BrineException refusal) {
        form.put("error", String.valueOf(refusal.getMessage()));
      }
    }
    return forms;
  }
}
