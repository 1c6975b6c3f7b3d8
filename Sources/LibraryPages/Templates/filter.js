// Narrows the catalogue down to the modules that fit. Without it, the page shows all of them by theme.
"use strict";
(() => {
  const form = document.getElementById("filter");
  const count = document.getElementById("filter-count");
  if (!form || !count) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = [...document.querySelectorAll(".entry")].map((element) => ({
    element,
    words: plain(element.querySelector("h3").textContent + " " + element.querySelector("p").textContent),
  }));
  const shelves = [...document.querySelectorAll(".shelf")];
  const contents = document.querySelector(".contents");
  const names = ["theme", "direction", "level", "language"];

  const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));

  const fits = (entry, wanted, words) =>
    names.every((name) => !(name in wanted) || entry.element.dataset[name].split(" ").includes(wanted[name])) &&
    words.every((word) => entry.words.includes(word));

  const narrow = () => {
    const wanted = asked();
    const words = plain(wanted.words || "").split(/\s+/).filter(Boolean);
    let left = 0;
    for (const entry of entries) {
      const isShown = fits(entry, wanted, words);
      entry.element.hidden = !isShown;
      if (isShown) left += 1;
    }
    for (const shelf of shelves) shelf.hidden = !shelf.querySelector(".entry:not([hidden])");
    contents.hidden = Object.keys(wanted).length > 0;
    const said = left === 0 ? count.dataset.none : left === 1 ? count.dataset.one : count.dataset.many;
    count.textContent = said.replace("{n}", left);
    return wanted;
  };

  // What is chosen stands in the address, so that it can be sent on and survives a reload.
  const remember = () => {
    const query = new URLSearchParams(narrow()).toString();
    try {
      history.replaceState(null, "", query ? "#?" + query : location.pathname + location.search);
    } catch {
      // A file that is opened from a disk may not be allowed to change its address.
    }
  };

  form.hidden = false;
  if (location.hash.startsWith("#?")) {
    for (const [name, value] of new URLSearchParams(location.hash.slice(2))) {
      if (form.elements[name]) form.elements[name].value = value;
    }
  }
  narrow();
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
})();
