// How a search answer looks: one result, its marks on the original spelling, its excerpt; and the words of the interface.

const EXCERPT_WORDS = 34;
const BEFORE = 8;

// Words of the interface in the page's language, from the search page's template, so that no other page carries them.
export async function loadWords(form) {
  let template = document.getElementById("search-words");
  if (!template) {
    const answer = await fetch(form.action);
    template = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("search-words");
  }
  const language = document.documentElement.lang;
  const words = new Map();
  const counts = new Map();
  const plural = new Intl.PluralRules(language);
  for (const element of template.content.querySelectorAll("data")) {
    const [, name, number] = /^(\w+?)(\d*)$/.exec(element.value);
    if (number) counts.set(plural.select(Number(number)), element.textContent);
    else words.set(name, element.textContent);
  }
  const digits = (number, like) => (/[٠-٩]/.test(like) ? String(number).replace(/\d/g, (d) => "٠١٢٣٤٥٦٧٨٩"[d]) : String(number));
  return {
    say: (name, query = "") => (words.get(name) ?? "").replace("{query}", () => query),
    count: (number) => {
      const sample = counts.get(plural.select(number)) ?? counts.get("other") ?? "";
      return sample.replace(/[\d٠-٩]+/, (found) => digits(number, found));
    },
  };
}

export function loadStyle() {
  if (document.querySelector('link[href*="search.css"]')) return Promise.resolve();
  const style = element("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href });
  const loaded = new Promise((resolve) => {
    style.addEventListener("load", resolve);
    style.addEventListener("error", resolve); // without it the results are plain, but there
  });
  document.head.append(style);
  return loaded;
}

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === "") continue;
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// `text` with a mark around each word that answers the query; left-to-right pieces of Arabic text are kept in order.
export function marked(text, lang, analyze, terms) {
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const word of analyze(text)) {
    if (word.start < done || !word.terms.some((term) => terms.has(term))) continue;
    fragment.append(...isolated(text.slice(done, word.start), lang), element("mark", {}, text.slice(word.start, word.end)));
    done = word.end;
  }
  fragment.append(...isolated(text.slice(done), lang));
  return fragment;
}

// Characters up to which a token stays on one line, as in the pages.
const LONGEST_WHOLE = 16;

function isolated(text, lang) {
  if (lang !== "ar") return [text];
  const pieces = [];
  let done = 0;
  // A number with its unit (160 km/h, 15%), else whatever is glued together.
  for (const match of text.matchAll(/(?<![A-Za-z\d])\d[\d.,:/]* ?(?:[A-Za-zµ°]{1,3}[²³]?(?:\/[a-z]{1,2}[²³]?)?(?![A-Za-z\d])|%)|[+\u2212-]?[A-Za-z\d][^\s\p{Script=Arabic}«»]*[A-Za-z\d+#%]/gu)) {
    if (/^[A-Za-z\d]+$/.test(match[0])) continue;
    const kept = match[0].length <= LONGEST_WHOLE && /[\s?/–—-]/.test(match[0]) && { class: "token" };
    pieces.push(text.slice(done, match.index), element("bdi", { dir: "ltr", ...kept }, match[0]));
    done = match.index + match[0].length;
  }
  return [...pieces, text.slice(done)];
}

export const directionOf = (lang) => (lang === "ar" ? "rtl" : "ltr");

// One result as a list item. `view` has analyze, terms, words, root (the site's root) and excerpts (whether to show them).
export function renderResult(shown, view) {
  const { analyze, terms } = view;
  const foreign = shown.lang !== document.documentElement.lang;
  const link = element("a", { href: new URL(shown.permalink, view.root).pathname }, marked(shown.title, shown.lang, analyze, terms));
  const source = shown.lang === "ar" ? shown.sourceAr : shown.sourceEn;
  const meta = element("p", { class: "meta" });
  if (source) meta.append(element("span", {}, source), " ");
  meta.append(shownDate(shown, view));
  const item = element("li", { class: "search-result", ...(foreign && { lang: shown.lang, dir: directionOf(shown.lang) }) }, link, meta);
  if (view.excerpts) {
    item.append(element("p", { class: "excerpt" }, marked(shown.excerpt, shown.lang, analyze, terms)));
  }
  return item;
}

// Listings by name, as links with the number of their articles.
export function renderListings(listings, view) {
  const items = listings.map((each) => {
    const link = element("a", { href: new URL(each.permalink, view.root).pathname }, marked(each.title, each.lang, view.analyze, view.terms));
    return element("li", {}, link, " ", element("span", { class: "count" }, ...isolated(each.dateText, each.lang)));
  });
  return element("ul", { class: "search-listings", "aria-label": view.words.say("listings") }, ...items);
}

// A date, the words for an uncertain one in the article's language, or in the page's that none is known.
function shownDate(shown, view) {
  if (shown.iso) return element("time", { datetime: shown.iso }, shown.dateText);
  if (shown.dateText) return element("span", { class: "unknown" }, shown.dateText);
  const page = document.documentElement.lang;
  const undated = element("span", { lang: page, dir: directionOf(page) }, view.words.say("undated"));
  return element("span", { class: "unknown" }, undated); // the separator before it is the result's, not the page's
}

// Puts the passage that answers best in place of the beginning, where the beginning does not answer: the text is read
// from the article's own page, so that the index need not hold it a second time.
export async function improveExcerpt(item, shown, view) {
  const place = item.querySelector(".excerpt");
  if (!place || place.querySelector("mark")) return;
  const answer = await fetch(new URL(shown.permalink, view.root));
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const passage = bestPassage(textOf(page.querySelector("article .body")), view.analyze, view.terms);
  if (passage) place.replaceChildren(marked(passage, shown.lang, view.analyze, view.terms));
}

// The article's own words: without those that lead to a picture or a footnote, and nothing run together.
function textOf(body) {
  for (const link of body.querySelectorAll("figure > a, a.footnote-ref, a.footnote-backref")) link.remove();
  for (const end of body.querySelectorAll("br, :is(p, li, td, th, dt, dd, h2, h3, h4, h5, h6, figcaption)")) end.after(" ");
  return body.textContent.trim().replace(/\s+/g, " ");
}

function bestPassage(text, analyze, terms) {
  const words = analyze(text).filter((word) => !word.parts);
  const found = words.map((word) => word.terms.find((term) => terms.has(term)) ?? null);
  let best = { worth: 0, start: 0 };
  found.forEach((term, place) => {
    if (term === null) return;
    const start = Math.max(0, place - BEFORE);
    const worth = new Set(found.slice(start, start + EXCERPT_WORDS).filter((each) => each !== null)).size;
    if (worth > best.worth) best = { worth, start };
  });
  if (!best.worth) return "";
  const last = Math.min(words.length, best.start + EXCERPT_WORDS) - 1;
  const [start, end] = [words[best.start].start, last === words.length - 1 ? text.length : words[last].end];
  return `${best.start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
