package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.engine.Engine;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.mapping.Entity;
import dev.brine.mapping.MapperRegistry;
import dev.brine.orm.ScopedSession;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in SQLAlchemy's documentation of the extension, line for line. */
class DocumentedExampleTest {

  private static final MetaData METADATA =
      MetaData.of(
          Table.named("my_table")
              .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
              .column("somedata", Types.STRING)
              .column("sortkey", Types.INTEGER)
              .build());

  private static final MapperRegistry MAPPERS =
      MapperRegistry.of(METADATA).map("app.MyClass", cls -> cls.table("my_table")).build();

  @Test
  void aQueryIsDumpedLoadedAndRun(@TempDir Path folder) {
    try (Engine engine = Engine.create("jdbc:sqlite:" + folder.resolve("app.sqlite"))) {
      ScopedSession session = ScopedSession.of(engine, MAPPERS);
      fill(session);
      MappedClass myClass = MAPPERS.mapper("app.MyClass").entity();

      Query query =
          session
              .query(myClass)
              .filter(myClass.attr("somedata").eq("foo"))
              .orderBy(myClass.attr("sortkey"));
      byte[] serialized = ExpressionSerializer.dumps(query);
      Query query2 = (Query) ExpressionSerializer.loads(serialized, METADATA, session);

      assertThat(query2.all()).extracting(row -> ((Entity) row).get("id")).containsExactly(3L, 1L);
      session.remove();
    }
  }

  private static void fill(ScopedSession session) {
    var dsl = session.session().dsl();
    dsl.execute("CREATE TABLE my_table (id INTEGER PRIMARY KEY, somedata TEXT, sortkey INTEGER)");
    dsl.execute("INSERT INTO my_table VALUES (1, 'foo', 2), (2, 'bar', 0), (3, 'foo', 1)");
    session.session().commit();
  }
}
