// A piece of the page: shows HTML that Python made, and reports what is pressed or changed in it.

const TAGS = new Set(
  ("A ABBR ARTICLE ASIDE B BDI BR BUTTON CITE CODE DD DETAILS DIV DL DT EM FIELDSET FOOTER FORM H2 H3 H4 HEADER HR I IMG INPUT " +
    "LABEL LEGEND LI MARK NAV OL OPTION P Q S SECTION SELECT SMALL SPAN STRONG SUMMARY TABLE TBODY TD TH THEAD TIME TR UL " +
    "svg g rect circle line path text title polyline").split(" "),
);
const ATTRIBUTES = new Set(
  ("class id title href target rel role dir lang style value type name checked selected disabled open alt src tabindex " +
    "placeholder autocomplete scope colspan for datetime x y width height rx cx cy r d x1 x2 y1 y2 points viewBox " +
    "preserveAspectRatio text-anchor fill stroke stroke-width").split(" "),
);
const WEB = /^(https?:\/\/|\?|#)/i;
const PICTURE = /^data:image\/svg\+xml;base64,/;

function isHarmless(name, value) {
  if (name === "href") return WEB.test(value);
  if (name === "src") return PICTURE.test(value);
  if (name === "style") return !/url\(|expression/i.test(value);
  return ATTRIBUTES.has(name) || name.startsWith("data-") || name.startsWith("aria-");
}

/** Parse HTML in an inert document, and drop whatever Python never writes. */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of template.content.querySelectorAll("*")) {
    if (!TAGS.has(element.tagName)) {
      element.remove();
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      if (!isHarmless(name, value)) element.removeAttribute(name);
    }
  }
  return template.content;
}

/** Put new content in, keeping what the reader has opened, typed and focused. */
function fill(root, html) {
  const open = new Map([...root.querySelectorAll("details[id]")].map((each) => [each.id, each.open]));
  const narrowed = new Map([...root.querySelectorAll("input[data-narrow]")].map((each) => [each.id, each.value]));
  const search = root.querySelector("input[data-find]");
  const focused = root.contains(document.activeElement) ? document.activeElement.id : "";
  const half = typed(root);
  root.replaceChildren(parsed(html));
  for (const each of root.querySelectorAll("details[id]")) {
    if (open.get(each.id) || (open.has(each.id) && "stays" in each.dataset)) each.open = open.get(each.id);
  }
  for (const each of root.querySelectorAll("input[data-narrow]")) {
    each.value = narrowed.get(each.id) ?? "";
    narrow(each);
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  resume(half);
  const found = root.querySelector("input[data-find]");
  if (!found || !search) return;
  if (focused === found.id) found.value = search.value; // what was typed since the server was asked
  found.setSelectionRange(found.value.length, found.value.length);
}

/** Copy a text, a link or both; where the browser refuses, show it, selected, to be copied by hand. */
async function copy(button) {
  const { copy: words, link } = button.dataset;
  const text = [words, link && new URL(link, location.href).href].filter(Boolean).join(" ");
  const written = navigator.clipboard?.writeText(text).then(() => true, () => false);
  const copied = (await written) || copyByCommand(text);
  button.focus({ preventScroll: true });
  if (!copied) return offer(button, text);
  button.dataset.label ??= button.textContent;
  button.textContent = "copied";
  setTimeout(() => (button.textContent = button.dataset.label), 1500);
}

/** The way of a page that is not served over https, which has no clipboard. */
function copyByCommand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}

function offer(button, text) {
  const ways = button.closest(".gn-ways");
  ways.querySelector(".gn-by-keys")?.remove();
  const label = document.createElement("label");
  label.className = "gn-by-keys";
  label.textContent = "This browser does not let the page copy; press Ctrl+C (on a Mac Cmd+C):";
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.rows = 2;
  label.append(area);
  ways.append(label);
  area.select();
}

/** Show or hide what surrounds a sentence. */
function toggle(button) {
  const isOpen = button.closest("article").classList.toggle(button.dataset.toggle);
  button.setAttribute("aria-expanded", isOpen);
}

/** Bring what is marked as the target of a link into view, once a content; a phone scrolls the whole page for it.
 *
 *  Its room, its letters and what stands below it come a moment later: it is brought again until the reader acts. */
function reveal(root) {
  const target = root.querySelector("[data-reveal]");
  const frame = target?.closest(".st-key-evidence");
  if (!frame) return;
  const again = () => (target.isConnected ? bring(target, frame) : rest());
  const [sizes, parts] = [new ResizeObserver(again), new MutationObserver(again)];
  const rest = () => [sizes, parts].forEach((each) => each.disconnect());
  sizes.observe(frame);
  sizes.observe(root);
  parts.observe(frame, { childList: true, subtree: true });
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    window.addEventListener(act, rest, { once: true, passive: true });
  }
}

function bring(target, frame) {
  if (window.innerWidth > 900) {
    frame.scrollTop += target.getBoundingClientRect().top - frame.getBoundingClientRect().top - 80;
  } else {
    target.style.scrollMarginTop = "5rem";
    target.scrollIntoView();
  }
}

/** Let a notice draw in to one line as soon as the reader goes on, so that it covers little until it is closed. */
function drawIn(root) {
  root.classList.remove("gn-drawn");
  const going = new AbortController();
  for (const act of ["pointerdown", "keydown"]) {
    const went = ({ target }) => {
      if (root.contains(target)) return;
      root.classList.add("gn-drawn");
      going.abort();
    };
    window.addEventListener(act, went, { signal: going.signal, passive: true, capture: true });
  }
}

/** On a phone, where it stands below the map and above the tables, bring what was chosen into view. */
function approach(root) {
  const { top } = root.getBoundingClientRect();
  if (window.innerWidth > 900 || (top >= 0 && top < window.innerHeight * 0.7)) return;
  root.style.scrollMarginTop = "0.6rem";
  root.scrollIntoView({ block: "start" });
}

/** Where what had the focus is gone, let the Tab key go on from the beginning of what has come instead. */
function resumeReading(root) {
  const top = root.querySelector("[data-top], button");
  if (top?.dataset.top !== undefined) top.tabIndex = -1;
  top?.focus({ preventScroll: true });
}

function surface({ data, parentElement, setTriggerValue }) {
  const root = parentElement.firstElementChild;
  const app = document.querySelector(".stApp");
  if (!app.contains(root)) root.style.colorScheme = getComputedStyle(app).colorScheme; // a dialog stands beside the page
  const sendAction = (action) => setTriggerValue("act", action);
  const act = (element, extra) => sendAction({ do: element.dataset.do, ...extra });
  const sendValue = (field) => act(field, { value: field.value });
  if (root.shown !== data.html) {
    root.shown = data.html;
    const hadFocus = root.contains(document.activeElement);
    fill(root, data.html);
    rove(root);
    typing(root, sendValue);
    listen(root, sendAction);
    search(root, sendAction);
    if (root.closest(".st-key-told")) drawIn(root);
    const mark = root.querySelector("[data-top]")?.dataset.top;
    if (mark !== undefined && mark !== root.mark) {
      if (root.mark !== undefined) {
        if (mark) approach(root);
        const frame = root.closest(".st-key-evidence");
        if (frame) frame.scrollTop = 0;
      }
      root.mark = mark;
      reveal(root);
    }
    if (hadFocus && !root.contains(document.activeElement)) resumeReading(root);
  }
  root.onclick = (event) => {
    const button = event.target.closest("button, [data-do]:not(input, select)");
    if (button?.dataset.toggle !== undefined) toggle(button);
    if (button?.matches("[data-copy], [data-link]")) copy(button);
    if (button?.dataset.do === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    clearTimeout(root.typing); // of two messages close to each other the server reads the later alone
    act(button, { value: button.dataset.value ?? "", on: button.dataset.on ?? "" });
  };
  root.onchange = ({ target }) => {
    if (target.dataset.do === undefined) return;
    if (target.type === "checkbox") act(target, { value: target.dataset.value, on: target.checked ? "yes" : "no" });
    else if (target.matches("select, [type=radio]")) sendValue(target);
    else changed(target, sendValue);
  };
  root.onkeydown = (event) => {
    if (walkList(event)) return;
    const isRead = root.closest(".st-key-evidence") && !event.target.matches("input, select");
    if (event.key === "Escape" && isRead) root.querySelector(".gn-close")?.click();
    const isMark = event.target.matches("[role=button][data-do]");
    if (isMark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      event.target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); // what is drawn has no click()
    }
    const beside = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[event.key];
    if (beside && event.target.matches("[role=tab]")) event.target[beside]?.focus();
  };
  root.onpointerover = unfold;
  root.oninput = ({ target }) => {
    if (target.dataset.narrow !== undefined) narrow(target);
  };
}

export default () => {};
