package dev.brine.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UsageException;
import dev.brine.expr.UnmappedClass;
import dev.brine.mapping.Entity;
import dev.brine.mapping.EntityValues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityClassesTest {

  record User(int id, @Nullable String fullName, List<Address> addresses) {}

  static final class Address {
    private @Nullable String email;
    private @Nullable User user;
  }

  static final class Person {
    private @Nullable String name;
    private @Nullable Person friend;
  }

  private static final EntityClasses CLASSES =
      EntityClasses.NONE
          .with("shop.User", User.class)
          .with("shop.Address", Address.class)
          .with("shop.Person", Person.class);

  private static Entity entity(String name, EntityValues values) {
    return new Entity(new UnmappedClass("shop", name), values);
  }

  @Test
  void recordsAreMadeByTheirComponentsAndClassesByTheirFields() {
    EntityValues values = new EntityValues();
    Entity ed = entity("User", values);
    Entity address = entity("Address", new EntityValues().put("email", "ed@x").put("user", ed));
    values.put("id", 1L).put("full_name", "ed").put("addresses", List.of(address));

    User user = CLASSES.read(ed, User.class);

    assertThat(user.id()).isEqualTo(1);
    assertThat(user.fullName()).isEqualTo("ed");
    assertThat(user.addresses()).singleElement().extracting(each -> each.email).isEqualTo("ed@x");
    assertThat(user.addresses().get(0).user).as("no record leads back to itself").isNull();
  }

  @Test
  void oneEntityIsOneObject() {
    EntityValues values = new EntityValues();
    Entity ed = entity("Person", values.put("name", "ed"));
    values.put("friend", ed);

    List<Person> read = CLASSES.read(List.of(ed, ed), Person.class);

    assertThat(read.get(0)).isSameAs(read.get(1)).isSameAs(read.get(0).friend);
    assertThat(read.get(0).name).isEqualTo("ed");
  }

  @Test
  void anEntityWithoutAClassIsNamed() {
    Entity order = entity("Order", new EntityValues());

    assertThatThrownBy(() -> CLASSES.read(order, Object.class))
        .isInstanceOf(UsageException.class)
        .hasMessage("no Java class stands for 'shop.Order'");
  }
}
