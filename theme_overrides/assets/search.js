// The search box: loads the search itself when the reader turns to it, not before; `/` and Ctrl or Command with K lead to it.

// Make the box ready, once the document is there; `button` is the word on its button.
export function begin(button) {
  const link = document.querySelector("a.search");
  const form = document.getElementById("site-search") ?? (link && makeBox(link, button));
  const input = form?.querySelector("input[type=search]");
  if (input) serve(form, input);
}

function serve(form, input) {
  const onSearchPage = document.body.classList.contains("search-page");
  let started = null;
  const start = () => {
    started ??= import(onSearchPage ? "./search-page.js" : "./search-panel.js").then((module) => module.start(form, input));
    return started.catch(() => { started = null; }); // without it the form still leads to the search page
  };

  input.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  form.addEventListener("focusin", start);
  // What is typed decides its direction; the empty box keeps the page's, for the sake of its placeholder.
  input.addEventListener("input", () => {
    if (input.value) input.dir = "auto";
    else input.removeAttribute("dir");
  });
  if (document.activeElement === input || (onSearchPage && new URLSearchParams(location.search).get("q"))) start();

  // By place on the keyboard, not by letter: on an Arabic layout those keys write ظ and ن.
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.code === "Slash" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !writing;
    const letter = event.code === "KeyK" && (event.ctrlKey !== event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.defaultPrevented || !(slash || letter)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

// Make a box to write in of the link to the search page. Answers show in its last element.
function makeBox(link, word) {
  const label = link.textContent;
  const form = Object.assign(document.createElement("form"), { id: "site-search", className: "search", action: link.href });
  form.setAttribute("role", "search");
  const input = Object.assign(document.createElement("input"), {
    type: "search", name: "q", placeholder: label, ariaLabel: label, autocomplete: "off", required: true,
  });
  const button = Object.assign(document.createElement("button"), { textContent: word });
  const answers = Object.assign(document.createElement("div"), { id: "search-results", className: "search-results", hidden: true });
  form.append(input, button, answers);
  form.setAttribute("aria-label", label);
  const held = document.activeElement === link;
  link.replaceWith(form);
  if (held) input.focus();
  return form;
}
