#!/usr/bin/env python3
"""Has documents judged by the site's script in headless Chromium, and prints what it says of each.

usage: judge-in-browser.py certificate.js FOLDER

FOLDER/cases.json holds documents in base64, each with the issuers to trust, documents and lists handed over, and the time.
"""

import importlib.util
import json
import os
import shutil
import sys

here = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("look_at_page", os.path.join(here, "../PasserelleTests/look-at-page.py"))
pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pages)

JUDGE = """(async (cases) => {
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const results = [];
  for (const one of cases) {
    const knowledge = {trust: new Set(one.trust), documents: [], statusLists: []};
    for (const other of one.documents) knowledge.documents.push(Certificate.didDocument(bytes(other)));
    const lists = [];
    for (const other of one.lists) {
      try { knowledge.statusLists.push(await Certificate.statusList(bytes(other), knowledge)); }
      catch (problem) { lists.push(problem.id); }
    }
    const judged = await Certificate.verify(bytes(one.document), knowledge, one.now);
    results.push({...judged, lists});
  }
  return JSON.stringify(results);
})"""

if __name__ == "__main__":
    script, folder = sys.argv[1:]
    shutil.copy(script, os.path.join(folder, "certificate.js"))
    with open(os.path.join(folder, "page.html"), "w") as file:
        file.write('<!DOCTYPE html><html lang="en"><title>x</title><script src="certificate.js"></script>')
    cases = open(os.path.join(folder, "cases.json")).read()
    browser = pages.Browser()
    try:
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log"]:
            browser.call(f"{domain}.enable")
        browser.call("Page.navigate", url="file://" + os.path.join(os.path.abspath(folder), "page.html"))
        browser.wait_for("Page.loadEventFired")
        answer = browser.call(
            "Runtime.evaluate", expression=f"{JUDGE}({cases})", returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(str(answer["exceptionDetails"]))
        said = pages.console(browser.events)
        print(json.dumps({"results": json.loads(answer["result"]["value"]), "console": said}))
    finally:
        browser.close()
