package dev.brine.expr;

import dev.brine.error.UnsupportedConstructException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How attributes along a path are loaded, {@code joinedload(User.addresses)}: SQLAlchemy's {@code
 * Load} (rel_2_0_58, {@code orm/strategy_options.py}).
 *
 * @param path where the next option of the chain starts
 * @param elements one for each option of the chain
 * @param propagates whether it holds for lazy loads of what was loaded too
 * @param additionalSources entities beside the first of the path that it starts from
 */
public record Load(
    LoaderPath path,
    List<LoadElement> elements,
    boolean propagates,
    List<OrmEntity> additionalSources)
    implements ExecutableOption, LoadMethods {

  public Load {
    Objects.requireNonNull(path, "path");
    elements = List.copyOf(elements);
    additionalSources = List.copyOf(additionalSources);
  }

  /** {@code Load(User)}. */
  public static Load of(OrmEntity entity) {
    requireNoAlias(entity);
    return new Load(LoaderPath.of(entity.entity()), List.of(), false, List.of());
  }

  @Override
  public Load self() {
    return this;
  }

  /** Along a relationship, to where the next option starts. */
  Load along(MappedAttribute relationship, LoadStrategy strategy, boolean propagates) {
    OrmEntity ofType = relationship.ofType();
    if (ofType != null) {
      requireNoAlias(ofType);
    }
    MappedEntity target =
        ofType != null
            ? ofType.entity()
            : relationship.parent().entity().target(relationship.key());
    if (target == null) {
      throw EntityAttributes.unknown(relationship.parent(), relationship.key());
    }
    LoaderPath reached = at(relationship).to(target);
    LoadElement plain = strategy.element(LoadElement.Kind.ATTRIBUTE, reached);
    boolean isDefault = strategy.strategy().isEmpty() && strategy.options().isEmpty();
    LoadElement element =
        new LoadElement(
            plain.kind(),
            plain.path(),
            plain.strategy(),
            plain.options(),
            relationship.extraCriteria(),
            propagates,
            isDefault ? true : null,
            ofType == null ? null : ofType.entity(),
            null);
    return followed(element, reached, propagates);
  }

  /** An attribute that holds a value; the next option starts where this did. */
  Load to(ColumnElement attribute, LoadStrategy strategy) {
    LoaderPath reached = at(LoadMethods.attribute(attribute));
    return followed(strategy.element(LoadElement.Kind.ATTRIBUTE, reached), path, true);
  }

  /** All attributes of a kind. */
  Load toAll(String kind, LoadStrategy strategy) {
    LoaderPath reached = path.to(kind + ":*");
    boolean isEnd = kind.equals("relationship");
    return followed(
        strategy.element(LoadElement.Kind.TOKEN, reached), isEnd ? reached : path, true);
  }

  /** The path up to an attribute, which may be of a class below the one it ends in. */
  private LoaderPath at(MappedAttribute attribute) {
    requireNoAlias(attribute.parent());
    List<LoaderPath.Step> steps = new ArrayList<>(path.steps().subList(0, path.steps().size() - 1));
    steps.add(new LoaderPath.Step(attribute.parent().entity(), attribute.key()));
    return new LoaderPath(steps);
  }

  private Load followed(LoadElement element, LoaderPath next, boolean isPropagated) {
    List<LoadElement> all = new ArrayList<>(elements);
    all.add(element);
    if (element.isRecursive()) {
      // As SQLAlchemy has it, which adds the levels below when it loads them.
      all.add(element.oneLevelDeeper());
    }
    return new Load(next, all, propagates || isPropagated, additionalSources);
  }

  /** An option that starts where this leads to, from the start of this. */
  LoadElement within(LoadElement element) {
    return new LoadElement(
        element.kind(),
        prefixed(element.path()),
        element.strategy(),
        element.options(),
        element.extraCriteria(),
        element.propagates(),
        element.reconcileToOther(),
        element.ofType(),
        prefixedOrNull(element.polymorphicPath()));
  }

  private LoaderPath prefixed(LoaderPath other) {
    List<LoaderPath.Step> steps = new ArrayList<>(path.steps().subList(0, path.steps().size() - 1));
    steps.addAll(other.steps());
    return new LoaderPath(steps);
  }

  private @Nullable LoaderPath prefixedOrNull(@Nullable LoaderPath other) {
    return other == null ? null : prefixed(other);
  }

  private static void requireNoAlias(OrmEntity entity) {
    if (entity instanceof AliasedEntity) {
      throw new UnsupportedConstructException(
          "no dump can hold a loader option on an alias of '%s': SQLAlchemy drops the alias"
              .formatted(entity.entity().className()),
          "join to the alias and use containsEager(relationship, alias)");
    }
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(additionalSources);
    elements.forEach(element -> children.addAll(element.children()));
    return children;
  }
}
