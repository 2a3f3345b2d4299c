package dev.brine.sql;

import dev.brine.expr.BindParameter;

/** A parameter and the name it goes by in one statement. */
record NamedBind(String name, BindParameter parameter) {}
