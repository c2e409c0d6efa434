package org.tagsmith.widget.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page of a heading and a sentence, for when the page that was asked for cannot be shown. */
final class PlainPage {
  private static final PageTemplate PAGE =
      new PageTemplate(
          """
          <!doctype html>
          <html lang="en">
          <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{title}} - Tagsmith</title>
          <link rel="stylesheet" href="{{root}}/tokens.css">
          <link rel="stylesheet" href="{{root}}/base.css">
          </head>
          <body>
          <main>
          <h1>{{title}}</h1>
          <p>{{text}}</p>
          </main>
          </body>
          </html>
          """);

  private PlainPage() {}

  static void show(HttpServletResponse response, String root, int status, String title, String text)
      throws IOException {
    response.setStatus(status);
    write(response, PAGE.fill(Map.of("root", root, "title", title, "text", text)));
  }

  static void write(HttpServletResponse response, String html) throws IOException {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
