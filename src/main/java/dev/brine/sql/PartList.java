package dev.brine.sql;

import java.util.ArrayList;
import java.util.List;

/** Collects parts, making one text of neighbouring texts. Not thread-safe. */
final class PartList {

  private final List<SqlPart> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  PartList text(String piece) {
    text.append(piece);
    return this;
  }

  PartList add(SqlPart part) {
    if (part instanceof SqlPart.Text piece) {
      return text(piece.text());
    }
    flush();
    parts.add(part);
    return this;
  }

  private void flush() {
    if (text.length() > 0) {
      parts.add(new SqlPart.Text(text.toString()));
      text.setLength(0);
    }
  }

  List<SqlPart> toList() {
    flush();
    return List.copyOf(parts);
  }
}
