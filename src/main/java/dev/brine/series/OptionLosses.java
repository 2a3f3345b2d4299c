package dev.brine.series;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.Load;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.mapping.Mapper;
import dev.brine.shape.LoadElementState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is lost in loader options (rel_2_0_58, {@code orm/strategy_options.py}). Stateless. */
final class OptionLosses {

  private static final String ALIAS_OF_CONTAINS_EAGER = "eager_from_alias";

  private OptionLosses() {}

  /** What an option shows by itself. */
  static List<Loss> of(Load load) {
    List<Loss> found = new ArrayList<>();
    for (LoadElement element : load.elements()) {
      if (lacksExpression(element)) {
        found.add(new Loss(Loss.Kind.WITH_EXPRESSION, true, text(element.path())));
      }
      LoaderPath polymorphic = element.polymorphicPath();
      if (polymorphic != null && lacksAlias(element)) {
        found.add(new Loss(Loss.Kind.OPTION_OF_TYPE, true, text(polymorphic)));
      }
    }
    return found;
  }

  private static boolean lacksExpression(LoadElement element) {
    return element.strategy().containsKey(LoadElementState.QUERY_EXPRESSION)
        && element.extraCriteria().isEmpty();
  }

  /** The path is only there beside what of_type() named; contains_eager() keeps it elsewhere. */
  private static boolean lacksAlias(LoadElement element) {
    return element.ofType() == null && element.options().get(ALIAS_OF_CONTAINS_EAGER) == null;
  }

  /** Options on classes that the statement has under another name only: {@code Load._process}. */
  static List<Loss> ofEntities(Select select) {
    List<OrmEntity> entities =
        select.columns().stream()
            .filter(OrmEntity.class::isInstance)
            .map(OrmEntity.class::cast)
            .toList();
    return select.options().orm().loaderOptions().stream()
        .filter(Load.class::isInstance)
        .map(option -> ofEntities(lead((Load) option), entities))
        .flatMap(List::stream)
        .toList();
  }

  private static MappedEntity lead(Load load) {
    LoaderPath path = load.elements().isEmpty() ? load.path() : load.elements().get(0).path();
    return path.steps().get(0).entity();
  }

  private static List<Loss> ofEntities(MappedEntity lead, List<OrmEntity> entities) {
    boolean isApplied = entities.stream().anyMatch(entity -> takes(entity, lead));
    boolean isAliased = entities.stream().anyMatch(entity -> isAliasOf(entity, lead));
    if (isApplied || !isAliased) {
      return List.of();
    }
    boolean isCertain =
        lead instanceof Mapper || entities.stream().noneMatch(MappedClass.class::isInstance);
    return List.of(new Loss(Loss.Kind.OPTION_ON_ALIAS, isCertain, lead.simpleName()));
  }

  /** Whether an option on a class is one on this. */
  private static boolean takes(OrmEntity entity, MappedEntity lead) {
    return entity instanceof AliasedEntity alias
        ? alias.usesMapperPath() && isAliasOf(alias, lead)
        : isRelated(entity.entity(), lead);
  }

  private static boolean isAliasOf(OrmEntity entity, MappedEntity lead) {
    return entity instanceof AliasedEntity alias
        && (isRelated(alias.entity(), lead)
            || alias.polymorphic().stream().anyMatch(each -> isRelated(each, lead)));
  }

  /** Whether two are of one hierarchy; without a mapping, whether they are one class. */
  static boolean isRelated(@Nullable MappedEntity one, @Nullable MappedEntity other) {
    if (one instanceof Mapper mapper && other instanceof Mapper another) {
      return mapper.baseMapper() == another.baseMapper();
    }
    return one != null && other != null && one.className().equals(other.className());
  }

  /** {@code Band.albums > Album.tracks}. */
  private static String text(LoaderPath path) {
    return path.steps().stream()
        .filter(step -> step.key() != null)
        .map(step -> step.entity().simpleName() + "." + step.key())
        .collect(Collectors.joining(" > "));
  }
}
