// In an editor's webview: links open files, fixes are buttons, and the page follows its project.
if (typeof acquireVsCodeApi !== "function") return;
const editor = acquireVsCodeApi();
const REPLACED = ["header", "main", "footer"];
let state = editor.getState() ?? {};

function keep(changes) {
  state = { ...state, ...changes };
  editor.setState(state);
}

function locationOf(link) {
  return {
    uri: link.getAttribute("href").replace(/#L\d+$/, ""),
    line: Number(link.dataset.line),
    character: Number(link.dataset.character),
  };
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // or the webview would open the link too
  editor.postMessage({ command: "open", ...locationOf(link) });
}, true);

// Buttons in place of words.

function addButton(element, text, message) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  button.addEventListener("click", () => {
    if (button.ariaDisabled) return; // until the page changes, or a notice says why it does not
    button.ariaDisabled = "true";
    editor.postMessage(message);
  });
  element.replaceChildren(button);
}

function addButtons() {
  for (const finding of document.querySelectorAll("[data-rule]")) {
    const { rule } = finding.dataset;
    const location = locationOf(finding.querySelector(".about [data-line]"));
    for (const item of finding.querySelectorAll(".remedies > li")) {
      const title = item.textContent;
      addButton(item, title, { command: "fix", rule, title, ...location });
    }
  }
  for (const element of document.querySelectorAll("[data-ask]")) {
    addButton(element, element.dataset.ask, { command: "ask" });
  }
}

// What the reader has opened, focused and scrolled to. Elements are found again by their number
// within the nearest element with an id.

function keyOf(element, kind) {
  const owner = element.parentElement.closest("[id]") ?? document.body;
  return [owner.id, kind, [...owner.querySelectorAll(kind)].indexOf(element)];
}

function byKey([id, kind, number]) {
  const owner = id ? document.getElementById(id) : document.body;
  return owner?.querySelectorAll(kind)[number];
}

function topElement() {
  for (const element of document.querySelectorAll("[id]")) {
    const { top, bottom } = element.getBoundingClientRect();
    if (top >= 0 || (bottom > 0 && !element.querySelector("[id]"))) return { id: element.id, top };
  }
  return undefined;
}

function view() {
  const focused = document.activeElement;
  const kind = focused?.localName;
  return {
    opened: [...document.querySelectorAll("details[open]")].map((part) => keyOf(part, "details")),
    focused: focused === document.body ? undefined : keyOf(focused, kind),
    top: topElement(),
    scrolled: scrollY,
  };
}

function restore({ opened = [], focused, top, scrolled = 0 }, withFocus) {
  for (const key of opened) byKey(key)?.setAttribute("open", "");
  if (withFocus && focused) byKey(focused)?.focus({ preventScroll: true });
  const element = top && document.getElementById(top.id);
  const y = element ? scrollY + element.getBoundingClientRect().top - top.top : scrolled;
  scrollTo({ top: y, behavior: "instant" });
}

let timer;
function keepView() {
  clearTimeout(timer);
  timer = setTimeout(() => keep({ view: view() }), 100);
}
addEventListener("scroll", keepView);
document.addEventListener("toggle", keepView, true);

// Messages of the editor.

function say(text, isQuiet = false) {
  for (const button of document.querySelectorAll("button")) button.ariaDisabled = null;
  const notice = document.querySelector(".notice");
  notice.classList.toggle("quiet", isQuiet);
  if (notice.textContent !== text) notice.textContent = text;
}

function replace(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const before = view();
  for (const name of REPLACED) {
    document.querySelector(`body > ${name}`).replaceWith(page.querySelector(`body > ${name}`));
  }
  addButtons();
  mark();
  restore(before, true);
  const verdict = document.querySelector(".headline .main").textContent;
  say(`${verdict}. Left to do: ${document.querySelectorAll(".finding").length}.`, true);
}

function mark() {
  const finding = state.rule && document.querySelector(`[data-rule="${CSS.escape(state.rule)}"]`);
  for (const other of document.querySelectorAll(".finding")) {
    other.classList.toggle("shown", other === finding);
  }
  return finding;
}

function reveal(rule) {
  keep({ rule });
  const finding = mark();
  const target = finding ?? document.querySelector(".todo .title");
  if (!finding) say(`${rule} has no finding in this project.`);
  for (const part of finding?.querySelectorAll("details") ?? []) part.open = true;
  target?.setAttribute("tabindex", "-1");
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: finding ? "center" : "start", behavior: "instant" });
}

const HANDLERS = {
  document: ({ uri }) => keep({ uri }),
  update: ({ html }) => replace(html),
  notice: ({ text }) => say(text),
  reveal: ({ rule }) => reveal(rule),
};
addEventListener("message", ({ data }) => HANDLERS[data.command]?.(data));

addButtons();
mark();
if (state.view) restore(state.view, false);
editor.postMessage({ command: "ready" });
