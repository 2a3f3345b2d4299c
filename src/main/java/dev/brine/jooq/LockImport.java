package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ForUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * {@code FOR UPDATE} and its kin, which jOOQ's object model leaves out; they are read as they are
 * printed for PostgreSQL, which has all of them.
 */
final class LockImport {

  private static final Set<String> MODES = Set.of("update", "share", "no key update", "key share");

  private final FieldImport fields;
  private final ImportScope scope;

  LockImport(FieldImport fields, ImportScope scope) {
    this.fields = fields;
    this.scope = scope;
  }

  /** Null if the query locks nothing. */
  @Nullable ForUpdate read(Printed query, SelectQuery<Record> mirror) {
    for (Printed child : query.children()) {
      List<String> keywords = child.keywords();
      if (keywords.size() > 1 && keywords.get(0).equals("for") && MODES.contains(keywords.get(1))) {
        return lock(child, keywords, mirror);
      }
    }
    return null;
  }

  private ForUpdate lock(Printed clause, List<String> keywords, SelectQuery<Record> mirror) {
    ForUpdate lock = mode(keywords.get(1), mirror);
    if (clause.behind("of") instanceof Collection<?> of) {
      lock = lock.of(of(of, mirror).toArray(ClauseElement[]::new));
    }
    if (keywords.contains("nowait")) {
      mirror.setForLockModeNoWait();
      return lock.noWait();
    }
    if (keywords.contains("skip locked")) {
      mirror.setForLockModeSkipLocked();
      return lock.skipLocked();
    }
    return lock;
  }

  private static ForUpdate mode(String mode, SelectQuery<Record> mirror) {
    switch (mode) {
      case "update" -> mirror.setForUpdate(true);
      case "share" -> mirror.setForShare(true);
      case "no key update" -> mirror.setForNoKeyUpdate(true);
      default -> mirror.setForKeyShare(true);
    }
    return switch (mode) {
      case "update" -> ForUpdate.PLAIN;
      case "share" -> ForUpdate.PLAIN.read();
      case "no key update" -> ForUpdate.PLAIN.keyShare();
      default -> ForUpdate.PLAIN.read().keyShare();
    };
  }

  private List<ClauseElement> of(Collection<?> parts, SelectQuery<Record> mirror) {
    List<ClauseElement> elements = new ArrayList<>();
    List<Table<?>> tables = new ArrayList<>();
    List<Field<?>> columns = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Table<?> table) {
        elements.add(scope.from(JooqNames.key(table.getQualifiedName())));
        tables.add(table);
      } else if (part instanceof Field<?> field) {
        elements.add(fields.read(field).element());
        columns.add(field);
      } else {
        throw new JooqImportException("FOR UPDATE OF " + (QueryPart) part + " cannot be imported");
      }
    }
    if (!tables.isEmpty()) {
      mirror.setForLockModeOf(tables.toArray(Table[]::new));
    }
    if (!columns.isEmpty()) {
      mirror.setForLockModeOf(columns.toArray(Field[]::new));
    }
    return elements;
  }
}
