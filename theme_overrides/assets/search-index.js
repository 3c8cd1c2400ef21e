// Reads the search index (generator/publish/search_index.py writes it, docs/adr/0010-search-index.md describes it):
// fetches only the pieces that a query needs, newest years first, and says which articles answer.

import { createAnalyzer } from "./search-analysis.js";

const WAVE = 6; // parts asked at the same time
const MOST_WORDS = 16; // of a query; a whole pasted text is not looked up
const LESS_LIKELY = 0.8; // what a term counts that is only the second reading of a word
const SHOWN = ["permalink", "lang", "title", "iso", "dateText", "sourceAr", "sourceEn", "excerpt"];

export async function openIndex(folder) {
  const pieces = new Map();
  let manifest = await readManifest("no-cache");
  const { analyze } = createAnalyzer(await fetchJson(new URL(manifest.analysis, folder)));

  function readManifest(cache) {
    return fetchJson(new URL("manifest.json", folder), { cache });
  }

  function piece(part, name) {
    const path = part.path + name;
    if (!pieces.has(path)) {
      const asked = fetchJson(new URL(path, folder));
      asked.catch(() => pieces.delete(path));
      pieces.set(path, asked);
    }
    return pieces.get(path);
  }

  // The postings of one term in one part: a map from document to impact and language.
  async function postings(part, term) {
    const bucket = await piece(part, `b${termHash(term) & (part.buckets - 1)}.json`);
    let numbers = Object.hasOwn(bucket, term) ? bucket[term] : [];
    if (typeof numbers === "number") numbers = await piece(part, `w${numbers}.json`);
    const found = new Map();
    let document = -1;
    for (const number of numbers) {
      document += number >> 4;
      found.set(document, { impact: (number >> 1) & 7, lang: number & 1 ? "en" : "ar" });
    }
    return found;
  }

  // Documents that have any of the terms, with the best impact; the first term is the likeliest reading.
  async function anyOf(part, terms) {
    const lists = await Promise.all(terms.map((term) => postings(part, term)));
    const found = new Map();
    lists.forEach((list, place) => {
      for (const [document, { impact, lang }] of list) {
        const weighed = place ? impact * LESS_LIKELY : impact;
        if (!(found.get(document)?.impact >= weighed)) found.set(document, { impact: weighed, lang });
      }
    });
    return found;
  }

  async function answers(part, group) {
    const whole = await anyOf(part, group.terms);
    if (!group.parts.length) return whole;
    const apart = await Promise.all(group.parts.map((each) => answers(part, each)));
    for (const [document, { impact, lang }] of apart[0]) {
      if (!whole.has(document) && apart.every((each) => each.has(document))) whole.set(document, { impact, lang });
    }
    return whole;
  }

  async function searchPart(part, groups, filters, least) {
    const lists = await Promise.all(groups.map((group) => answers(part, group)));
    const allowed = filters.source ? await postings(part, filters.source) : null;
    const candidates = new Map(lists.flatMap((list) => [...list]));
    const hits = [];
    for (const [number, { lang }] of candidates) {
      if ((allowed && !allowed.has(number)) || (filters.lang && filters.lang !== lang)) continue;
      const impacts = lists.map((list) => list.get(number)?.impact ?? 0);
      if (impacts.filter(Boolean).length >= least) hits.push({ part, number, lang, impacts });
    }
    return hits;
  }

  function partsFor({ from, to }) {
    if (!from && !to) return manifest.parts;
    return manifest.parts.filter(
      ({ period }) => /^\d+$/.test(period) && (!from || Number(period) >= Number(from)) && (!to || Number(period) <= Number(to)),
    );
  }

  // Searches wave after wave, newest parts first; stops early once there are `enough` hits, and says so.
  async function collect(groups, filters, least, enough) {
    const parts = partsFor(filters);
    const hits = [];
    for (let start = 0; start < parts.length; start += WAVE) {
      const wave = parts.slice(start, start + WAVE);
      hits.push(...(await Promise.all(wave.map((part) => searchPart(part, groups, filters, least)))).flat());
      if (hits.length >= enough && start + WAVE < parts.length) return { hits, complete: false };
    }
    return { hits, complete: true };
  }

  // The site may have been published anew since the page was opened: then the parts have other addresses.
  const renewing = (act) => async (...asked) => {
    const before = manifest;
    try {
      return await act(...asked);
    } catch {
      if (manifest === before) manifest = await readManifest("reload");
      return act(...asked);
    }
  };

  // `text` as typed; filters: lang, from, to (years), source (a term of `sources`). The hits are in no order yet.
  async function search(text, filters = {}, enough = Infinity) {
    const groups = readQuery(analyze(text, true));
    const terms = new Set(groups.flatMap(termsOf));
    if (!groups.length) return { hits: [], complete: true, partial: false, terms };
    const found = await collect(groups, filters, groups.length, enough);
    if (found.hits.length || groups.length < 2) return { ...found, partial: false, terms };
    for (let least = groups.length - 1; least > 0; least -= 1) {
      const some = await collect(groups, filters, least, enough);
      if (some.hits.length) return { ...some, partial: true, terms };
    }
    return { ...found, partial: false, terms };
  }

  // The listings in `lang` (subjects, places, people, sources) whose name has all the words, the shortest names first.
  async function findListings(text, lang, most) {
    const groups = readQuery(analyze(text, true));
    const hits = groups.length ? await searchPart(manifest.listings, groups, { lang }, groups.length) : [];
    hits.sort((one, other) => one.number - other.number);
    return Promise.all(hits.slice(0, most).map(load));
  }

  // Hits in the order to show: those in `lang` first; by date, newest first and the undated last, or by relevance.
  function order(hits, { lang, sort }) {
    const documents = manifest.parts.reduce((sum, part) => sum + part.documents, 0);
    const counts = (hits[0]?.impacts ?? []).map((_, place) => hits.filter((hit) => hit.impacts[place]).length);
    const rarity = counts.map((count) => Math.log(1 + documents / Math.max(1, count)));
    const place = new Map(manifest.parts.map((part, index) => [part, index]));
    const score = (hit) => hit.impacts.reduce((sum, impact, index) => sum + impact * rarity[index], 0);
    const scored = hits.map((hit) => ({ hit, own: hit.lang === lang ? 0 : 1, score: sort === "date" ? 0 : score(hit) }));
    const byDate = (one, other) => place.get(one.hit.part) - place.get(other.hit.part) || one.hit.number - other.hit.number;
    scored.sort((one, other) => one.own - other.own || other.score - one.score || byDate(one, other));
    return scored.map(({ hit }) => hit);
  }

  // What a result shows of the document behind a hit.
  async function load({ part, number }) {
    const rows = await piece(part, `d${Math.floor(number / manifest.shown)}.json`);
    const row = rows[number % manifest.shown];
    return Object.fromEntries(SHOWN.map((name, place) => [name, row[place]]));
  }

  const years = manifest.parts.map((part) => part.period).filter((period) => /^\d+$/.test(period));
  return { analyze, search: renewing(search), findListings: renewing(findListings), order, load, years, sources: manifest.sources };
}

// The words that a query insists on: too common ones only when there are no others; a compound as one or as its parts.
function readQuery(words) {
  const groups = [];
  for (let place = 0; place < words.length; place += 1) {
    const { terms, stop, parts } = words[place];
    const spelled = words.slice(place + 1, place + 1 + parts).filter((part) => !part.stop);
    groups.push({ terms, stop, parts: spelled.map((part) => ({ terms: part.terms, stop: false, parts: [] })) });
    place += parts;
  }
  const telling = groups.filter((group) => !group.stop);
  const insisted = telling.length ? telling : groups;
  return [...new Map(insisted.map((group) => [group.terms.join(" "), group])).values()].slice(0, MOST_WORDS);
}

const termsOf = (group) => [...group.terms, ...group.parts.flatMap(termsOf)];

// FNV-1a, 32 bits, over UTF-8: which bucket holds a term.
export function termHash(term) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(term)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

async function fetchJson(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
