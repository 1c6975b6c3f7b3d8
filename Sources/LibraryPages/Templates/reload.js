// Asks for the page again as soon as the server tells that the library has changed.
"use strict";
(() => {
  const changes = new EventSource("/changes");
  let known = null;
  changes.addEventListener("message", (event) => {
    if (known !== null && known !== event.data) location.reload();
    known = event.data;
  });
  addEventListener("pagehide", () => changes.close());
})();
