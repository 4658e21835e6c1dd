// Fields that are typed into: nothing is sent while a date is only half typed, and nothing typed is lost.

const IDLE = 1500; // milliseconds after the last key in a date until it counts as typed

/** Send what a field holds, unless the page shows that already or the field is half filled. */
function sendField(field, act) {
  clearTimeout(field.waiting);
  if (field.validity.badInput || field.value === (field.sent ?? field.defaultValue)) return;
  if (field.type === "date" && field.value && field.value < "1000") return; // "0202-..." on the way to 2022
  field.sent = field.value;
  act(field);
}

/** A date that was changed: at once when it was picked, when it is complete if it was typed. */
function changed(field, act) {
  if (field.type !== "date" || !field.typed) return void sendField(field, act);
  clearTimeout(field.waiting);
  field.waiting = setTimeout(() => sendField(field, act), IDLE);
}

/** Make the fields in ``root`` answer; called whenever its content is new. */
function typing(root, act) {
  for (const field of root.querySelectorAll("input[type=date][data-do]")) {
    field.onkeydown = ({ key }) => {
      field.typed = true;
      if (key === "Enter") sendField(field, act);
      else if (field.waiting) changed(field, act);
    };
    field.onblur = () => field.typed && sendField(field, act);
  }
  for (const field of root.querySelectorAll("input[type=search][data-do]")) {
    field.onsearch = () => field.value === "" && sendField(field, act); // its cross, or Escape
    // What was put back by ``resume`` is no change to the browser.
    field.onkeydown = ({ key }) => {
      if (key === "Enter") sendField(field, act);
    };
    field.onblur = () => sendField(field, act);
  }
}

/** Return what is being typed and not yet sent, to be put back by ``resume`` into the same field of new content. */
function typed(root) {
  const field = root.contains(document.activeElement) ? document.activeElement : null;
  if (!field?.matches("input[type=search][data-do]") || field.value === field.defaultValue) return null;
  return { id: field.id, value: field.value, at: field.selectionStart };
}

function resume(kept) {
  const field = kept && document.getElementById(kept.id);
  if (!field || field.defaultValue.trim() === kept.value.trim()) return;
  field.value = kept.value;
  field.setSelectionRange(kept.at, kept.at);
}

/** Hide the choices of a list that do not hold what is typed. */
function narrow(input) {
  const wanted = input.value.trim().toLowerCase();
  const list = input.closest("details, fieldset");
  const choices = [...list.querySelectorAll("label:has(.gn-choice-name)")];
  for (const each of choices) each.hidden = !each.querySelector(".gn-choice-name").textContent.toLowerCase().includes(wanted);
  list.querySelector("[role=group]")?.toggleAttribute("data-none", choices.every((each) => each.hidden));
  rove(list);
}

/** Tell the whole of a choice that has no room for it, once the pointer asks. */
function unfold({ target }) {
  const name = target.closest(".gn-choice-name");
  if (name && name.scrollWidth > name.clientWidth) name.title = name.textContent;
}

/** Of the boxes of a long list let one be a stop of the Tab key: the arrow keys lead to the others. */
function rove(root) {
  for (const list of root.querySelectorAll(".gn-list > div")) {
    const boxes = [...list.querySelectorAll("label:not([hidden]) input[type=checkbox]")];
    const stop = boxes.find((each) => each === document.activeElement) ?? boxes[0];
    for (const each of boxes) each.tabIndex = each === stop ? 0 : -1;
  }
}

/** Go from box to box of a list, or down into it from the field that narrows it; returns whether the key was meant so. */
function walkList(event) {
  const isField = event.target.matches(".gn-narrow");
  const list = (isField || event.target.matches("input[type=checkbox]")) && event.target.closest(".gn-list")?.querySelector("div");
  const keys = isField ? ["ArrowDown"] : ["ArrowDown", "ArrowUp", "Home", "End"];
  if (!list || !keys.includes(event.key)) return false;
  const boxes = [...list.querySelectorAll("label:not([hidden]) input[type=checkbox]")];
  const at = boxes.indexOf(event.target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
  boxes[Math.min(Math.max(next, 0), boxes.length - 1)]?.focus();
  rove(list.parentElement);
  event.preventDefault();
  return true;
}

/** In a table, where only Shift and the space bar would choose the row of the cell that the keys are on, let Enter and the
 * space bar do it too; a link is followed. */
function chooseRow(event) {
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
  const cell = event.target;
  if (!isPlain || (event.key !== "Enter" && event.key !== " ") || !cell.closest?.('[data-testid="stDataFrame"] canvas')) return;
  if (event.key === "Enter" && cell.textContent === "open") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const choice = { key: " ", code: "Space", keyCode: 32, shiftKey: true, bubbles: true, cancelable: true };
  cell.dispatchEvent(new KeyboardEvent("keydown", choice));
}

if (!window.geonewsKeys) document.addEventListener("keydown", (window.geonewsKeys = chooseRow), true);
