package dev.brine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller may have meant. */
class NearestNameTest {

  private static final List<String> EXISTING = List.of("users", "uses", "orders", "user");

  @Test
  void theNearestComesFirst() {
    assertThat(NearestName.of("userz", EXISTING, 3)).containsExactly("user", "users", "uses");
  }

  @Test
  void severalAreOfferedIfTheyAreEquallyNear() {
    assertThat(NearestName.hint("order", EXISTING)).isEqualTo("the nearest is 'orders'");
    assertThat(NearestName.hint("userz", EXISTING)).isEqualTo("the nearest are 'user', 'users'");
  }

  @Test
  void whatIsNoNameIsNearToNone() {
    assertThat(NearestName.hint("u".repeat(1_000_000), EXISTING)).isNull();
    assertThat(NearestName.hint("userz", List.of())).isNull();
  }
}
