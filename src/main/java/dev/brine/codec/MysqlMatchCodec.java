package dev.brine.codec;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.MysqlMatch;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.schema.Types;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import java.util.List;
import java.util.Map;

/** {@code mysql.match} (rel_2_0_52, {@code dialects/mysql/expression.py}). */
final class MysqlMatchCodec {

  private static final PyGlobal MATCH =
      new PyGlobal("sqlalchemy.dialects.mysql.expression", "match");
  private static final PyGlobal COLUMNS = PythonClasses.element("BooleanClauseList");

  private static final String BOOLEAN_MODE = "mysql_boolean_mode";
  private static final String NATURAL_LANGUAGE = "mysql_natural_language";
  private static final String QUERY_EXPANSION = "mysql_query_expansion";

  static final NodeCodec<MysqlMatch> ENTRY =
      NodeCodec.of(MysqlMatch.class, MATCH, MysqlMatchCodec::decode, MysqlMatchCodec::encode);

  private MysqlMatchCodec() {}

  private static MysqlMatch decode(NodeReader in) {
    List<ColumnElement> columns = in.child("left", COLUMNS).columns("clauses");
    Map<String, Object> modifiers = in.plainDict("modifiers");
    in.type("type", Types.NULL);
    if (in.operator("operator") != StandardOperator.MATCH || in.find("negate") != null) {
      throw in.refuse("another operator");
    }
    return new MysqlMatch(
        columns,
        in.column("right"),
        Boolean.TRUE.equals(modifiers.get(BOOLEAN_MODE)),
        Boolean.TRUE.equals(modifiers.get(NATURAL_LANGUAGE)),
        Boolean.TRUE.equals(modifiers.get(QUERY_EXPANSION)));
  }

  private static Object encode(MysqlMatch match, ExprToGraph out) {
    // SQLAlchemy keeps the columns as conditions that a comma joins.
    Object columns =
        new NodeWriter(out)
            .tuple("clauses", match.columns())
            .put("group", false)
            .operator("operator", StandardOperator.COMMA)
            .type(Types.BOOLEAN)
            .put("_is_implicitly_boolean", true)
            .make(COLUMNS);
    PyDict modifiers =
        new PyDict()
            .put(BOOLEAN_MODE, match.isBooleanMode())
            .put(NATURAL_LANGUAGE, match.isNaturalLanguage())
            .put(QUERY_EXPANSION, match.hasQueryExpansion());
    return new NodeWriter(out)
        .put("left", columns)
        .element("right", match.against())
        .operator("operator", StandardOperator.MATCH)
        .put("negate", PyNone.NONE)
        .put("modifiers", Dicts.immutable(modifiers))
        .type(match.type())
        .put("_is_implicitly_boolean", true)
        .make(MATCH);
  }
}
