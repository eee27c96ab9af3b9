"use strict";
// What is ticked, in the order it stands on the page, becomes what is copied. Every piece of it was made and
// escaped before (briefing/render/paste.py); here pieces are only put together. docs/newsletters.md.

const find = (selector, inside = document) => inside.querySelector(selector);
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const data = JSON.parse(find("#data").textContent);
const editor = find("#preset");
const COLOURS = { light: "color:#000;background:#fff", dark: "color:#fff;background:#161719" };
const EMPTY = { html: "", markdown: "" };

function say(key, values = {}) {
  find("#status").textContent = data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function piece([html, markdown]) {
  return { html: data.texts[html], markdown: data.texts[markdown] };
}

function together(pieces, between = EMPTY) {
  const kept = pieces.filter((one) => one.html);
  return {
    html: kept.map((one) => one.html).join(between.html),
    markdown: kept.map((one) => one.markdown).join(between.markdown),
  };
}

function block(made, kept) {
  const lines = Object.keys(made.lines).filter((id) => kept.has(id));
  if (!lines.length) return EMPTY;
  const inside = together(lines.map((id) => piece(made.lines[id])), piece(made.between));
  return together([piece(made.open), inside, piece(made.close)]);
}

/** What is ticked: parts in their order, each with the lines kept of it; a part of which none is kept is gone. */
function ticked() {
  return all("#parts > [data-part]")
    .filter((section) => find(".keep", section).checked)
    .map((section) => ({
      id: section.dataset.part,
      story: section.classList.contains("story"),
      lines: new Set(
        all("[data-line]", section)
          .filter((line) => find(".keep-line", line).checked)
          .map((line) => line.dataset.line)
      ),
    }))
    .filter((part) => part.lines.size);
}

function composed(parts) {
  const made = data.presets[editor.value];
  const between = piece(made.between);
  const told = parts.map(({ id, lines }) => {
    const part = made.parts[id];
    return together([piece(part.head), ...part.blocks.map((one) => block(one, lines))]);
  });
  const whole = together([piece(made.head), together([together(told, between), piece(made.tail)], between)]);
  return { html: whole.html, markdown: `${whole.markdown.trimEnd()}\n` };
}

// Copying

function byCommand(types) {
  const fill = (event) => {
    for (const [type, text] of Object.entries(types)) event.clipboardData.setData(type, text);
    event.preventDefault();
  };
  // Some browsers copy nothing, and fire no event, unless something is selected.
  const focused = document.activeElement;
  getSelection().selectAllChildren(find("h1"));
  document.addEventListener("copy", fill);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", fill);
    getSelection().removeAllRanges();
    focused?.focus();
  }
}

async function byClipboard(types) {
  const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

async function copy(said, choose) {
  const parts = ticked();
  if (!parts.length) return say("nothing");
  const types = choose(composed(parts));
  try {
    await byClipboard(types);
  } catch {
    // No asynchronous clipboard, or it was refused.
    if (!byCommand(types)) return say("failed");
  }
  say(said, {
    editor: editor.selectedOptions[0].textContent,
    stories: parts.filter((part) => part.story).length,
    lines: parts.reduce((sum, part) => sum + part.lines.size, 0),
  });
}

find("#copy-newsletter").addEventListener("click", () =>
  copy("copied_newsletter", (made) => ({ "text/html": made.html, "text/plain": made.markdown }))
);
find("#copy-html").addEventListener("click", () => copy("copied_html", (made) => ({ "text/plain": made.html })));
find("#copy-markdown").addEventListener("click", () =>
  copy("copied_markdown", (made) => ({ "text/plain": made.markdown }))
);

// Leaving out and moving

/** A new frame each time: one that is filled again before it was laid out may stay empty in Chromium. */
function frame(id, html) {
  const old = find(id);
  const fresh = old.cloneNode();
  fresh.srcdoc = html;
  old.replaceWith(fresh);
}

function show() {
  const made = composed(ticked());
  const scheme = find(".stage").dataset.scheme;
  frame(
    "#paste",
    `<!DOCTYPE html><base target="_blank"><meta name="color-scheme" content="${scheme}">` +
    `<body style="font:17px/26px Georgia,serif;margin:20px;overflow-wrap:anywhere;${COLOURS[scheme]}">${made.html}`
  );
  find("#markdown").textContent = made.markdown;
}

function mark(section) {
  section.classList.toggle("out", !find(".keep", section).checked);
  for (const line of all("[data-line]", section)) line.classList.toggle("out", !find(".keep-line", line).checked);
}

function move(button, step) {
  const section = button.closest(".story");
  const stories = all("#parts > .story");
  const place = stories.indexOf(section) + step;
  const values = { headline: find("h2", section).textContent, place: place + 1, count: stories.length };
  if (place < 0) return say("first", values);
  if (place === stories.length) return say("last", values);
  if (step < 0) stories[place].before(section);
  else stories[place].after(section);
  button.focus();
  section.scrollIntoView({ block: "nearest" });
  say("moved", values);
  show();
}

find("#parts").addEventListener("click", ({ target }) => {
  if (target.matches(".up")) move(target, -1);
  else if (target.matches(".down")) move(target, 1);
  else if (target.matches(".source")) {
    const open = target.getAttribute("aria-expanded") !== "true";
    target.setAttribute("aria-expanded", open);
    find("[data-passage]", target.parentElement).hidden = !open;
  }
});
find("#parts").addEventListener("change", ({ target }) => {
  mark(target.closest("[data-part]"));
  show();
});
editor.addEventListener("change", show);

// Looking

const sent = find("#mail").srcdoc;

/** The mail as a program in that colour scheme shows it; not every browser hands a frame another than its own. */
function mail(scheme) {
  const met = scheme === "dark" ? "(min-width: 0)" : "(max-width: 0)";
  return sent.replace(/<style>[^]*?<\/style>/g, (style) => style.replace(/\(prefers-color-scheme: *dark\)/g, met));
}

function look() {
  const stage = find(".stage");
  const before = stage.dataset.scheme;
  const chosen = (name) => find(`input[name=${name}]:checked`).value;
  stage.dataset.width = chosen("width");
  stage.dataset.scheme = chosen("scheme");
  for (const pane of all(".pane")) pane.hidden = pane.dataset.view !== chosen("view");
  if (before !== stage.dataset.scheme) frame("#mail", mail(stage.dataset.scheme));
  show();
}

find(".choices").addEventListener("change", look);
// A browser that goes back or reloads may bring old ticks with it.
for (const section of all("[data-part]")) mark(section);
look();
