package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    implements ExecutableOption {

  public Load {
    Objects.requireNonNull(path, "path");
    elements = List.copyOf(elements);
    additionalSources = List.copyOf(additionalSources);
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(additionalSources);
    elements.forEach(element -> children.addAll(element.children()));
    return children;
  }
}
