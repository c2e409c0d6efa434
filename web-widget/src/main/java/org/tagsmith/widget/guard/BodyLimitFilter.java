package org.tagsmith.widget.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tagsmith.widget.problem.Problems;

/** Refuses bodies that are too long before anything reads them. */
public final class BodyLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (BodyLimit.announcedTooMuch(request)) {
      Problems.answer(request, response, BodyLimit.refusal(BodyLimit.most(request)));
      return;
    }
    chain.doFilter(new BodyLimit(request), response);
  }
}
