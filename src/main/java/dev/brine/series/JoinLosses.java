package dev.brine.series;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import dev.brine.expr.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is lost of joins along relationships (rel_2_0_58, {@code orm/context.py}). Stateless. */
final class JoinLosses {

  private JoinLosses() {}

  static List<Loss> of(Select select, Set<ElementKey> around) {
    List<SetupJoin> joins =
        select.setupJoins().stream().filter(join -> along(join) != null).toList();
    List<Loss> toItself =
        joins.stream().filter(JoinLosses::isToItself).map(join -> loss(join, true)).toList();
    if (!toItself.isEmpty() || joins.isEmpty()) {
      return toItself;
    }
    return loose(select, around).stream()
        .flatMap(alias -> joins.stream().filter(join -> mayReach(join, alias)).limit(1))
        .map(join -> loss(join, false))
        .toList();
  }

  /** The relationship of a join that says nothing else; null for any other join. */
  private static @Nullable MappedAttribute along(SetupJoin join) {
    return join.onclause() == null
            && join.target() instanceof MappedAttribute attribute
            && attribute.ofType() == null
        ? attribute
        : null;
  }

  private static @Nullable MappedEntity target(SetupJoin join) {
    MappedAttribute attribute = along(join);
    return attribute == null ? null : attribute.parent().entity().target(attribute.key());
  }

  /** "Can't construct a join from … to …, they are the same entity", with nothing to tell them. */
  private static boolean isToItself(SetupJoin join) {
    MappedAttribute attribute = along(join);
    return attribute != null
        && attribute.parent() instanceof MappedClass parent
        && !(join.left() instanceof AliasedEntity)
        && target(join) == parent.entity();
  }

  private static boolean mayReach(SetupJoin join, AliasedEntity alias) {
    MappedEntity target = target(join);
    return target == null || OptionLosses.isRelated(target, alias.entity());
  }

  private static Loss loss(SetupJoin join, boolean isCertain) {
    MappedAttribute attribute = Objects.requireNonNull(along(join));
    String name = attribute.parent().entity().simpleName() + "." + attribute.key();
    return new Loss(Loss.Kind.JOIN_OF_TYPE, isCertain, name);
  }

  /**
   * The aliases whose rows are combined with all others, as SQLAlchemy's {@code FromLinter} finds
   * them ({@code sql/compiler.py}): nothing joins them, and no condition has to do with something
   * else, too.
   */
  private static Collection<AliasedEntity> loose(Select select, Set<ElementKey> around) {
    Map<ElementKey, AliasedEntity> loose = new LinkedHashMap<>();
    for (AliasedEntity alias : aliases(select)) {
      if (!(alias.alias() instanceof Join)) {
        loose.put(ElementKey.of(alias.alias()), alias);
      }
    }
    loose.keySet().removeAll(around);
    loose.keySet().removeAll(keys(joined(select)));
    List<ColumnElement> conditions = new ArrayList<>(select.where());
    conditions.addAll(select.having());
    for (ColumnElement condition : conditions) {
      Set<ElementKey> linked = keys(List.of(condition));
      if (linked.size() > 1) {
        loose.keySet().removeAll(linked);
      }
    }
    return loose.values();
  }

  private static List<ClauseElement> joined(Select select) {
    List<ClauseElement> joined = new ArrayList<>(select.from());
    for (SetupJoin join : select.setupJoins()) {
      Stream.of(join.left(), join.target(), join.onclause())
          .filter(Objects::nonNull)
          .forEach(joined::add);
    }
    return joined;
  }

  /** The aliases whose values it selects, compares or orders by. */
  private static List<AliasedEntity> aliases(Select select) {
    List<ClauseElement> users = new ArrayList<>(select.columns());
    users.addAll(select.where());
    users.addAll(select.having());
    users.addAll(select.tail().children());
    List<AliasedEntity> aliases = new ArrayList<>();
    users.forEach(user -> collect(user, aliases));
    return aliases;
  }

  private static void collect(ClauseElement element, List<AliasedEntity> aliases) {
    if (element instanceof AliasedEntity alias) {
      aliases.add(alias);
    } else if (!(element instanceof Statement) && !(element instanceof FromClause)) {
      if (element instanceof AnnotatedColumn column
          && column.annotations().parentEntity() instanceof AliasedEntity alias) {
        aliases.add(alias);
      }
      element.children().forEach(child -> collect(child, aliases));
    }
  }

  private static Set<ElementKey> keys(List<ClauseElement> elements) {
    Set<ElementKey> keys = new HashSet<>();
    plain(FromObjects.of(elements)).forEach(from -> keys.add(ElementKey.of(from)));
    return keys;
  }

  /** The same with what an alias selects from in its place, which its columns name. */
  static List<FromClause> plain(List<FromClause> froms) {
    return froms.stream()
        .map(from -> from instanceof AliasedEntity entity ? entity.alias() : from)
        .toList();
  }
}
