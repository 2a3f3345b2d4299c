package dev.brine.expr;

import java.util.List;
import java.util.stream.Collectors;

/** Prints what only the ORM knows; see {@link TreePrinter}. */
abstract class OrmTreePrinter implements ClauseVisitor<String> {

  @Override
  public String visitAliasedEntity(AliasedEntity entity) {
    return "aliased(%s, %s)".formatted(entity.entity().className(), entity.alias().accept(this));
  }

  @Override
  public String visitAnnotatedColumn(AnnotatedColumn column) {
    return column.element().accept(this);
  }

  @Override
  public String visitBundle(Bundle bundle) {
    return "bundle(%s, %s)".formatted(bundle.name(), all(bundle.expressions()));
  }

  @Override
  public String visitFromStatement(FromStatement statement) {
    return "from_statement(%s, %s)"
        .formatted(all(statement.columns()), statement.element().accept(this));
  }

  @Override
  public String visitMappedAttribute(MappedAttribute attribute) {
    return "attribute(%s, %s)".formatted(attribute.parent().accept(this), attribute.key());
  }

  @Override
  public String visitMappedClass(MappedClass mapped) {
    return "mapped(" + mapped.entity().className() + ")";
  }

  @Override
  public String visitMappedProperty(MappedProperty property) {
    return "property(%s, %s)".formatted(property.parent().accept(this), property.key());
  }

  @Override
  public String visitOrmJoin(OrmJoin join) {
    return join.join().accept(this);
  }

  @Override
  public String visitQuery(Query query) {
    return "query(" + query.clauses().accept(this) + ")";
  }

  private String all(List<ClauseElement> elements) {
    return elements.stream()
        .map(each -> each.accept(this))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
