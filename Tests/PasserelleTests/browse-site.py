#!/usr/bin/env python3
"""Goes through pages of a site in headless Chromium and says, as JSON, what readers of each kind would meet.

usage: browse-site.py BASE PAGE...

BASE is where the site is (file:///… or http://…/), pages are paths from there. Every request is noted.
"""

import importlib.util
import json
import os
import sys

spec = importlib.util.spec_from_file_location(
    "look_at_page", os.path.join(os.path.dirname(os.path.abspath(__file__)), "look-at-page.py"))
pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pages)

# Where the keyboard is: what it would act on, and whether a ring shows it.
FOCUS = """(() => {
  const one = document.activeElement;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {tag: one.tagName, text: (one.textContent || one.name || '').trim().slice(0, 60), id: one.id,
          ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          seen: box.width > 0 && box.height > 0 && box.left >= 0};
})()"""
STOPS = """[...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
  .filter(one => one.checkVisibility()).length"""
SHOWN = "[...document.querySelectorAll('.entry')].filter(one => one.checkVisibility()).length"


class Reader:
    def __init__(self, browser):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Accessibility", "Network"]:
            browser.call(f"{domain}.enable")

    def open(self, url):
        self.browser.events = [one for one in self.browser.events if one.get("method") != "Page.loadEventFired"]
        self.browser.call("Page.navigate", url=url)
        self.browser.wait_for("Page.loadEventFired")

    def ask(self, expression):
        answer = self.browser.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key, code):
        for kind in ["rawKeyDown", "keyUp"]:
            self.browser.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code,
                nativeVirtualKeyCode=code, **({"text": "\\r"} if key == "Enter" and kind == "rawKeyDown" else {}))

    def looks(self):
        looks = {}
        for scheme in ["light", "dark"]:
            self.browser.call(
                "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            for width in [320, 900]:
                self.browser.call(
                    "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
                looks[f"{scheme} {width}"] = self.ask(pages.LOOK)
        self.browser.call("Emulation.setEmulatedMedia", features=[])
        return looks

    def walk(self):
        """Tabs through the page; says where the keyboard stopped without a ring, and how many stops there were."""
        stops, hidden, first = 0, [], None
        wanted = self.ask(STOPS)
        for _ in range(wanted + 1):
            self.press("Tab", 9)
            at = self.ask(FOCUS)
            # After the last, the keyboard leaves the page or begins again.
            if at["tag"] == "BODY" or at == first:
                break
            first = first or at
            stops += 1
            if not (at["ring"] and at["seen"]):
                hidden.append(at)
        return {"stops": stops, "wanted": wanted, "hidden": hidden, "first": first["text"] if first else ""}


def browse(reader, base, page):
    browser = reader.browser
    browser.events.clear()
    reader.open(base + page)
    looks = reader.looks()
    seen, bad = pages.unnamed(browser)
    walk = reader.walk()
    requests = [one["params"]["request"]["url"] for one in browser.events if one.get("method") == "Network.requestWillBeSent"]
    return {
        "page": {"looks": looks, "roles": seen, "unnamed": bad, "console": pages.console(browser.events)},
        "foreign": [url for url in requests if not url.startswith((base, "data:"))], "requests": len(requests),
        "walk": walk, "title": reader.ask("document.title"),
        "headings": reader.ask("[...document.querySelectorAll('h1')].length"),
        "landmarks": reader.ask("['main', 'header', 'nav', 'footer'].filter(one => document.querySelector(one)).length"),
    }


def narrow(reader, base, catalogue):
    """Uses the filter of the catalogue as a person would, and reads the catalogue without scripts."""
    reader.open(base + catalogue)
    choose = """(name, value) => {
      const field = document.querySelector(`#filter [name=${name}]`);
      if (field) {
        field.value = value;
        field.dispatchEvent(new Event('input', {bubbles: true}));
      }
      return [%s, document.getElementById('filter-count').textContent];
    }""" % SHOWN
    steps = {"all": reader.ask(SHOWN)}
    for name, value in [("direction", "mutual"), ("direction", ""), ("theme", "leadership"), ("level", "3"),
                        ("language", "fr"), ("words", "zzz"), ("words", "")]:
        steps[f"{name} {value}"] = reader.ask(f"({choose})('{name}', '{value}')")
    steps["address"] = reader.ask("location.hash")
    reader.browser.call("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(base + catalogue)
    root = reader.browser.call("DOM.getDocument")["root"]["nodeId"]
    form = reader.browser.call("DOM.querySelector", nodeId=root, selector="#filter[hidden]")["nodeId"]
    entries = reader.browser.call("DOM.querySelectorAll", nodeId=root, selector=".entry:not([hidden])")["nodeIds"]
    reader.browser.call("Emulation.setScriptExecutionDisabled", value=False)
    return {**steps, "without": [form != 0, len(entries)]}


if __name__ == "__main__":
    browser = pages.Browser()
    try:
        reader = Reader(browser)
        base, paths = sys.argv[1], sys.argv[2:]
        found = {path: browse(reader, base, path) for path in paths}
        print(json.dumps({"pages": found, "filter": narrow(reader, base, paths[0])}))
    finally:
        browser.close()
