// The search analysis, word for word as generator/text/analysis.py, arabic.py and english.py do it at build time; all
// rules and lists come from their table (search/analysis-….json). A browser test compares the two sides.

const HELD = "\ue000";
const GAPS = ".,٫٬";
const THOUSANDS = ",٬";
const HYPHENS = "-\u2010\u2011";

export function createAnalyzer(table) {
  const { arabic: arabicClass, marks, ignored, apostrophes, shortest } = table;
  const isArabic = (word) => arabicPattern.test(word);
  const arabicPattern = new RegExp(`[${arabicClass}]`, "u");
  const token = new RegExp(
    `[${arabicClass}][${arabicClass}${marks}${ignored}]*` +
      `|(?:(?![${arabicClass}])[\\p{L}\\p{N}])` +
      `(?:(?![${arabicClass}])[\\p{L}\\p{N}]|[${marks}${ignored}]|[${apostrophes}](?=[\\p{L}\\p{N}]))*`,
    "gu",
  );
  const withoutIgnored = new RegExp(`[${ignored}]+`, "gu");
  const withoutMarks = new RegExp(`[${marks}${ignored}${apostrophes}]+`, "gu");
  const heldAlef = new RegExp(`[أإآ](?=[${marks}${ignored}]*ل)`, "gu");
  const feminine = new RegExp(`ا[${marks}${ignored}]*ت[${marks}${ignored}]*ة[${marks}${ignored}]*$`, "u");
  const possessive = new RegExp(`[${apostrophes}][sS]$`, "u");
  const letters = new Map(Object.entries(table.letters));
  const own = new Set(table.own);
  const ownEnding = new Set(table.ownEnding);
  const names = new Set(table.names);
  const same = new Map(Object.entries(table.same));
  const singulars = new Map(Object.entries(table.singulars));
  const stop = new Set(table.stop);
  const pronouns = new Set(table.pronouns);
  const national = new Set(table.national);
  const english = createStemmer(table.english);
  const remembered = new Map();

  function fold(text) {
    const compatible = text.replace(withoutIgnored, "").normalize("NFKC").toLowerCase();
    const mapped = Array.from(compatible, (letter) => letters.get(letter) ?? letter).join("");
    return mapped.normalize("NFD").replace(withoutMarks, "").normalize("NFC");
  }

  function withoutEndings(word) {
    for (let pass = 0; pass < 2; pass += 1) {
      const ending = ownEnding.has(word) || names.has(word) ? null : findEnding(word);
      if (ending === null) break;
      word = word.slice(0, -ending.length);
      if (pronouns.has(ending) && word.endsWith("ت") && !word.endsWith("ات") && word.length > shortest) {
        word = word.slice(0, -1);
      }
    }
    const shorter = withoutLastWeak(word);
    return ownEnding.has(word) || (names.has(shorter) && !word.endsWith("ا")) ? word : shorter;
  }

  function findEnding(word) {
    for (const ending of table.suffixes) {
      if (ending === "ته" && word.endsWith("اته")) continue;
      if (word.endsWith(ending) && word.length - ending.length >= shortest) {
        return !names.has(word.slice(0, -ending.length)) || national.has(ending) ? ending : null;
      }
    }
    return null;
  }

  function withoutLastWeak(word) {
    if (word.endsWith("اء") && word.length - 2 >= shortest) return word.slice(0, -2);
    if (/[اءه]$/u.test(word) && word.length - 1 >= shortest) return word.slice(0, -1);
    return word;
  }

  const released = (word) => word.replaceAll(HELD, "ا");

  function fronts(word, query) {
    const plain = released(word);
    if (own.has(withoutEndings(plain)) || word.length <= shortest) return [plain];
    const prefix = table.articles.find((each) => word.startsWith(each) && word.length - each.length >= shortest);
    if (prefix !== undefined) return afterArticle(prefix, word.slice(prefix.length), query);
    if (word[0] === "و") return fronts(word.slice(1), query);
    if (table.particles.includes(word[0])) return [plain, ...fronts(word.slice(1), query)];
    return [plain];
  }

  function afterArticle(prefix, rest, query) {
    if (prefix.endsWith("لل") && own.has(withoutEndings(released(`ل${rest}`)))) return [released(`ل${rest}`)];
    if (rest.startsWith("ال") && rest.length - 2 >= shortest) rest = rest.slice(2);
    rest = released(rest);
    return query ? [rest, `ال${rest}`] : [rest];
  }

  function arabicTerms(surface, query) {
    const compatible = surface.replace(withoutIgnored, "").normalize("NFKC");
    const isFeminine = feminine.test(compatible);
    const terms = new Set();
    for (const part of fold(compatible.replace(heldAlef, HELD)).split(/\s+/u)) {
      if (!part) continue;
      const found = fronts(part, query);
      if (query && part.includes(HELD)) found.push(...fronts(released(part), query));
      for (const front of found) {
        const stem = isFeminine ? front.slice(0, -1) : withoutEndings(singulars.get(front) ?? front);
        terms.add(same.get(stem) ?? stem);
      }
    }
    return [...terms];
  }

  const latinTerms = (word) => [/^[a-z]+$/u.test(word) ? english(word) : word];

  function readWord(surface, folded, query) {
    const key = (query ? "?" : "") + surface;
    let word = remembered.get(key);
    if (!word) {
      const terms = isArabic(folded) ? arabicTerms(surface, query) : latinTerms(fold(surface.replace(possessive, "")));
      word = { terms, stop: stop.has(folded) };
      remembered.set(key, word);
    }
    return word;
  }

  function tokens(text) {
    const found = [];
    for (const match of text.matchAll(token)) {
      const folded = fold(match[0]);
      if (folded) found.push({ start: match.index, end: match.index + match[0].length, text: folded });
    }
    return found;
  }

  function holds(text, run, next) {
    const last = run[run.length - 1];
    const gap = text.slice(last.end, next.start);
    if (gap.length !== 1 || isArabic(next.text) || isArabic(last.text)) return false;
    const before = run.length > 1 ? text[run[0].end] : gap;
    if (HYPHENS.includes(gap)) return HYPHENS.includes(before);
    const digits = /^\p{Nd}+$/u;
    return GAPS.includes(gap) && GAPS.includes(before) && digits.test(next.text) && digits.test(last.text);
  }

  function joinedNumber(text, run) {
    if (run.length < 2 || !GAPS.includes(text[run[0].end])) return null;
    const gaps = run.slice(0, -1).map((each) => text[each.end]);
    const last = run[run.length - 1].text;
    let whole = run;
    let fraction = "";
    if (!THOUSANDS.includes(gaps[gaps.length - 1]) || (run.length === 2 && last.length !== 3)) {
      whole = run.slice(0, -1);
      fraction = `.${last}`;
    }
    const grouped = whole.slice(1).every((each) => each.text.length === 3) && whole[0].text.length <= 3;
    const separated = gaps.slice(0, whole.length - 1).every((gap) => THOUSANDS.includes(gap));
    if (whole.length > 1 && !(grouped && separated)) return null;
    return whole.map((each) => each.text).join("") + fraction;
  }

  function runs(text) {
    const found = [];
    let run = [];
    for (const next of tokens(text)) {
      if (run.length && !holds(text, run, next)) {
        found.push(run);
        run = [];
      }
      run.push(next);
    }
    if (run.length) found.push(run);
    return found;
  }

  function analyze(text, query = false) {
    const words = [];
    for (const run of runs(text)) {
      const span = { start: run[0].start, end: run[run.length - 1].end, stop: false, parts: 0 };
      const number = joinedNumber(text, run);
      if (number !== null) {
        words.push({ ...span, terms: [number] });
        continue;
      }
      if (run.length > 1 && HYPHENS.includes(text[run[0].end])) {
        words.push({ ...span, terms: latinTerms(run.map((each) => each.text).join("")), parts: run.length });
      }
      for (const each of run) {
        const { terms, stop: common } = readWord(text.slice(each.start, each.end), each.text, query);
        words.push({ start: each.start, end: each.end, terms, stop: common, parts: 0 });
      }
    }
    return words;
  }

  return { analyze, fold };
}

function createStemmer(table) {
  const irregular = new Map(Object.entries(table.irregular));
  const doubled = new Set(table.doubled);
  const vowel = /[aeiouy]/;
  const shortEnd = /(?:^|.*[^aeiouy])[aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;

  function afterFirstClosed(word, start) {
    const match = /[aeiouy][^aeiouy]/.exec(word.slice(start));
    return match ? start + match.index + 2 : word.length;
  }

  function asAmerican(word) {
    const found = table.british.find(([british]) => word.endsWith(british));
    return found ? word.slice(0, -found[0].length) + found[1] : word;
  }

  function withoutPlural(word) {
    if (word.endsWith("sses")) return word.slice(0, -2);
    if (word.endsWith("ies")) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
    if (word.endsWith("us") || word.endsWith("ss") || !word.endsWith("s")) return word;
    return vowel.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
  }

  function withoutPast(word, first) {
    for (const ending of ["eedly", "eed"]) {
      if (word.endsWith(ending)) {
        return word.length - ending.length >= first ? `${word.slice(0, -ending.length)}ee` : word;
      }
    }
    for (const ending of ["ingly", "edly", "ing", "ed"]) {
      if (word.endsWith(ending)) {
        const rest = word.slice(0, -ending.length);
        return vowel.test(rest) ? mend(rest, first) : word;
      }
    }
    return word;
  }

  function mend(rest, first) {
    if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
    if (doubled.has(rest.slice(-2)) && rest.length > 3) return rest.slice(0, -1);
    return rest.length <= first && shortEnd.test(rest) ? `${rest}e` : rest;
  }

  function replaceEnding(word, first, pairs) {
    const found = pairs.find(([ending]) => word.endsWith(ending));
    if (!found || word.length - found[0].length < first) return word;
    return word.slice(0, -found[0].length) + found[1];
  }

  function withoutLi(word, first) {
    if (word.endsWith("logi") && word.length - 3 >= first) return word.slice(0, -1);
    if (word.endsWith("li") && word.length - 2 >= first && table.liAfter.includes(word[word.length - 3])) {
      return word.slice(0, -2);
    }
    return word;
  }

  function withoutAgent(word, second) {
    if (word.endsWith("er") && word.length - 2 >= second) return word.slice(0, -2);
    if (/[st]ion$/.test(word) && word.length - 3 >= second) return word.slice(0, -3);
    return word;
  }

  function withoutFinalE(word, first, second) {
    if (!word.endsWith("e") || word.endsWith("ee")) return word;
    const rest = word.slice(0, -1);
    return rest.length >= second || (rest.length >= first && !shortEnd.test(rest)) ? rest : word;
  }

  return (given) => {
    if (irregular.has(given)) return irregular.get(given);
    if (given.length < 3) return given;
    let word = asAmerican(given).replace(/(^|[aeiouy])y/g, "$1Y");
    const start = table.regionStarts.find((each) => word.startsWith(each));
    const first = start ? start.length : afterFirstClosed(word, 0);
    const second = afterFirstClosed(word, first);
    word = withoutPast(withoutPlural(word), first);
    if (word.length > 2 && /[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;
    word = withoutLi(replaceEnding(word, first, table.step2), first);
    word = withoutAgent(replaceEnding(word, first, table.step3), second);
    return withoutFinalE(word, first, second).toLowerCase();
  };
}
