"use strict";

// In a webview of VS Code links to files go to the editor, at the very character.
const editor = typeof acquireVsCodeApi === "function" ? acquireVsCodeApi() : undefined;

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("[data-line]");
    if (!editor || !link) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // the webview would open the link a second time
    editor.postMessage({
      command: "open",
      uri: link.getAttribute("href").replace(/#L\d+$/, ""),
      line: Number(link.dataset.line),
      character: Number(link.dataset.character),
    });
  },
  true,
);
