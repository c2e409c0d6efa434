package org.tagsmith.sandbox.http;

/** How a vendor words the refusals that do not depend on the endpoint. Thread-safe. */
public interface Wording {
  /** Said for pages and switches, which no vendor has. */
  Wording PLAIN =
      new Wording() {
        @Override
        public Answer notANumber(String parameter) {
          return Answer.error(
              400, "InvalidValue", "Parameter " + parameter + " must be an integer");
        }

        @Override
        public Answer notJson() {
          return Answer.error(400, "InvalidFormat", "The request body is not valid JSON");
        }

        @Override
        public Answer noSuchEndpoint(Request request) {
          return Answer.text(404, "text/plain; charset=utf-8", "There is no such page here.\n");
        }
      };

  /** Said if a query parameter holds something other than a whole number. */
  Answer notANumber(String parameter);

  /** Said if a body is not JSON. */
  Answer notJson();

  /** Said if nothing is served under that method and path. */
  Answer noSuchEndpoint(Request request);
}
