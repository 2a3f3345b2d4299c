package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Lineage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of a mapper, and what is known by them. */
final class MapperProperties {

  private final List<MapperProperty> attrs;
  private final List<Hybrid> hybrids;
  private final List<AssociationProxy> proxies;
  private final List<ColumnElement> primaryKey;
  private final @Nullable ColumnElement polymorphicOn;
  private final @Nullable ColumnElement versionIdColumn;
  private final Map<String, MapperProperty> byKey = new LinkedHashMap<>();
  private final ColumnMap<ColumnProperty> byColumn = new ColumnMap<>();

  MapperProperties(
      List<MapperProperty> attrs,
      List<Hybrid> hybrids,
      List<AssociationProxy> proxies,
      List<ColumnElement> primaryKey,
      @Nullable ColumnElement polymorphicOn,
      @Nullable ColumnElement versionIdColumn) {
    this.attrs = List.copyOf(attrs);
    this.hybrids = List.copyOf(hybrids);
    this.proxies = List.copyOf(proxies);
    this.primaryKey = List.copyOf(primaryKey);
    this.polymorphicOn = polymorphicOn;
    this.versionIdColumn = versionIdColumn;
    hybrids.forEach(hybrid -> byKey.put(hybrid.key(), hybrid));
    proxies.forEach(proxy -> byKey.put(proxy.key(), proxy));
    attrs.forEach(property -> byKey.put(property.key(), property));
    for (MapperProperty property : attrs) {
      if (property instanceof ColumnProperty column) {
        column.columns().forEach(each -> byColumn.put(each, column));
      }
    }
  }

  List<MapperProperty> attrs() {
    return attrs;
  }

  List<Hybrid> hybrids() {
    return hybrids;
  }

  List<AssociationProxy> proxies() {
    return proxies;
  }

  List<ColumnElement> primaryKey() {
    return primaryKey;
  }

  @Nullable ColumnElement polymorphicOn() {
    return polymorphicOn;
  }

  @Nullable ColumnElement versionIdColumn() {
    return versionIdColumn;
  }

  Set<String> names() {
    return byKey.keySet();
  }

  @Nullable MapperProperty find(String key) {
    return byKey.get(key);
  }

  /** The column of a table may be mapped by way of a subquery. */
  @Nullable ColumnProperty propertyOf(ColumnElement column) {
    ColumnProperty found = byColumn.get(column);
    if (found != null) {
      return found;
    }
    return byColumn.values().stream()
        .filter(property -> Lineage.isShared(property.expression(), column))
        .findFirst()
        .orElse(null);
  }
}
