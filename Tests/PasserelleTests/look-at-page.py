#!/usr/bin/env python3
"""Opens a page in headless Chromium and says, as JSON, what a person or a screen reader would meet.

usage: look-at-page.py PAGE.html PRINTED.pdf

It speaks the DevTools protocol over a pipe, so neither a port nor a network is needed.
"""

import base64
import contextlib
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time

# Everything that is read has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3; 3 to 1 where it is large), and nothing is wider
# than the window (1.4.10).
LOOK = """(() => {
  const rgba = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const channel = part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  for (let node; node = walker.nextNode();) {
    if (!node.data.trim()) continue;
    texts += 1;
    const element = node.parentElement, style = getComputedStyle(element);
    const ink = rgba(element.closest('svg') ? style.fill : style.color);
    const [a, b] = [light(ink), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) poor.add(`${ratio.toFixed(2)} ${node.data.trim().slice(0, 40)}`);
  }
  const small = [...document.querySelectorAll('input, button')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width < 24 || box.height < 24;
  }).length;
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
  return {
    texts, poor: [...poor], small, overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
    loose: [...document.querySelectorAll('a[href^="#"]')].map(one => one.hash.slice(1)).filter(id => !ids.includes(id)),
    lang: document.documentElement.lang, ink: getComputedStyle(document.body).color,
  };
})()"""

# A browser that does not answer for so many seconds is stuck; under load, the longest answer takes a tenth of them.
PATIENCE = float(os.environ.get("BROWSER_PATIENCE", "180"))

NAMED = {"link", "checkbox", "button", "heading", "image", "img", "table", "figure", "region", "textbox"}


class Browser:
    def __init__(self):
        read_there, self.write_here = os.pipe()
        self.read_here, write_there = os.pipe()

        def arrange():
            # Out of the way first: the pipes may stand on 3 and 4 themselves.
            ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (read_there, write_there)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.said = tempfile.TemporaryFile()
        # Chromium puts a socket there, whose path the system wants short.
        self.profile = tempfile.TemporaryDirectory(dir="/tmp", ignore_cleanup_errors=True)
        # In a group of its own, so that its children end with it and do not keep the pipes open.
        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}",
             "about:blank"],
            env={**os.environ, "HOME": self.profile.name, "TMPDIR": self.profile.name}, preexec_fn=arrange,
            close_fds=False, start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=self.said)
        os.close(read_there)
        os.close(write_there)
        self.number, self.rest, self.events, self.session = 0, b"", [], None

    def expect(self, awaited):
        """Says what is awaited from now on."""
        self.awaited, self.deadline = awaited, time.monotonic() + PATIENCE

    def ready(self, reading=(), writing=()):
        """Waits for the browser, but not without an end."""
        left = self.deadline - time.monotonic()
        if left > 0 and any(select.select(list(reading), list(writing), [], left)):
            return
        ended = self.process.poll()
        self.give_up(
            f"Chromium has not answered within {PATIENCE:g} s" if ended is None
            else f"Chromium ended with status {ended}")

    def give_up(self, why):
        """Ends the program with what was awaited and what the browser said to people, which tells why."""
        self.said.seek(0)
        said = self.said.read().decode(errors="replace")[-2000:].strip()
        raise SystemExit(f"{why}; {self.awaited} was awaited" + (f"; it had said:\n{said}" if said else ""))

    def send(self, rest):
        os.set_blocking(self.write_here, False)
        while rest:
            self.ready(writing=[self.write_here])
            try:
                rest = rest[os.write(self.write_here, rest):]
            except BrokenPipeError:
                self.give_up("Chromium ended")

    def receive(self):
        while b"\0" not in self.rest:
            self.ready(reading=[self.read_here])
            more = os.read(self.read_here, 1 << 16)
            if not more:
                self.give_up("Chromium ended")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.expect(method)
        self.send(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        self.expect(method)
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.receive())

    def close(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.profile.cleanup()


def unnamed(browser):
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    seen, bad = {}, []
    for node in nodes:
        role = node.get("role", {}).get("value", "")
        if node.get("ignored") or role not in NAMED:
            continue
        seen[role] = seen.get(role, 0) + 1
        if not node.get("name", {}).get("value", "").strip():
            bad.append(role)
    return seen, bad


def console(events):
    said = []
    for event in events:
        parameters = event.get("params", {})
        if event.get("method") == "Log.entryAdded":
            said.append(parameters["entry"]["text"])
        elif event.get("method") == "Runtime.consoleAPICalled":
            said.append(str(parameters.get("args")))
        elif event.get("method") == "Runtime.exceptionThrown":
            said.append(parameters["exceptionDetails"]["text"])
    return said


def look(browser, page, printed):
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ["Page", "Runtime", "Log", "Accessibility"]:
        browser.call(f"{domain}.enable")
    browser.call("Page.navigate", url="file://" + os.path.abspath(page))
    browser.wait_for("Page.loadEventFired")
    looks = {}
    for scheme in ["light", "dark"]:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in [320, 900]:
            browser.call(
                "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
            answer = browser.call("Runtime.evaluate", expression=LOOK, returnByValue=True)["result"]
            looks[f"{scheme} {width}"] = answer["value"]
    seen, bad = unnamed(browser)
    browser.call("Emulation.setEmulatedMedia", features=[])
    pdf = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, generateTaggedPDF=True)
    with open(printed, "wb") as file:
        file.write(base64.b64decode(pdf["data"]))
    return {"looks": looks, "roles": seen, "unnamed": bad, "console": console(browser.events)}


if __name__ == "__main__":
    browser = Browser()
    try:
        print(json.dumps(look(browser, *sys.argv[1:])))
    finally:
        browser.close()
