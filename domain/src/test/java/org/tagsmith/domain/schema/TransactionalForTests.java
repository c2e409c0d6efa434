package org.tagsmith.domain.schema;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** What a server does about {@code @Transactional}, as far as our beans use it. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TransactionalForTests {
  @Inject TransactionsForTests transactions;

  @AroundInvoke
  Object around(InvocationContext call) {
    Transactional wanted = call.getMethod().getAnnotation(Transactional.class);
    if (wanted == null || wanted.value() == TxType.NOT_SUPPORTED) {
      return proceed(call);
    }
    return transactions.required(() -> proceed(call));
  }

  private static Object proceed(InvocationContext call) {
    try {
      return call.proceed();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
