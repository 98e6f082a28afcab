// Links within the page open what their target is folded into, also where the host only scrolls.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  for (let part = target?.closest("details"); part; part = part.parentElement.closest("details")) {
    part.open = true;
  }
}, true);

// Paper has room for everything.
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});

// Pointing at a box of the picture highlights everything before and after it.
function light(element) {
  const box = element?.closest?.("[data-lights]");
  const ids = new Set(box ? box.dataset.lights.split(" ") : []);
  for (const figure of document.querySelectorAll("figure")) {
    const isLit = Boolean(box) && figure.contains(box);
    figure.classList.toggle("lit", isLit);
    for (const part of figure.querySelectorAll("[data-id]")) {
      part.classList.toggle("on", isLit && ids.has(part.dataset.id));
    }
  }
}
document.addEventListener("pointerover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));
document.addEventListener("focusout", () => light(undefined));
