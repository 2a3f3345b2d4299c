package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Over;
import dev.brine.expr.WindowFunction;
import dev.brine.jooq.SortImport.SortTwin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.WindowDefinition;
import org.jooq.WindowOverStep;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * The windows of one SELECT. SQLAlchemy has no WINDOW clause, so that one that is referred to by
 * its name is written where it is used.
 */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings("rawtypes")
final class Windows {

  private final FieldImport fields;
  private final SortImport sorts;
  private final Map<String, WindowDefinition> defined = new HashMap<>();

  Windows(FieldImport fields) {
    this.fields = fields;
    this.sorts = new SortImport(fields);
  }

  /** Makes the windows of a WINDOW clause known by their names. */
  void define(List<? extends WindowDefinition> definitions) {
    definitions.forEach(window -> defined.put(JooqNames.text(window.$name()), window));
  }

  /** The definition made anew. */
  WindowDefinition mirror(WindowDefinition window) {
    WindowSpecification specification = window.$windowSpecification();
    return specification == null ? window.$name().as() : window.$name().as(mirror(specification));
  }

  /**
   * The function in its window; itself if it has none.
   *
   * @param call the function, with its FILTER if it has one
   * @param mirror the like of jOOQ's
   */
  Twin<Field> in(QOM.WindowFunction<?> function, ColumnElement call, WindowOverStep<?> mirror) {
    WindowSpecification own = function.$windowSpecification();
    if (own != null) {
      return new Twin<>(over(call, own), mirror.over(mirror(own)));
    }
    WindowDefinition definition = function.$windowDefinition();
    if (definition != null) {
      return new Twin<>(over(call, definition), mirror.over(mirror(definition)));
    }
    QueryPart named = Printed.of(function, SQLDialect.POSTGRES).behind("over");
    if (named instanceof Name name) {
      WindowDefinition found = defined.get(JooqNames.text(name));
      if (found == null) {
        throw new JooqImportException(
            "no window is called " + name, "define it in the WINDOW clause of the same SELECT");
      }
      return new Twin<>(over(call, found), mirror.over(name));
    }
    if (named != null) {
      return new Twin<>(((WindowFunction) call).over(), mirror.over());
    }
    return new Twin<>(call, (Field) mirror);
  }

  private Over over(ColumnElement call, WindowDefinition window) {
    WindowSpecification specification = window.$windowSpecification();
    return specification == null ? ((WindowFunction) call).over() : over(call, specification);
  }

  private Over over(ColumnElement call, WindowSpecification window) {
    WindowDefinition base = window.$windowDefinition();
    Over over = base == null ? ((WindowFunction) call).over() : over(call, base);
    List<Object> partitions = new ArrayList<>(over.partitionBy());
    window.$partitionBy().forEach(each -> partitions.add(fields.read(each).element()));
    List<Object> orders = new ArrayList<>(over.orderBy());
    window.$orderBy().forEach(each -> orders.add(sorts.read(each).element()));
    return FrameImport.element(
        over.partitionBy(partitions.toArray()).orderBy(orders.toArray()), window);
  }

  private WindowSpecification mirror(WindowSpecification window) {
    List<GroupField> partitions = new ArrayList<>();
    window.$partitionBy().forEach(each -> partitions.add(fields.read(each).mirror()));
    List<OrderField<?>> orders = new ArrayList<>();
    for (SortField<?> each : window.$orderBy()) {
      SortTwin read = sorts.read(each);
      orders.add(read.mirror());
    }
    WindowDefinition base = window.$windowDefinition();
    return FrameImport.mirror(
        base == null ? DSL.partitionBy(partitions).orderBy(orders) : mirror(base).orderBy(orders),
        window);
  }
}
