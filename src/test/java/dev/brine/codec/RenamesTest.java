package dev.brine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.OrmFixture;
import dev.brine.PlaceholderDeserializer;
import dev.brine.codec.Renames.Kind;
import dev.brine.codec.Renames.Rename;
import dev.brine.error.UsageException;
import dev.brine.schema.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That renamed dumps are what they were, by the new names, a living Python tells. */
class RenamesTest {

  private static final Renames BAND =
      Renames.NONE.with(Kind.CLASS, "music.bands.Band", "sounds.models.Group");

  @Test
  void noDumpHoldsTheOldPathOfAClassAnyMore() {
    List<byte[]> renamed =
        OrmFixture.of("2.0").map(fixture -> BAND.apply(fixture.dump()).dump()).toList();

    assertThat(renamed)
        .allSatisfy(
            dump -> assertThat(Inspection.of(dump).classes()).doesNotContain("music.bands.Band"));
    assertThat(renamed)
        .filteredOn(dump -> Inspection.of(dump).classes().contains("sounds.models.Group"))
        .hasSizeGreaterThan(500);
  }

  @Test
  void whatHasNothingToRenameStaysAsItIs() {
    byte[] dump = "I7\n.".getBytes(StandardCharsets.US_ASCII);

    Renames.Renamed renamed = BAND.apply(dump);

    assertThat(renamed.dump()).isSameAs(dump);
    assertThat(renamed.matched()).isEmpty();
    assertThat(BAND.all()).containsExactly(new Rename(Kind.CLASS, "music.bands.Band"));
  }

  @Test
  void aRenameMustSayOfWhat() {
    assertThatThrownBy(() -> Renames.NONE.with(Kind.COLUMN, "name", "title"))
        .isInstanceOf(UsageException.class)
        .hasMessage("'name=title' renames no column");
    assertThatThrownBy(() -> BAND.with(Kind.CLASS, "music.bands.Band", "music.bands.Group"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the class 'music.bands.Band' is renamed both ");
  }

  @Test
  void twoOfADumpDoNotBecomeOne() {
    byte[] dump = "(lPtable:users\naPtable:people\na.".getBytes(StandardCharsets.US_ASCII);
    Renames renames = Renames.NONE.with(Kind.TABLE, "users", "people");

    assertThatThrownBy(() -> renames.apply(dump))
        .isInstanceOf(UsageException.class)
        .hasMessage("the tables 'users' and 'people' of one dump would both be called 'people'");
    assertThat(renames.with(Kind.TABLE, "people", "users").apply(dump).matched()).hasSize(2);
  }

  @Test
  void whatIsNotAsciiIsEscapedBefore08() {
    byte[] dump = "Pcolumn:gr\\xf6\\xdfe:id\n.".getBytes(StandardCharsets.US_ASCII);
    Renames renames = Renames.NONE.with(Kind.TABLE, "gr\u00f6\u00dfe", "size");

    assertThat(new PlaceholderDeserializer().loads(dump))
        .isInstanceOfSatisfying(
            Column.class, column -> assertThat(column.table().key()).isEqualTo("gr\u00f6\u00dfe"));
    assertThat(new PlaceholderDeserializer().loads(renames.apply(dump).dump()))
        .isInstanceOfSatisfying(
            Column.class, column -> assertThat(column.table().key()).isEqualTo("size"));
  }
}
