package dev.brine.bulk;

import dev.brine.catalog.JdbcNames;
import dev.brine.error.UsageException;
import dev.brine.schema.NearestName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what a request names in the database's own catalogue. */
final class TableLookup {

  private final ColumnRequest request;
  private final Connection connection;
  private final DatabaseMetaData source;
  private final Vendor vendor;

  private TableLookup(ColumnRequest request, Connection connection) throws SQLException {
    this.request = request;
    this.connection = connection;
    this.source = connection.getMetaData();
    this.vendor = Vendor.of(source);
  }

  /**
   * What the request names.
   *
   * @throws UsageException if it is not there, or has no key to go through it by
   */
  static FoundTable find(ColumnRequest request, Connection connection) throws SQLException {
    return new TableLookup(request, connection).find();
  }

  private FoundTable find() throws SQLException {
    Name table = table();
    Map<String, FoundColumn> columns = columns(table);
    FoundColumn column = holdingDumps(named(request.column(), columns, table));
    FoundColumn into =
        request.into() == null ? null : holdingDumps(named(request.into(), columns, table));
    KeyLookup keys = new KeyLookup(source, table.catalog(), table.schema(), table.table());
    List<FoundColumn> key = new ArrayList<>();
    for (String name : request.key().isEmpty() ? keys.primary() : request.key()) {
      key.add(named(name, columns, table));
    }
    FoundTable found =
        new FoundTable(
            vendor,
            table.home(vendor),
            table.table(),
            table.sql(vendor),
            key.stream().map(KeyColumn::new).toList(),
            column,
            column.equals(into) ? null : into,
            request.where());
    KeyCheck.of(found, keys).check(connection);
    return found;
  }

  /** A table by its names in JDBC. */
  private record Name(@Nullable String catalog, @Nullable String schema, String table) {

    /** Where it is, in the words of people: a schema, or what MySQL calls so. */
    @Nullable String home(Vendor vendor) {
      return vendor.catalogsAreSchemas() ? catalog : schema;
    }

    String sql(Vendor vendor) {
      String home = home(vendor);
      return home == null || home.isEmpty()
          ? vendor.quoted(table)
          : vendor.quoted(home) + "." + vendor.quoted(table);
    }
  }

  private Name table() throws SQLException {
    List<Name> all = tables();
    String wanted = request.table();
    String home = vendor.catalogsAreSchemas() ? connection.getCatalog() : connection.getSchema();
    List<Predicate<Name>> ways =
        List.of(
            name -> name.table().equals(wanted) && Objects.equals(name.home(vendor), home),
            name -> name.table().equals(wanted),
            name -> wanted.equals(name.home(vendor) + "." + name.table()),
            name ->
                name.table().equalsIgnoreCase(wanted) && Objects.equals(name.home(vendor), home),
            name -> name.table().equalsIgnoreCase(wanted),
            name -> wanted.equalsIgnoreCase(name.home(vendor) + "." + name.table()));
    for (Predicate<Name> way : ways) {
      List<Name> found = all.stream().filter(way).toList();
      if (found.size() > 1) {
        throw new UsageException(
            "there are several tables '%s'".formatted(wanted),
            "say which: " + String.join(", ", found.stream().map(this::full).toList()));
      }
      if (found.size() == 1) {
        return found.get(0);
      }
    }
    throw new UsageException(
        "the database has no table '%s'".formatted(wanted),
        NearestName.hint(wanted, all.stream().map(Name::table).toList()));
  }

  private String full(Name name) {
    return name.home(vendor) + "." + name.table();
  }

  private List<Name> tables() throws SQLException {
    List<Name> found = new ArrayList<>();
    String catalog = vendor.catalogsAreSchemas() ? null : connection.getCatalog();
    try (ResultSet rows = source.getTables(catalog, null, "%", null)) {
      while (rows.next()) {
        Name name =
            new Name(
                rows.getString("TABLE_CAT"),
                rows.getString("TABLE_SCHEM"),
                rows.getString("TABLE_NAME"));
        String type = Objects.requireNonNullElse(rows.getString("TABLE_TYPE"), "");
        if (isTable(type) && !JdbcNames.isSystemSchema(name.home(vendor))) {
          found.add(name);
        }
      }
    }
    return found;
  }

  /** Drivers have many words for tables and views, and PostgreSQL's gives indexes and types too. */
  private static boolean isTable(String type) {
    boolean isStored = type.endsWith("TABLE") || type.endsWith("VIEW");
    return isStored && !type.startsWith("SYSTEM");
  }

  private Map<String, FoundColumn> columns(Name table) throws SQLException {
    Map<String, FoundColumn> found = new LinkedHashMap<>();
    try (ResultSet rows =
        source.getColumns(
            table.catalog(),
            JdbcNames.pattern(source, table.schema()),
            JdbcNames.pattern(source, table.table()),
            "%")) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        found.put(
            name,
            new FoundColumn(
                name,
                FoundColumn.Kind.of(vendor, rows.getInt("DATA_TYPE")),
                rows.getString("TYPE_NAME"),
                rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
      }
    }
    return found;
  }

  private static FoundColumn named(String wanted, Map<String, FoundColumn> columns, Name table) {
    FoundColumn exact = columns.get(wanted);
    if (exact != null) {
      return exact;
    }
    Map<String, FoundColumn> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    inAnyCase.putAll(columns);
    FoundColumn found = inAnyCase.get(wanted);
    if (found == null) {
      throw new UsageException(
          "the table %s has no column '%s'".formatted(table.table(), wanted),
          NearestName.hint(wanted, columns.keySet()));
    }
    return found;
  }

  private static FoundColumn holdingDumps(FoundColumn column) {
    if (!column.canHoldDumps()) {
      throw new UsageException(
          "the column %s is of type %s, which holds no dumps"
              .formatted(column.name(), column.typeName()),
          "bytes, text and JSON can");
    }
    return column;
  }
}
