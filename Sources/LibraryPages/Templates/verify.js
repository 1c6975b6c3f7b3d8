// Takes certificates that a reader chooses or drops, has them judged in this browser, and shows what came of it.
"use strict";
(() => {
  const form = document.getElementById("verify");
  const verdicts = document.getElementById("verdicts");
  if (!form || !verdicts || !globalThis.crypto?.subtle) return;
  const language = document.documentElement.lang;
  const phrases = new Map(
    [...document.querySelectorAll("#phrases dt")].map((key) => [key.textContent, key.nextElementSibling.textContent]));
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" });

  // Foreign text: signs that would steer a reader's screen are shown as such, and it is cut after 80 characters.
  const shown = (text) => {
    const characters = [...new Intl.Segmenter(language).segment(text)].map(({ segment }) => segment);
    const cut = characters.slice(0, 80).join("").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\uFFFD");
    return characters.length > 80 ? cut + "…" : cut;
  };

  // "1er" with the no-break space after the day, as the program writes days.
  const onDay = (milliseconds) => {
    const parts = day.formatToParts(new Date(milliseconds));
    const number = parts.find(({ type }) => type === "day").value;
    const isFirst = language === "fr" && number === "1";
    return parts.map(({ type, value }, place) =>
      type === "day" ? (isFirst ? "1er" : value) : parts[place - 1]?.type === "day" ? "\u00A0" : value).join("");
  };

  const say = (key, ...about) =>
    (phrases.get(key) ?? key).replace(/\{(\d)\}/g, (gap, place) => {
      const one = about[Number(place)];
      return typeof one === "number" ? onDay(one) : shown(String(one ?? ""));
    });

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const facts = ({ certificate, status }) => {
    const terms = element("dl");
    const add = (key, meaning) => terms.append(element("dt", say(key)), element("dd", meaning));
    add("holder", certificate.names.map(shown).join(", "));
    add("issuer", shown(certificate.issuerName));
    add("identifier", certificate.issuer);
    if (certificate.key !== certificate.issuer) add("key", certificate.key);
    add("from", onDay(certificate.validFrom));
    if (certificate.validUntil !== undefined) add("until", onDay(certificate.validUntil));
    if (!certificate.status) add("revocation", say("status:never"));
    else if (status !== "revoked") add("revocation", say(`status:${status}`, certificate.status.list));
    return terms;
  };

  const report = (name, verdict, heading, problems, judged) => {
    const article = element("article", undefined, `verdict ${verdict}`);
    article.append(element("p", name, "muted"), element("h2", heading));
    if (judged?.certificate) article.append(element("p", shown(judged.certificate.title), "lead"), facts(judged));
    if (problems.length > 0) {
      const list = element("ul");
      for (const [sentence, id] of problems) {
        const item = element("li", sentence + " ");
        if (id) item.append(element("code", id));
        list.append(item);
      }
      article.append(list);
    }
    return article;
  };

  const sentence = ({ id, about }) => [say(id, ...about), id.split(":")[0]];

  const judge = async (file, bytes, knowledge) => {
    const container = Certificate.container(bytes);
    if (container) return report(file.name, "unjudged", say(`container:${container}`), []);
    try {
      const judged = await Certificate.verify(bytes, knowledge);
      return report(file.name, judged.verdict, say(`verdict:${judged.verdict}`), judged.problems.map(sentence), judged);
    } catch {
      return report(file.name, "unjudged", say("unsupported"), []);
    }
  };

  // What a reader hands over besides certificates: documents of issuers first, because lists are signed with their keys.
  const besides = async (files, trust) => {
    const knowledge = { trust, documents: [], statusLists: [] };
    const rest = [];
    const notes = [];
    for (const one of files) {
      const found = Certificate.didDocument(one.bytes);
      if (found) {
        knowledge.documents.push(found);
        notes.push([one.file.name, say("helper:document", found.did)]);
      } else {
        rest.push(one);
      }
    }
    const certificates = [];
    for (const one of rest) {
      const isList = new TextDecoder().decode(one.bytes.slice(0, 4096)).includes('"BitstringStatusListCredential"');
      if (!isList) {
        certificates.push(one);
        continue;
      }
      try {
        const list = await Certificate.statusList(one.bytes, knowledge);
        knowledge.statusLists.push(list);
        notes.push([one.file.name, say("helper:list", list.id)]);
      } catch (problem) {
        notes.push([one.file.name, say("helper:refused"), problem instanceof Certificate.Problem ? sentence(problem) : undefined]);
      }
    }
    return { knowledge, certificates, notes };
  };

  let chosen = [];
  let turn = 0;
  const run = async () => {
    const own = (turn += 1);
    const names = document.getElementById("verify-trust").value.split(/\s+/).filter(Boolean);
    const files = await Promise.all(
      chosen.map(async (file) => ({ file, bytes: new Uint8Array(await file.slice(0, 300000).arrayBuffer()) })));
    const { knowledge, certificates, notes } = await besides(files, new Set(names.filter(Certificate.isDID)));
    const shownNow = names.filter((one) => !Certificate.isDID(one)).map((one) => element("p", say("trust:wrong", one), "note"));
    for (const [name, heading, problem] of notes) {
      const note = element("p", `${name} – ${heading}`, "note");
      if (problem) note.append(element("br"), problem[0]);
      shownNow.push(note);
    }
    for (const { file, bytes } of certificates) shownNow.push(await judge(file, bytes, knowledge));
    // Whoever has chosen anew meanwhile sees the answer to that.
    if (own !== turn) return;
    verdicts.replaceChildren(...shownNow);
    verdicts.dataset.turn = String(own);
  };

  const take = (files) => {
    chosen = [...files];
    run();
  };

  form.hidden = false;
  document.getElementById("verify-files").addEventListener("change", (event) => take(event.target.files));
  document.getElementById("verify-trust").addEventListener("input", run);
  form.addEventListener("submit", (event) => event.preventDefault());
  // Whoever moves fast is over an element that has only been entered when they let go.
  for (const passing of ["dragenter", "dragover"]) addEventListener(passing, (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer?.files.length) take(event.dataTransfer.files);
  });
})();
