// The search page: every result, with passages, filters and order; its address says all of it, so that it can be kept
// and the browser's back button works.

import { openIndex } from "./search-index.js";
import { directionOf, element, improveExcerpt, loadStyle, loadWords, renderListings, renderResult } from "./search-results.js";

const LISTINGS = 8; // listings by name
const STEP = 20; // results shown at a time
const PAUSE = 300; // milliseconds after the last key
const FIELDS = ["lang", "from", "to", "source", "sort"];

export async function start(form, input) {
  const folder = new URL("../search/", import.meta.url);
  const [words] = await Promise.all([loadWords(form), loadStyle()]);
  const place = document.getElementById("search-results");
  const status = element("p", { class: "search-status", role: "status" });
  place.replaceChildren(status);
  place.hidden = false;
  let index;
  try {
    index = await openIndex(folder);
  } catch (fault) {
    status.textContent = words.say("failed");
    throw fault;
  }
  const page = { form, input, words, index, place, status, root: new URL("../", folder), asked: 0, shown: STEP };
  page.tools = addTools(page);
  listen(page);
  readAddress(page);
  await answer(page);
}

// The filters, cloned from the page's template; without scripts they would do nothing, so they are not there then.
function addTools({ form, index }) {
  const tools = document.getElementById("search-tools").content.firstElementChild.cloneNode(true);
  for (const name of ["from", "to"]) {
    const select = tools.querySelector(`[name=${name}]`);
    select.append(...index.years.map((year) => element("option", { value: year }, year)));
  }
  const own = document.documentElement.lang === "ar" ? 1 : 2;
  const sources = [...index.sources].sort((one, other) => one[own].localeCompare(other[own], document.documentElement.lang));
  tools.querySelector("[name=source]").append(...sources.map((source) => element("option", { value: source[0] }, source[own])));
  form.after(tools);
  return tools;
}

const field = (page, name) => page.tools.querySelector(`[name=${name}]`);

function listen(page) {
  let timer = 0;
  const later = (pause, keep) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      page.shown = STEP;
      writeAddress(page, keep);
      answer(page);
    }, pause);
  };
  page.input.addEventListener("input", () => later(PAUSE, false));
  page.tools.addEventListener("change", () => later(0, true));
  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    later(0, true);
  });
  addEventListener("popstate", () => {
    readAddress(page);
    answer(page);
  });
}

function readAddress(page) {
  const asked = new URLSearchParams(location.search);
  page.input.value = asked.get("q") ?? page.input.value;
  page.shown = Number(history.state?.shown) || STEP;
  for (const name of FIELDS) {
    const select = field(page, name);
    select.value = asked.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
}

// `keep` makes a new entry of the history; while the reader types, the entry is only brought up to date.
function writeAddress(page, keep) {
  const asked = new URLSearchParams();
  if (page.input.value.trim()) asked.set("q", page.input.value.trim());
  for (const name of FIELDS) if (field(page, name).value) asked.set(name, field(page, name).value);
  const address = location.pathname + (asked.size ? `?${asked}` : "");
  if (keep && address !== location.pathname + location.search) history.pushState({ shown: page.shown }, "", address);
  else history.replaceState({ shown: page.shown }, "", address);
}

async function answer(page) {
  const turn = (page.asked += 1);
  const { index, words, place, status } = page;
  const query = page.input.value.trim();
  page.tools.hidden = false;
  if (!query) {
    place.replaceChildren(status);
    status.textContent = "";
    return;
  }
  status.textContent = words.say("loading");
  try {
    const filters = Object.fromEntries(FIELDS.map((name) => [name, field(page, name).value]));
    const [found, listings] = await Promise.all([
      index.search(query, filters),
      index.findListings(query, document.documentElement.lang, LISTINGS),
    ]);
    if (turn !== page.asked) return;
    const hits = index.order(found.hits, { lang: document.documentElement.lang, sort: filters.sort });
    const view = { analyze: index.analyze, terms: found.terms, words, root: page.root, excerpts: true };
    const lists = await renderLists(page, hits, view);
    if (turn !== page.asked) return;
    place.replaceChildren(status, ...(listings.length ? [renderListings(listings, view)] : []), ...lists);
    status.textContent = describe(words, found, query);
  } catch {
    if (turn === page.asked) {
      place.replaceChildren(status);
      status.textContent = words.say("failed");
    }
  }
}

function describe(words, found, query) {
  if (!found.hits.length) return `${words.say("none", query)} ${words.say("hint")}`;
  return found.partial ? `${words.say("some")} ${words.count(found.hits.length)}` : words.count(found.hits.length);
}

// The results in the page's language, then those in the other one under its name.
async function renderLists(page, hits, view) {
  const own = document.documentElement.lang;
  const shown = hits.slice(0, page.shown);
  const loaded = await Promise.all(shown.map(page.index.load));
  const parts = [];
  for (const lang of [own, own === "ar" ? "en" : "ar"]) {
    const rows = loaded.filter((each) => each.lang === lang);
    const count = hits.filter((hit) => hit.lang === lang).length;
    if (!rows.length) continue;
    if (lang !== own) parts.push(headingFor(lang, count, view.words));
    const items = rows.map((each) => renderResult(each, view));
    const attributes = lang === own ? {} : { lang, dir: directionOf(lang) };
    parts.push(element("ol", { class: "search-list", "aria-label": view.words.say("label"), ...attributes }, ...items));
    items.forEach((item, place) => whenNear(item, () => improveExcerpt(item, rows[place], view)));
  }
  if (hits.length > page.shown) parts.push(moreButton(page, view));
  return parts;
}

// Passages cost a page each: they are read when the reader comes near, and the beginning of the text stands until then.
function whenNear(item, act) {
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      observer.disconnect();
      act().catch(() => undefined); // the beginning stays
    },
    { rootMargin: "400px 0px" },
  );
  observer.observe(item);
}

function headingFor(lang, count, words) {
  return element("h2", { class: "search-other" }, `${words.say(lang)}: ${words.count(count)}`);
}

function moreButton(page, view) {
  const button = element("button", { type: "button", class: "search-more" }, view.words.say("more"));
  button.addEventListener("click", async () => {
    const before = page.shown;
    page.shown += STEP;
    history.replaceState({ shown: page.shown }, "", location.href);
    await answer(page);
    page.place.querySelectorAll(".search-result > a")[before]?.focus();
  });
  return button;
}
