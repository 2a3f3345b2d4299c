package dev.brine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.DetachedInstanceException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.UnmappedClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTest {

  private final Mapper user = Zoo.mapping().build().mapper("zoo.User");
  private final EntityValues values = new EntityValues();
  private final Entity ed = new Entity(user, values);

  @Test
  void tellsWhatIsLoadedInTheOrderOfTheMapper() {
    values.put("name", "ed").put("id", 1L).put("addresses", List.of());

    assertThat(ed.loaded().keySet()).containsExactly("addresses", "id", "name");
    assertThat(ed.get("name", String.class)).isEqualTo("ed");
    assertThat(ed.isLoaded("age")).isFalse();
  }

  @Test
  void withoutAMappingTheOrderIsThatOfTheDump() {
    Entity unmapped =
        new Entity(new UnmappedClass("zoo", "User"), values.put("b", 1L).put("a", 2L));

    assertThat(unmapped.loaded().keySet()).containsExactly("b", "a");
  }

  @Test
  void doesNotFetchWithoutASession() {
    values.identity(List.of(1L));

    assertThatThrownBy(() -> ed.get("name"))
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageStartingWith("Parent instance zoo.User[1] is not bound to a Session");
  }

  @Test
  void namesTheNearestOfAnUnknownAttribute() {
    assertThatThrownBy(() -> ed.get("nam"))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageContaining("'zoo.User' has no attribute 'nam'");
  }
}
