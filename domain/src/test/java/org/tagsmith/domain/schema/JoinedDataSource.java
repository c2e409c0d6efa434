package org.tagsmith.domain.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * Does for tests what the server's pool does: inside a transaction, everybody gets its connection.
 */
final class JoinedDataSource {
  private JoinedDataSource() {}

  static DataSource of(DataSource raw, ThreadLocal<Connection> joined) {
    return proxy(
        DataSource.class,
        (self, method, args) -> {
          Connection current = joined.get();
          if (current != null && method.getName().equals("getConnection")) {
            return unclosable(current);
          }
          return call(raw, method, args);
        });
  }

  private static Connection unclosable(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, args) ->
            method.getName().equals("close") ? null : call(connection, method, args));
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            JoinedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
