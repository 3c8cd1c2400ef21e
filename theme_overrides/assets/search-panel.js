// Live results under the search box of every page. Enter leads to the search page, which has filters and everything.

import { openIndex } from "./search-index.js";
import { element, loadStyle, loadWords, renderListings, renderResult } from "./search-results.js";

const OWN = 6; // results shown in the page's language
const OTHER = 2; // and in the other one
const LISTINGS = 3; // and listings by name
const PAUSE = 180; // milliseconds after the last key

export async function start(form, input) {
  const folder = new URL("../search/", import.meta.url);
  const [index, words] = await Promise.all([openIndex(folder), loadWords(form), loadStyle()]);
  const root = new URL("../", folder);
  const panel = document.getElementById("search-results");
  const status = element("p", { class: "search-status", role: "status" });
  const list = element("ul", { class: "search-list", "aria-label": words.say("label") });
  const all = element("a", { class: "search-all" }, words.say("all"));
  let listed = element("ul", { hidden: "hidden" });
  panel.append(status, listed, list, all);
  input.setAttribute("aria-controls", panel.id);
  let asked = 0;
  let timer = 0;

  const close = () => {
    asked += 1;
    clearTimeout(timer);
    panel.hidden = true;
  };

  async function answer() {
    const query = input.value.trim();
    if (!query) return close();
    const turn = (asked += 1);
    panel.hidden = false;
    if (!list.children.length) status.textContent = words.say("loading");
    try {
      const [found, listings] = await Promise.all([
        index.search(query, {}, 50),
        index.findListings(query, document.documentElement.lang, LISTINGS),
      ]);
      const shown = choose(index.order(found.hits, { lang: document.documentElement.lang }));
      const loaded = await Promise.all(shown.map(index.load));
      if (turn !== asked) return undefined;
      const view = { analyze: index.analyze, terms: found.terms, words, root, excerpts: false };
      list.replaceChildren(...loaded.map((each) => renderResult(each, view)));
      list.hidden = !loaded.length;
      listed.replaceWith((listed = renderListings(listings, view)));
      listed.hidden = !listings.length;
      status.textContent = describe(found, query);
      all.href = `${form.action}?${new URLSearchParams({ q: query })}`;
      all.hidden = found.complete && found.hits.length <= loaded.length;
    } catch {
      if (turn === asked) {
        list.replaceChildren();
        listed.hidden = true;
        list.hidden = true;
        all.hidden = true;
        status.textContent = words.say("failed");
      }
    }
    return undefined;
  }

  function describe(found, query) {
    if (!found.hits.length) return words.say("none", query);
    if (found.partial) return words.say("some");
    return found.complete ? words.count(found.hits.length) : words.say("label");
  }

  function choose(hits) {
    const own = hits.filter((hit) => hit.lang === document.documentElement.lang);
    const other = hits.filter((hit) => hit.lang !== document.documentElement.lang);
    const room = OWN + OTHER - Math.min(OTHER, other.length);
    const first = own.slice(0, room);
    return [...first, ...other.slice(0, OWN + OTHER - first.length)];
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  input.addEventListener("focus", (event) => {
    if (!panel.contains(event.relatedTarget) && input.value.trim() && panel.hidden) answer();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("keydown", (event) => walk(event, form, input, panel, close));
  if (input.value.trim()) answer();
}

// The arrow keys go from the box through the results and back; Escape closes the panel and returns to the box.
function walk(event, form, input, panel, close) {
  if (event.key === "Escape" && !panel.hidden) {
    event.preventDefault();
    input.focus();
    close();
    return;
  }
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || panel.hidden) return;
  const stops = [input, ...panel.querySelectorAll("a[href]:not([hidden])")];
  const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (next && stops.includes(document.activeElement)) {
    event.preventDefault();
    next.focus();
  }
}
