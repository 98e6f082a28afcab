"use strict";

// In a VS Code webview, links to files open in the editor, at the exact character.
const editor = typeof acquireVsCodeApi === "function" ? acquireVsCodeApi() : undefined;

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("[data-line]");
    if (!editor || !link) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // or the webview would open the link too
    editor.postMessage({
      command: "open",
      uri: link.getAttribute("href").replace(/#L\d+$/, ""),
      line: Number(link.dataset.line),
      character: Number(link.dataset.character),
    });
  },
  true,
);

// Pointing at a box highlights everything before and after it.
for (const svg of document.querySelectorAll("svg")) {
  const parts = [...svg.querySelectorAll("[data-id]")];
  const light = (box) => {
    const ids = new Set(box ? box.dataset.lights.split(" ") : []);
    svg.classList.toggle("lit", ids.size > 0);
    for (const part of parts) part.classList.toggle("on", ids.has(part.dataset.id));
  };
  const over = (event) => light(event.target.closest("[data-lights]"));
  svg.addEventListener("pointerover", over);
  svg.addEventListener("focusin", over);
  svg.addEventListener("pointerleave", () => light(null));
  svg.addEventListener("focusout", () => light(null));
}
