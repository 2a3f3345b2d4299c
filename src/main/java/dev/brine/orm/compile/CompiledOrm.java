package dev.brine.orm.compile;

import dev.brine.expr.Statement;
import java.util.List;
import java.util.Objects;

/**
 * A statement of the ORM in terms of Core, and how its rows are read: what SQLAlchemy's {@code
 * QueryContext} holds for the loading (rel_2_0_52, {@code orm/context.py}). Immutable.
 *
 * @param statement what is sent
 * @param parts the members of each row's tuple; empty for a statement that has nothing of the ORM,
 *     whose rows are as they come
 * @param repeatsEntities whether an entity comes in several rows, one for each member of a
 *     collection, so that the rows must be told apart ({@code unique()})
 * @param loadsEagerly whether relationships are loaded at once at all: {@code enable_eagerloads()}
 * @param options the loader options by the paths they hold for
 */
public record CompiledOrm(
    Statement statement,
    List<RowPart> parts,
    boolean repeatsEntities,
    boolean loadsEagerly,
    LoaderOptions options) {

  public CompiledOrm {
    Objects.requireNonNull(statement, "statement");
    parts = List.copyOf(parts);
    Objects.requireNonNull(options, "options");
  }
}
