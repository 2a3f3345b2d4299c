package dev.brine.policy;

import dev.brine.error.ForbiddenStatementException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a loaded statement may do; asked before anything of it runs. SQLAlchemy trusts every dump,
 * and so does {@link #TRUSTED}. A dump of which nobody knows who wrote it may hold SQL as text,
 * change rows, or call functions that read files: {@link #SAFE} allows none of these.
 *
 * <p>What is <em>not</em> text is safe under every policy: names are quoted, values are parameters
 * or written as literals of the dialect. What a caller's own mapping loads along with an allowed
 * class, such as a relationship that is always joined, is the caller's choice and not asked for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rawSql whether SQL may be given as text: {@code text()}, {@code literal_column()}, hints,
 *     prefixes and suffixes, {@code op()} with anything but an operator in it; and elements that
 *     are not understood, as nobody can tell what they say
 * @param changes whether rows may be changed or locked, or a sequence moved on
 * @param tables the only tables that may be read or changed, by their names, with that of the
 *     schema and a point before it if they have one; null for all
 * @param columns the only columns, as {@code table.column} or {@code schema.table.column}; null for
 *     all
 * @param functions the only functions, by name, whatever its case; null for all
 */
public record LoadPolicy(
    boolean rawSql,
    boolean changes,
    @Nullable Set<String> tables,
    @Nullable Set<String> columns,
    @Nullable Set<String> functions) {

  /** Whatever the dump says, as SQLAlchemy does. */
  public static final LoadPolicy TRUSTED = new LoadPolicy(true, true, null, null, null);

  /** Reads, by SQL that SQLAlchemy's own constructs make, with {@link #harmlessFunctions}. */
  public static final LoadPolicy SAFE =
      TRUSTED.withoutRawSql().readOnly().allowingFunctions(harmlessFunctions());

  public LoadPolicy {
    tables = tables == null ? null : Set.copyOf(tables);
    columns = columns == null ? null : Set.copyOf(columns);
    functions = functions == null ? null : lowerCase(functions);
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Functions of the databases Brine runs on that do no more than compute a value from their
   * arguments, from rows, or from the clock.
   */
  public static Set<String> harmlessFunctions() {
    return HarmlessFunctions.NAMES;
  }

  public LoadPolicy withoutRawSql() {
    return new LoadPolicy(false, changes, tables, columns, functions);
  }

  public LoadPolicy readOnly() {
    return new LoadPolicy(rawSql, false, tables, columns, functions);
  }

  /** These tables and those allowed before; no others. */
  public LoadPolicy allowingTables(Set<String> added) {
    return new LoadPolicy(rawSql, changes, union(tables, added), columns, functions);
  }

  /** These columns and those allowed before; no others. */
  public LoadPolicy allowingColumns(Set<String> added) {
    return new LoadPolicy(rawSql, changes, tables, union(columns, added), functions);
  }

  /** These functions and those allowed before; no others. */
  public LoadPolicy allowingFunctions(Set<String> added) {
    return new LoadPolicy(rawSql, changes, tables, columns, union(functions, added));
  }

  private static Set<String> union(@Nullable Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(others);
    if (some != null) {
      all.addAll(some);
    }
    return all;
  }

  /**
   * Makes sure that what was loaded is allowed: an element, or a List or Map of them.
   *
   * @throws ForbiddenStatementException if it is not; the message names the first thing that is
   *     forbidden
   */
  public void check(Object loaded) {
    if (!isAllAllowed()) {
      new PolicyCheck(this).check(loaded);
    }
  }

  private boolean isAllAllowed() {
    return rawSql && changes && tables == null && columns == null && functions == null;
  }
}
