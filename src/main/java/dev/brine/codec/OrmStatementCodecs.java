package dev.brine.codec;

import dev.brine.expr.FromStatement;
import dev.brine.expr.Join;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.Query;
import dev.brine.expr.Statement;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyNone;
import dev.brine.shape.Dicts;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.OrmClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements of the ORM and their parts (rel_2_0_58, {@code orm/query.py}, {@code context.py}). */
final class OrmStatementCodecs {

  private static final String RAW_COLUMNS = "_raw_columns";
  private static final String STATEMENT = "_statement";
  private static final String PARAMS = "_params";
  private static final String SESSION = "session";
  private static final String CHECKED = "_enable_assertions";
  private static final String ANNOTATIONS = "_annotations";
  private static final String PARENT_ENTITY = "parententity";

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(
              Query.class, OrmClasses.QUERY, OrmStatementCodecs::query, OrmStatementCodecs::write),
          NodeCodec.of(
              FromStatement.class,
              OrmClasses.FROM_STATEMENT,
              OrmStatementCodecs::fromStatement,
              OrmStatementCodecs::write),
          NodeCodec.of(
              OrmJoin.class, OrmClasses.JOIN, OrmStatementCodecs::join, OrmStatementCodecs::write));

  private OrmStatementCodecs() {}

  private static Query query(NodeReader in) {
    Statement statement = in.find(STATEMENT) == null ? null : in.statement(STATEMENT);
    LabelStyle style =
        in.find(LabelStyles.KEY) == null
            ? LabelStyle.LEGACY_ORM
            : LabelStyles.read(in.find(LabelStyles.KEY));
    return new Query(
        EarlyColumnClasses.named(SelectCodec.clauses(in).labelStyle(style).build(), in),
        statement,
        params(in),
        in.find(SESSION),
        in.find(CHECKED) == null || in.flag(CHECKED));
  }

  /** The values of {@code params()}, by the names of the parameters. */
  static Map<String, @Nullable Object> params(NodeReader in) {
    Map<String, @Nullable Object> params = new LinkedHashMap<>();
    in.dict(PARAMS)
        .forEach(
            (key, value) ->
                params.put(
                    in.decoder().text(key, in.path(PARAMS)),
                    value == PyNone.NONE ? null : in.decoder().value(value)));
    return params;
  }

  private static Object write(Query query, ExprToGraph out) {
    NodeWriter state = new NodeWriter(out);
    Object session = query.session();
    state.put(SESSION, session == null ? PyNone.NONE : session);
    SelectCodec.write(query.clauses(), state, out);
    if (query.clauses().labelStyle() != LabelStyle.LEGACY_ORM) {
      state.put(LabelStyles.KEY, LabelStyles.write(query.clauses().labelStyle()));
    }
    state.elementIfGiven(STATEMENT, query.statement());
    if (!query.params().isEmpty()) {
      PyDict params = new PyDict();
      query.params().forEach((key, value) -> params.put(key, out.value(value)));
      state.put(PARAMS, Dicts.immutable(params));
    }
    if (!query.isChecked()) {
      state.put(CHECKED, false);
    }
    return state.make(OrmClasses.QUERY);
  }

  private static FromStatement fromStatement(NodeReader in) {
    boolean adapts = in.find("_adapt_on_names") == null || in.flag("_adapt_on_names");
    return new FromStatement(
        in.require(RAW_COLUMNS).elements(RAW_COLUMNS),
        in.statement("element"),
        adapts,
        StatementOptionsCodec.read(in));
  }

  private static Object write(FromStatement statement, ExprToGraph out) {
    Statement element = statement.element();
    boolean isInsert = element instanceof dev.brine.expr.Insert;
    boolean isUpdate = element instanceof dev.brine.expr.Update;
    boolean isDelete = element instanceof dev.brine.expr.Delete;
    boolean isSelect = element instanceof dev.brine.expr.SelectBase;
    NodeWriter state =
        new NodeWriter(out)
            .list(RAW_COLUMNS, statement.columns())
            .element("element", element)
            .put("is_dml", isInsert || isUpdate || isDelete)
            .put("is_select", isSelect)
            .put("is_delete", isDelete)
            .put("is_insert", isInsert)
            .put("is_update", isUpdate)
            .put("_adapt_on_names", statement.adaptsOnNames())
            .put(LabelStyles.KEY, isSelect ? LabelStyles.write(element.labelStyle()) : PyNone.NONE);
    return StatementOptionsCodec.write(statement.options(), state, out)
        .make(OrmClasses.FROM_STATEMENT);
  }

  private static OrmJoin join(NodeReader in) {
    Join join =
        new Join(
            in.from("left"),
            in.from("right"),
            in.column("onclause"),
            in.flag("isouter"),
            in.flag("full"));
    Object parent = in.dict(ANNOTATIONS).get(PARENT_ENTITY);
    OrmEntity entity = parent == null ? null : in.decoder().entity(parent, in.path(PARENT_ENTITY));
    return new OrmJoin(join, entity);
  }

  private static Object write(OrmJoin orm, ExprToGraph out) {
    NodeWriter state =
        FromCodecs.write(orm.join(), new NodeWriter(out))
            .put("_left_memo", PyNone.NONE)
            .put("_right_memo", PyNone.NONE);
    OrmEntity parent = orm.parentEntity();
    if (parent != null) {
      state.put(
          ANNOTATIONS,
          Dicts.immutable(new PyDict().put(PARENT_ENTITY, out.entities().subject(parent))));
    }
    return state.make(OrmClasses.JOIN);
  }
}
