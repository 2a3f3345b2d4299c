package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.JooqImportException;
import dev.brine.schema.MetaData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of each kind is imported, or refused, as the list of the object model says. */
class KindSamplesTest {

  private static final Map<String, QueryPart> SAMPLES = KindSamples.byName();

  private static final List<SQLDialect> DIALECTS =
      List.of(SQLDialect.SQLITE, SQLDialect.POSTGRES, SQLDialect.MYSQL);

  static Set<String> kinds() {
    return SAMPLES.keySet();
  }

  private static void read(QueryPart sample, SQLDialect dialect) {
    new SelectImport((MetaData) null, dialect).read(KindSamples.query(sample));
  }

  private static boolean isRead(QueryPart sample, SQLDialect dialect) {
    try {
      read(sample, dialect);
      return true;
    } catch (JooqImportException e) {
      return false;
    }
  }

  @Test
  void aSampleIsOfItsKind() {
    assertThat(KindSamples.byKind())
        .hasSizeGreaterThan(170)
        .allSatisfy((kind, sample) -> assertThat(sample).isInstanceOf(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isImportedOrRefusedAsListed(String kind) {
    QueryPart sample = Objects.requireNonNull(SAMPLES.get(kind));
    String verdict = Objects.requireNonNull(ObjectModelList.VERDICTS.get(kind));

    switch (verdict) {
      case "imported" -> read(sample, SQLDialect.DEFAULT);
      case "spelled" -> {
        assertThatThrownBy(() -> read(sample, SQLDialect.DEFAULT))
            .isInstanceOf(JooqImportException.class)
            .hasMessageContaining("each database spells it differently");
        assertThat(DIALECTS).anyMatch(dialect -> isRead(sample, dialect));
      }
      default -> assertThat(DIALECTS).noneMatch(dialect -> isRead(sample, dialect));
    }
  }
}
