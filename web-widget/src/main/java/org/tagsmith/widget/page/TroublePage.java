package org.tagsmith.widget.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tagsmith.widget.problem.UnexpectedProblemMapper;

/**
 * What a person sees instead of the server's own error page, which would name classes. The server
 * forwards here; asked for directly, it is a page that does not exist.
 */
public final class TroublePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    int code = status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
    String root = request.getContextPath();
    if (thrown instanceof Throwable unexpected) {
      PlainPage.show(
          response,
          root,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          "Something went wrong here",
          "Try again. If it stays, tell the operator the incident code "
              + UnexpectedProblemMapper.logged(unexpected)
              + ".");
    } else if (code == HttpServletResponse.SC_NOT_FOUND) {
      PlainPage.show(
          response,
          root,
          code,
          "There is no such page",
          "Check the address, or begin at the start page.");
    } else {
      PlainPage.show(
          response,
          root,
          code,
          "This cannot be shown",
          "The server refused the request (" + code + "). Go back and try again.");
    }
  }
}
