package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what can be known only with the values: lists and literally executed parameters.
 * SQLAlchemy's {@code _process_parameters_for_postcompile} (rel_2_0_52, {@code sql/compiler.py}).
 */
final class Postcompile {

  private final Compiled compiled;
  private final LiteralRenderer literals;
  private final Map<String, Expansion> expansions = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  Postcompile(Compiled compiled) {
    this.compiled = compiled;
    BindNames names = compiled.dialect().rules().bindNames();
    for (NamedBind bind : compiled.binds()) {
      taken.add(bind.name());
      taken.add(names.written(bind.name(), bind.parameter()));
    }
    this.literals = new LiteralRenderer(compiled.dialect().rules(), compiled.options());
  }

  Compiled expand() {
    PartList parts = new PartList();
    for (SqlPart part : compiled.parts()) {
      if (part instanceof SqlPart.ExpandingBind bind) {
        expansion(bind).parts.forEach(parts::add);
      } else if (part instanceof SqlPart.Bind bind) {
        parts.add(settled(bind));
      } else {
        parts.add(part);
      }
    }
    return new Compiled(
        compiled.dialect(),
        compiled.options().withRenderPostcompile(false),
        parts.toList(),
        binds(),
        compiled.outcome(),
        Map.of());
  }

  private SqlPart settled(SqlPart.Bind bind) {
    BindParameter parameter = bind.parameter();
    Object value = compiled.value(new NamedBind(bind.name(), parameter));
    return parameter.isLiteralExecute()
        ? new SqlPart.Text(literals.render(value, parameter.type()) + bind.cast())
        : new SqlPart.Bind(bind.name(), withValue(parameter, value), bind.cast());
  }

  private BindParameter withValue(BindParameter parameter, @Nullable Object value) {
    return parameter.isRequired() && value == null ? parameter : parameter.withValue(value);
  }

  /**
   * Those that are no lists in their old order, then the items of lists in the order of the text.
   */
  private List<NamedBind> binds() {
    List<NamedBind> binds = new ArrayList<>();
    for (NamedBind bind : compiled.binds()) {
      BindParameter parameter = bind.parameter();
      if (!parameter.isExpanding() && !parameter.isLiteralExecute()) {
        binds.add(new NamedBind(bind.name(), withValue(parameter, compiled.value(bind))));
      }
    }
    expansions.values().forEach(expansion -> binds.addAll(expansion.binds));
    return binds;
  }

  /** A parameter met twice is expanded once. */
  private Expansion expansion(SqlPart.ExpandingBind bind) {
    Expansion known = expansions.get(bind.name());
    if (known == null) {
      known = expand(bind);
      expansions.put(bind.name(), known);
    }
    return known;
  }

  private Expansion expand(SqlPart.ExpandingBind bind) {
    BindParameter parameter = bind.parameter();
    Object value = compiled.value(new NamedBind(bind.name(), parameter));
    ExpandedList list =
        new ExpandedList(
            compiled.dialect().rules(),
            parameter,
            bind.around(),
            ExpandedList.items(bind.name(), value));
    Expansion expansion = new Expansion(compiled.dialect().rules().bindNames(), taken);
    if (parameter.isLiteralExecute()) {
      expansion.parts.addAll(list.literal(literals));
    } else {
      expansion.parts.addAll(
          list.parts((suffix, item, type) -> expansion.add(bind, suffix, item, type)));
    }
    return expansion;
  }

  /** What one list became. */
  private static final class Expansion {
    private final BindNames bindNames;
    private final Set<String> taken;
    private final List<SqlPart> parts = new ArrayList<>();
    private final List<NamedBind> binds = new ArrayList<>();

    Expansion(BindNames bindNames, Set<String> taken) {
      this.bindNames = bindNames;
      this.taken = taken;
    }

    SqlPart.Bind add(
        SqlPart.ExpandingBind bind, String suffix, @Nullable Object value, SqlType type) {
      String name = free(bindNames.written(bind.name(), bind.parameter()) + suffix);
      BindParameter parameter =
          BindParameter.named(new QuotedName(name, Quoting.NEVER), value, type);
      binds.add(new NamedBind(name, parameter));
      return new SqlPart.Bind(name, parameter, bind.cast());
    }

    /** {@code x_1} may be the name of another parameter than the first of {@code x}'s. */
    private String free(String name) {
      String free = name;
      for (int i = 1; !taken.add(free); i++) {
        free = name + "__" + i;
      }
      return free;
    }
  }
}
