#!/usr/bin/env python3
"""Has certificates judged on the site's page in headless Chromium as a reader would, and prints what the page says.

usage: verify-in-page.py URL MILLISECONDS STEPS

URL is the page, MILLISECONDS the time that the browser takes it to be. STEPS is a list as JSON; each step has a way
(choose: by the keyboard and the file dialogue; drop: by the mouse) and files, or a text to write among trusted issuers.
After each step, the page's verdicts are noted.
"""

import importlib.util
import json
import os
import sys

spec = importlib.util.spec_from_file_location(
    "browse_site", os.path.join(os.path.dirname(os.path.abspath(__file__)), "browse-site.py"))
site = importlib.util.module_from_spec(spec)
spec.loader.exec_module(site)

# The page counts how often it has judged; nobody waits longer than a minute.
JUDGED = """new Promise((done, fail) => {
  const verdicts = document.getElementById('verdicts');
  const look = () => verdicts.dataset.turn === '%d' && done(true);
  new MutationObserver(look).observe(verdicts, {attributes: true});
  setTimeout(() => done(false), 60000);
  look();
})"""
SAID = """[...document.querySelectorAll('#verdicts > article')].map(one => ({
  file: one.querySelector('p').textContent, verdict: one.className.replace('verdict ', ''),
  heading: one.querySelector('h2').textContent, problems: [...one.querySelectorAll('li code')].map(id => id.textContent),
  facts: [...one.querySelectorAll('dd')].map(fact => fact.textContent),
}))"""
NOTES = "[...document.querySelectorAll('#verdicts > p')].map(one => one.textContent)"
# In the middle of the heading, and below it.
PLACES = """(() => {
  scrollTo({top: 0, behavior: 'instant'});
  const box = document.querySelector('h1').getBoundingClientRect();
  return [[box.x + 20, box.y + box.height / 2], [box.x + 20, box.bottom + 40]];
})()"""


def choose(reader, files):
    """Comes to the field by the keyboard, opens the dialogue and takes files in it."""
    browser = reader.browser
    reader.ask("document.activeElement.blur()")
    # Once around the page, wherever the keyboard is, and over the end.
    for _ in range(reader.ask(site.STOPS) + 2):
        reader.press("Tab", 9)
        if reader.ask("document.activeElement.id") == "verify-files":
            break
    else:
        raise SystemExit("The keyboard does not come to the files")
    browser.events = [one for one in browser.events if one.get("method") != "Page.fileChooserOpened"]
    for kind in ["keyDown", "keyUp"]:
        browser.call(
            "Input.dispatchKeyEvent", type=kind, key=" ", code="Space", windowsVirtualKeyCode=32,
            **({"text": " "} if kind == "keyDown" else {}))
    browser.wait_for("Page.fileChooserOpened")
    chooser = next(one for one in browser.events if one.get("method") == "Page.fileChooserOpened")["params"]
    browser.call("DOM.setFileInputFiles", files=files, backendNodeId=chooser["backendNodeId"])


def drop(reader, files):
    """Comes over the heading with files, and lets go over something else at once: the page may scroll in between, too."""
    data = {"items": [], "files": files, "dragOperationsMask": 1}
    passed, taken = reader.ask(PLACES)
    for kind, (x, y) in [("dragEnter", passed), ("dragOver", passed), ("drop", taken)]:
        reader.browser.call("Input.dispatchDragEvent", type=kind, x=x, y=y, data=data)


def write(reader, text):
    reader.ask("document.getElementById('verify-trust').focus(), document.getElementById('verify-trust').select()")
    reader.browser.call("Input.insertText", text=text)


def verify(reader, url, now, steps):
    browser = reader.browser
    browser.call("Page.addScriptToEvaluateOnNewDocument", source=f"Date.now = () => {now};")
    browser.call("Page.setInterceptFileChooserDialog", enabled=True)
    reader.open(url)
    browser.events.clear()
    said = []
    for turn, step in enumerate(steps, start=1):
        if "trust" in step:
            write(reader, step["trust"])
        else:
            {"choose": choose, "drop": drop}[step["way"]](reader, step["files"])
        if not reader.ask(JUDGED % turn):
            raise SystemExit(f"{step}: nothing was judged")
        said.append({"verdicts": reader.ask(SAID), "notes": reader.ask(NOTES)})
    requests = [one["params"]["request"]["url"] for one in browser.events if one.get("method") == "Network.requestWillBeSent"]
    return {"steps": said, "requests": requests, "console": site.pages.console(browser.events)}


if __name__ == "__main__":
    browser = site.pages.Browser()
    try:
        url, now, steps = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
        print(json.dumps(verify(site.Reader(browser), url, now, steps)))
    finally:
        browser.close()
