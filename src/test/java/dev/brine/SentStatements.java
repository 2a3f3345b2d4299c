package dev.brine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database that writes down the statements it is sent. */
final class SentStatements {

  private final String url;
  private final List<String> sent = new ArrayList<>();

  SentStatements(String url) {
    this.url = url;
  }

  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            SentStatements.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                return recording(open());
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url);
  }

  private Connection recording(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            SentStatements.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              Object answer = invoked(method, connection, arguments);
              return method.getName().equals("prepareStatement")
                  ? recording((PreparedStatement) answer, (String) arguments[0])
                  : answer;
            });
  }

  /** What is prepared only to learn its columns is not sent. */
  private PreparedStatement recording(PreparedStatement statement, String sql) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            SentStatements.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (self, method, arguments) -> {
              if (method.getName().startsWith("execute")) {
                sent.add(sql);
              }
              return invoked(method, statement, arguments);
            });
  }

  private static Object invoked(Method method, Object object, Object[] arguments) throws Throwable {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What was sent since this was last asked. */
  List<String> take() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /** Statements without their order. */
  static List<String> sorted(List<String> statements) {
    return statements.stream().sorted().toList();
  }
}
