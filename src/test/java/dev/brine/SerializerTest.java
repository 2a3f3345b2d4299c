package dev.brine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.engine.Engine;
import dev.brine.error.PickleLimitException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.CustomOperator;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.orm.ScopedSession;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonTuple;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import dev.brine.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The front door behaves as the Python module does. */
class SerializerTest {

  private static final Table USERS =
      Table.named("users").column("id", Types.INTEGER).column("name", Types.string(50)).build();
  private static final MetaData METADATA = MetaData.of(USERS);
  private static final Select SELECT = Select.of(new TableRef(USERS).c("id"));

  @Test
  void aStatementComesBackEqual() {
    assertThat(loads(ExpressionSerializer.dumps(SELECT))).isEqualTo(SELECT);
  }

  @Test
  void aNegatedConditionIsStillMarkedAsOne() {
    ColumnElement negated = new TableRef(USERS).c("name").boolOp("~", "x").not();

    PyObject dumped = (PyObject) new PythonUnpickler().loads(ExpressionSerializer.dumps(negated));

    // Without it a database that has no booleans would be asked for "(name ~ 'x') = 0".
    assertThat(dumped.stateDict().get("_is_implicitly_boolean")).isEqualTo(true);
  }

  @Test
  void aJooqQueryIsDumpedEvenIfItKnowsItsTablesByNameAlone() {
    var query = DSL.select(DSL.field(DSL.name("users", "id"))).from(DSL.table(DSL.name("users")));

    assertThat(loads(ExpressionSerializer.dumps(query)))
        .isEqualTo(Select.of(new TableRef(USERS).c("id")).selectFrom(new TableRef(USERS)));
  }

  @Test
  void aPlaceholdersSchemaIsWhatStandsBeforeTheLastDot() {
    Table ledger = Table.placeholder("acct.ledger");

    assertThat(ledger.schema()).isEqualTo(Name.of("acct"));
    assertThat(ledger.key()).isEqualTo("acct.ledger");
  }

  @Test
  void tablesAndColumnsComeBackAsTheMetadataHasThem() {
    assertThat(loads(ExpressionSerializer.dumps(USERS))).isSameAs(USERS);
    assertThat(loads(ExpressionSerializer.dumps(USERS.column("name"), 0)))
        .isSameAs(USERS.column("name"));
  }

  @Test
  void listsTuplesAndDictsHoldWhateverCanBeDumped() {
    List<@Nullable Object> list = Arrays.asList(SELECT, USERS, 5L, null);
    PythonTuple tuple = new PythonTuple(List.of(SELECT, "x"));

    assertThat(loads(ExpressionSerializer.dumps(list))).isEqualTo(list);
    assertThat(loads(ExpressionSerializer.dumps(tuple))).isEqualTo(tuple);
    assertThat(loads(ExpressionSerializer.dumps(Map.of("a", SELECT))))
        .isEqualTo(Map.of("a", SELECT));
  }

  @Test
  void whatIsNestedTooDeepIsRefusedByTheNameOfTheLimit() {
    ColumnElement element = Sql.literal(1);
    List<?> list = List.of();
    for (int i = 0; i < 10_000; i++) {
      element = Functions.max(element);
      list = List.of(list);
    }

    for (Object deep : List.of(element, list)) {
      assertThatThrownBy(() -> ExpressionSerializer.dumps(deep))
          .isInstanceOf(PickleLimitException.class)
          .hasMessage("what is to be dumped is nested deeper than ExprToGraph.MAX_DEPTH = 500");
    }
  }

  @Test
  void theSameStatementGivesTheSameBytes() {
    assertThat(ExpressionSerializer.dumps(select()))
        .isEqualTo(ExpressionSerializer.dumps(select()));
  }

  private static Select select() {
    TableRef users = new TableRef(USERS);
    return Select.of(users.alias().c("id")).where(users.c("name").eq("ed"));
  }

  @Test
  void idsMayBeMadeAndResolvedInAnotherWay() {
    Serializer serializer =
        new Serializer() {
          @Override
          protected @Nullable Object persistentId(Object obj) {
            return obj instanceof Thread ? "thread" : super.persistentId(obj);
          }
        };
    Thread thread = Thread.currentThread();
    Deserializer deserializer =
        new Deserializer(METADATA, null, null) {
          @Override
          protected Object persistentLoad(Object id) {
            return id.equals("thread") ? thread : super.persistentLoad(id);
          }
        };

    assertThat(deserializer.loads(serializer.dumps(List.of(thread, SELECT))))
        .isEqualTo(List.of(thread, SELECT));
  }

  @Test
  void theEngineIsTheGivenOneElseTheSessionsElseNone() {
    try (Engine given = Engine.create("jdbc:sqlite::memory:");
        Engine ofSession = Engine.create("jdbc:sqlite::memory:")) {
      ScopedSession session = ScopedSession.of(ofSession);

      assertThat(new Deserializer(null, session, given).getEngine()).isSameAs(given);
      assertThat(new Deserializer(null, session, null).getEngine()).isSameAs(ofSession);
      assertThat(new Deserializer(null, null, null).getEngine()).isNull();
    }
  }

  @Test
  void sessionsAndEnginesAreTheCallersOwn() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      ScopedSession session = ScopedSession.of(engine);

      byte[] dump = ExpressionSerializer.dumps(List.of(engine, session, session.session()), 0);

      assertThat(ExpressionSerializer.loads(dump, null, session, engine))
          .isEqualTo(List.of(engine, session.session(), session.session()));
    }
  }

  @Test
  void anOperatorByItselfIsDumpedAndLoaded() {
    CustomOperator operator = new CustomOperator("!!", 7, true, false, false, null);

    assertThat(ExpressionSerializer.loads(ExpressionSerializer.dumps(operator)))
        .isEqualTo(operator);
  }

  @Test
  void whatTheCallerDidNotGiveIsNamed() {
    assertThatThrownBy(() -> ExpressionSerializer.loads(ExpressionSerializer.dumps(SELECT)))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessage("the dump refers to 'column:users:id' and no metadata was given");
    assertThatThrownBy(() -> ExpressionSerializer.loads("Psession:\n.".getBytes(ISO_8859_1)))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessage("the dump refers to a session and none was given");
    assertThatThrownBy(() -> ExpressionSerializer.loads("Pengine:\n.".getBytes(ISO_8859_1)))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessage("the dump refers to an engine and none was given");
  }

  @ParameterizedTest
  @EnumSource(names = "V0_.|V1_[012]", mode = EnumSource.Mode.MATCH_ANY)
  void seriesThatNobodyInstallsAnyMoreAreRefusedByName(Series series) {
    DumpOptions options = DumpOptions.DEFAULT.withSeries(series);

    assertThatThrownBy(() -> ExpressionSerializer.dumps(SELECT, options))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessage("dumps for SQLAlchemy %s are not written".formatted(series));
  }

  @Test
  void thereAreNoOtherProtocolsThanPythons() {
    assertThatThrownBy(() -> ExpressionSerializer.dumps(SELECT, 6))
        .isInstanceOf(UsageException.class)
        .hasMessage("there is no pickle protocol 6");
    assertThat(Series.of("2.0.52")).isEqualTo(Series.V2_0);
    assertThatThrownBy(() -> Series.of("3.0")).isInstanceOf(UsageException.class);
  }

  private static Object loads(byte[] dump) {
    return ExpressionSerializer.loads(dump, METADATA);
  }
}
