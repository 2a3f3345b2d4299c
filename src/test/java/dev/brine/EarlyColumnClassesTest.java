package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.series.PortableForm;
import dev.brine.series.Series;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Columns of classes that share a table or inherit by a join, dumped by 1.3.24 with the SQL that it
 * printed: the rows are those of the class, also where the dump was moved without a mapping.
 */
class EarlyColumnClassesTest {

  private static final List<DumpOptions> TARGETS =
      List.of(
          DumpOptions.DEFAULT,
          DumpOptions.DEFAULT.withSeries(Series.V1_3),
          DumpOptions.DEFAULT.withSeries(Series.V1_4),
          DumpOptions.DEFAULT.withSeries(Series.V2_1),
          DumpOptions.DEFAULT.withTarget(PortableForm.PORTABLE));

  static Stream<JsonNode> queries() throws IOException {
    List<JsonNode> queries = new ArrayList<>();
    try (InputStream lines =
        Objects.requireNonNull(
            EarlyColumnClassesTest.class.getResourceAsStream("early-column-classes.jsonl"))) {
      for (String line :
          new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        queries.add(new ObjectMapper().readTree(line));
      }
    }
    return queries.stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void theRowsAreThoseOfTheClass(JsonNode query) {
    byte[] dump = Base64.getDecoder().decode(query.get("dump").asText());
    String wanted = query.get("sql").asText().replaceAll(" IN \\(:kind[^)]*\\)", " IN (kinds)");

    assertThat(sql(dump)).isEqualTo(wanted);
    for (DumpOptions target : TARGETS) {
      Object unmapped = new PlaceholderDeserializer().loads(dump);
      assertThat(sql(ExpressionSerializer.dumps(unmapped, target)))
          .as(target.toString())
          .isEqualTo(wanted);
    }
  }

  private static String sql(byte[] dump) {
    Query query = (Query) ExpressionSerializer.loads(dump, Music.mapped("2.0"));
    Select clauses = query.clauses().setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
    return SqlCompiler.compile(
            OrmCompiler.toCore(query.withClauses(clauses)), Dialect.named("default"))
        .sql()
        .replaceAll(" IN \\(__[^)]*\\)", " IN (kinds)")
        .replaceAll("\\s+", " ");
  }
}
