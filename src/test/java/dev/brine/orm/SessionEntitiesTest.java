package dev.brine.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.engine.Engine;
import dev.brine.error.DetachedInstanceException;
import dev.brine.error.MultipleResultsFoundException;
import dev.brine.error.NoResultFoundException;
import dev.brine.error.UsageException;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperRegistry;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionEntitiesTest {

  private static final MetaData METADATA =
      MetaData.of(
          Table.named("users").column(id()).column("name", Types.STRING).build(),
          Table.named("addresses")
              .column(id())
              .column("email", Types.STRING)
              .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
              .build());

  @TempDir Path folder;
  private Engine engine;
  private Session session;

  @BeforeEach
  void open() {
    engine = Engine.create("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
    session = new Session(engine);
    session.dsl().execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    session
        .dsl()
        .execute("CREATE TABLE addresses (id INTEGER PRIMARY KEY, email TEXT, user_id INTEGER)");
    session.dsl().execute("INSERT INTO users VALUES (1, 'ed'), (2, 'wendy')");
    session.dsl().execute("INSERT INTO addresses VALUES (1, 'ed@x', 1), (2, 'ed@y', 1)");
    session.commit();
  }

  private static Column.Spec id() {
    return Column.Spec.of("id", Types.INTEGER).asPrimaryKey();
  }

  @AfterEach
  void close() {
    session.close();
    engine.close();
  }

  private static Mapper user(Lazy lazy) {
    return MapperRegistry.of(METADATA)
        .map(
            "shop.User",
            user ->
                user.table("users")
                    .relationship("addresses", "shop.Address", to -> to.lazy(lazy).backref("user")))
        .map("shop.Address", address -> address.table("addresses"))
        .build()
        .mapper("shop.User");
  }

  private Query users(Lazy lazy) {
    return session.query(new MappedClass(user(lazy)));
  }

  private static Entity first(Query query) {
    return (Entity) Objects.requireNonNull(query.first());
  }

  @Test
  void aRowIsOneEntityOfTheSession() {
    Query users = users(Lazy.SELECT);

    Entity ed = first(users);

    assertThat(users.all()).hasSize(2).first().isSameAs(ed);
    assertThat(ed.className()).isEqualTo("shop.User");
    assertThat(ed.loaded()).containsEntry("id", 1L).containsEntry("name", "ed").hasSize(2);
  }

  @Test
  void whatIsNotLoadedIsFetchedOnAccess() {
    Entity ed = first(users(Lazy.SELECT));

    List<Entity> addresses = ed.entities("addresses");

    assertThat(addresses).extracting(each -> each.get("email")).containsExactly("ed@x", "ed@y");
    assertThat(addresses.get(0).entity("user")).isSameAs(ed);
  }

  @Test
  void joinedCollectionsNeedUniqueInASelectAndNotInAQuery() {
    Query users = users(Lazy.JOINED);

    assertThat(users.all()).hasSize(2);
    assertThat(session.scalarsUnique(users)).hasSize(2);
    assertThatThrownBy(
            () -> session.execute(Statements.of(user(Lazy.JOINED), LabelStyle.DISAMBIGUATE_ONLY)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The unique() method must be invoked on this Result");
  }

  @Test
  void aClosedSessionLoadsNoMore() {
    Entity ed = first(users(Lazy.SELECT));
    session.close();

    assertThat(ed.get("name")).isEqualTo("ed");
    assertThatThrownBy(() -> ed.get("addresses")).isInstanceOf(DetachedInstanceException.class);
  }

  @Test
  void rollingBackForgetsWhatWasLoaded() {
    Entity ed = first(users(Lazy.SELECT));
    session.rollback();
    session.dsl().execute("UPDATE users SET name = 'edward' WHERE id = 1");

    assertThat(ed.loaded()).isEmpty();
    assertThat(ed.get("name")).isEqualTo("edward");
  }

  @Test
  void asksForOneAsPythonDoes() {
    Query users = users(Lazy.SELECT);
    Mapper mapper = (Mapper) ((MappedClass) users.clauses().columns().get(0)).entity();

    assertThat(users.count()).isEqualTo(2);
    assertThat(session.get(mapper, 2L)).isSameAs(users.all().get(1)).isSameAs(users.get(2));
    assertThat(session.get(mapper, 3L)).isNull();
    assertThatThrownBy(users::one).isInstanceOf(MultipleResultsFoundException.class);
    Query none = users.withClauses(users.clauses().where(mapper.selectable().c("id").eq(9L)));
    assertThat(none.oneOrNone()).isNull();
    assertThatThrownBy(none::one).isInstanceOf(NoResultFoundException.class);
  }

  @Test
  void aRecordHasAnEntityInAColumn() {
    Record row =
        session.execute(Statements.of(user(Lazy.SELECT), LabelStyle.DISAMBIGUATE_ONLY)).get(0);

    assertThat(row.field(0).getName()).isEqualTo("User");
    assertThat(row.get("User", Entity.class).get("name")).isEqualTo("ed");
  }
}
