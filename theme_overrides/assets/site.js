// What runs on every page. Light or dark: the reader's own choice, kept on this device, before anything is drawn; else the
// device's preference. `WORDS`, what buttons say, by language, is written above this as the site is made (from locales/).
// Loaded in the head without `defer` on purpose, so that a page never flashes in the other colours.
(() => {
  const root = document.documentElement;
  const words = WORDS[root.lang];
  const store = {
    get: () => { try { return localStorage.getItem("scheme"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("scheme", value); } catch { /* private mode: the choice lasts for this page */ } },
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const kept = store.get();
  if (kept === "dark" || kept === "light") root.dataset.scheme = kept;

  // The button stands beside the way to the other language; without scripts it could do nothing, so it is made here.
  document.addEventListener("DOMContentLoaded", () => {
    if (document.querySelector(".search")) import("./search.js").then((search) => search.begin(words["search.button"]));
    const neighbour = document.querySelector("body > header > .switch");
    if (!neighbour) return;
    const button = Object.assign(document.createElement("button"), { className: "scheme", type: "button", ariaLabel: words["scheme.label"] });
    const tools = Object.assign(document.createElement("div"), { className: "tools" });
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", () => {
      root.dataset.scheme = dark() ? "light" : "dark";
      store.set(root.dataset.scheme);
      show();
    });
    system.addEventListener("change", show);
    show();
    neighbour.replaceWith(tools);
    tools.append(button, neighbour);
  });
})();
