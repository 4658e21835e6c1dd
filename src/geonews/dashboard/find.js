// The field that finds a place: asks while one types, and is walked with the arrow keys.
//
// An answer is for the text that ``data-find`` names. A key that comes before the answer to what stands in the field waits
// for it: what is offered until then is for an older text.

const TYPING = 150; // milliseconds without a key before the server is asked

function optionsOf(input) {
  return [...document.getElementById(input.getAttribute("aria-controls")).querySelectorAll("[role=option]")];
}

/** Make option ``at`` of the list the one that Enter takes. */
function point(input, at) {
  const options = optionsOf(input);
  const chosen = options.length ? (at + options.length) % options.length : -1;
  options.forEach((each, index) => each.setAttribute("aria-selected", index === chosen));
  if (chosen < 0) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", options[chosen].id);
  options[chosen].scrollIntoView({ block: "nearest" });
}

/** Walk what is offered, or take what is pointed at, else the first. */
function walk(input, key) {
  const options = optionsOf(input);
  const at = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
  if (key === "ArrowDown") point(input, at + 1);
  else if (key === "ArrowUp") point(input, at < 0 ? -1 : at - 1);
  else options[Math.max(at, 0)]?.click();
}

/** Let saving a form come with what is typed and not taken, or with what was chosen: the page may not know it yet. */
function tell(root, typed, chosen = "") {
  for (const each of root.querySelectorAll('[data-do="save"], [data-do="save-on"]')) {
    Object.assign(each.dataset, { value: typed, on: chosen });
  }
}

function choicesOf(input) {
  return input.closest("fieldset")?.querySelectorAll("[type=radio]") ?? [];
}

/** What is typed speaks against what was chosen before. */
function doubt(input) {
  for (const each of choicesOf(input)) each.checked = each.defaultChecked && !input.value.trim();
}

/** Make the field in ``root`` answer; called whenever its content is new. */
function search(root, act) {
  const input = root.querySelector("[data-find]");
  if (!input) return;
  const ask = () => {
    clearTimeout(root.typing);
    act({ do: "find", value: input.value });
  };
  const retyped = () => {
    clearTimeout(root.typing);
    root.waiting = [];
    tell(root, input.value);
    doubt(input);
  };
  const choose = (value) => {
    clearTimeout(root.typing);
    root.waiting = [];
    input.value = "";
    tell(root, "", value);
  };
  const isAnswered = () => input.dataset.find === input.value;
  input.oninput = () => {
    retyped();
    root.typing = setTimeout(ask, TYPING);
  };
  input.onkeydown = (event) => {
    if (event.key === "Escape" && input.value) {
      input.value = "";
      retyped();
      ask();
    } else if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
    else if (isAnswered()) walk(input, event.key);
    else {
      root.waiting.push(event.key);
      if (event.key === "Enter") ask();
    }
    event.preventDefault();
  };
  document.getElementById(input.getAttribute("aria-controls")).onclick = ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) choose(option.dataset.value);
  };
  for (const each of choicesOf(input)) each.onchange = () => choose(each.value);
  tell(root, input.value);
  doubt(input);
  root.waiting ??= [];
  if (isAnswered()) root.waiting.splice(0).forEach((key) => walk(input, key));
}
