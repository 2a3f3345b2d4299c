package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.LabelName;
import dev.brine.expr.SelectedColumn;
import dev.brine.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Oracle (rel_2_0_58, {@code dialects/oracle/base.py}). */
final class OracleDml extends DmlRules {

  OracleDml() {
    super(
        "oracle",
        Set.of(
            DmlFeature.INSERT_RETURNING,
            DmlFeature.UPDATE_RETURNING,
            DmlFeature.DELETE_RETURNING,
            DmlFeature.DEFAULT_AS_VALUE,
            DmlFeature.SEQUENCES,
            DmlFeature.CTE_FOLLOWS_INSERT));
  }

  @Override
  String nextValue(IdentifierPreparer identifiers, Sequence sequence) {
    return sequenceName(identifiers, sequence) + ".nextval";
  }

  /** Oracle gives no rows but puts values into parameters. */
  @Override
  Fragment returning(
      DmlCompiler c, DmlStatement<?> statement, List<SelectedColumn> columns, Scope scope) {
    BindTable binds = c.compilation().binds();
    if (binds.hasOutParameters()) {
      throw new CompileException(
          "Using explicit outparam() objects with UpdateBase.returning() in the same Core DML"
              + " statement is not supported in the Oracle Database dialects.",
          "use one of the two");
    }
    List<Fragment> returned = new ArrayList<>();
    List<Fragment> targets = new ArrayList<>();
    for (SelectedColumn column : columns) {
      ColumnElement element = column.element();
      NamedBind target = binds.returned(BindParameter.out("ret_" + targets.size(), element.type()));
      targets.add(Fragment.of(new SqlPart.Bind(target.name(), target.parameter(), "")));
      returned.add(c.compiler().compileApart(fetched(c.compilation(), element)));
      if (scope.isResult()) {
        c.compilation().resultColumns().add(result(c.compilation(), element));
      }
    }
    return Fragment.of(
        "RETURNING ",
        Fragment.join(", ", returned, part -> part),
        " INTO ",
        Fragment.join(", ", targets, part -> part));
  }

  private static ColumnElement fetched(Compilation compilation, ColumnElement element) {
    TypeExpressions types = compilation.options().renderers().typeExpressions();
    return types.fetched(element, compilation.dialect());
  }

  private static ResultColumn result(Compilation compilation, ColumnElement element) {
    LabelName name = compilation.elementNames().name(element);
    LabelName label = name == null ? compilation.elementNames().anonymous(element) : name;
    return new ResultColumn(
        compilation.names().printed(NameMap.Kind.COLUMN, label).text(), element.type());
  }
}
