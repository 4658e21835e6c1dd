// The timeline: drag over its bars, move the days with the keys, or play through them.

const PAUSE = 1400; // milliseconds between two steps of play, after the page has drawn the last one

const PRESSES = ["pointerdown", "keydown"];

function spansOf(brush) {
  return brush.dataset.brush.split(" ");
}

function send(brush, first, last, act) {
  const spans = spansOf(brush);
  act({ do: "days", value: `${spans[first].split("/")[0]}/${spans[last].split("/")[1]}` });
}

function barAt(brush, event) {
  const box = brush.getBoundingClientRect();
  const count = spansOf(brush).length;
  return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * count), 0), count - 1);
}

function veil(brush, one, two) {
  const cover = brush.querySelector(".gn-veil");
  const count = spansOf(brush).length;
  const [first, last] = [Math.min(one, two), Math.max(one, two)];
  cover.hidden = false;
  cover.style.left = `${(100 * first) / count}%`;
  cover.style.width = `${(100 * (last - first + 1)) / count}%`;
}

/** Tell whether any article is of the days from one bar to another: nothing is to be seen elsewhere. */
function holds(brush, first, last) {
  const articles = brush.dataset.articles.split(" ").slice(first, last + 1);
  return articles.some((count) => count !== "0");
}

/** Return the bars that a key leads to from the chosen ones, past all that hold nothing; null where there are none. */
function led(brush, key, isWider) {
  const count = spansOf(brush).length;
  const move = { ArrowLeft: -1, ArrowDown: -1, End: -1, ArrowRight: 1, ArrowUp: 1, Home: 1 }[key];
  const outside = move > 0 ? -1 : count;
  const isEnd = key === "Home" || key === "End";
  let [first, last] = brush.dataset.chosen && !isEnd ? brush.dataset.chosen.split(" ").map(Number) : [outside, outside];
  const widens = isWider && first !== outside;
  do {
    if (!widens) first += move;
    last += move;
    if (first < 0 || last >= count || last < first) return null;
  } while (!holds(brush, widens ? last : first, last));
  return [first, last];
}

/** Stop playing; nothing happens if it does not play. */
function stop(root) {
  clearTimeout(root.playing);
  root.playing = root.played = undefined;
  window.removeEventListener("popstate", root.left);
  for (const kind of PRESSES) document.removeEventListener(kind, root.waits, true);
  const button = root.querySelector("[data-play]");
  if (button) button.textContent = "play";
}

/**
 * Show days in place of those that were played before, so that one step Back leaves the playing; return whether it could.
 *
 * A step that the server is asked for makes a new entry of the history: the first, and the next after anything else was
 * pressed meanwhile. For the others the address is changed here, and the page drawn from it as after a step Back. So no
 * address is on its way from the server which might take the place of the one that the reader goes Back to meanwhile.
 */
function replaced(root, [first, last]) {
  if (root.played !== location.search) {
    root.played = undefined;
    return false;
  }
  root.played = root.played.replace(/([?&]from=)[^&]*/, `$1${first}`).replace(/([?&]to=)[^&]*/, `$1${last}`);
  history.replaceState(history.state, "", root.played);
  window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  return true;
}

/** Take the next step of play after the pause. */
function later(root, act) {
  clearTimeout(root.playing);
  root.playing = setTimeout(() => step(root, act), PAUSE);
}

/** Show the next bar that holds something, and so on after the page has drawn it, to the end. */
function step(root, act) {
  const brush = root.querySelector("[data-brush]");
  if (!brush) return stop(root);
  const labels = brush.dataset.labels.split("|");
  const at = brush.dataset.chosen ? Number(brush.dataset.chosen.split(" ")[1]) : -1;
  const next = labels.findIndex((label, index) => index > at && !label.includes(": 0 mentions, 0 figures"));
  if (next < 0) return stop(root);
  if (!replaced(root, spansOf(brush)[next].split("/"))) send(brush, next, next, act);
}

/** Make the timeline in ``root`` answer; called whenever its content is new. */
function listen(root, act) {
  const brush = root.querySelector("[data-brush]");
  if (!brush) return;
  let start;
  brush.onpointerdown = (event) => {
    stop(root);
    start = barAt(brush, event);
    brush.setPointerCapture(event.pointerId);
    veil(brush, start, start);
  };
  brush.onpointermove = (event) => {
    const at = barAt(brush, event);
    brush.title = brush.dataset.labels.split("|")[at];
    if (start !== undefined) veil(brush, start, at);
  };
  brush.onpointerup = (event) => {
    if (start === undefined) return;
    const [first, last] = [start, barAt(brush, event)].sort((one, other) => one - other);
    start = undefined;
    if (holds(brush, first, last)) send(brush, first, last, act);
    else brush.querySelector(".gn-veil").hidden = true;
  };
  brush.onkeydown = (event) => {
    if (!["ArrowLeft", "ArrowDown", "End", "ArrowRight", "ArrowUp", "Home", "Escape"].includes(event.key)) return;
    event.preventDefault();
    stop(root);
    if (event.key === "Escape") return void (brush.dataset.chosen && act({ do: "days", value: "" }));
    const next = led(brush, event.key, event.shiftKey);
    if (next) send(brush, ...next, act);
  };
  const button = root.querySelector("[data-play]");
  if (!button) return;
  button.textContent = root.playing === undefined ? "play" : "stop";
  button.onclick = (event) => {
    event.stopPropagation();
    if (root.playing !== undefined) return stop(root);
    if (brush.dataset.chosen.endsWith(` ${spansOf(brush).length - 1}`)) brush.dataset.chosen = "";
    root.playing = 0;
    button.textContent = "stop";
    root.left ??= () => location.search !== root.played && stop(root); // by a step Back
    window.addEventListener("popstate", root.left);
    root.waits ??= () => later(root, act); // for the answer to what is pressed: its address must come before the next
    for (const kind of PRESSES) document.addEventListener(kind, root.waits, true);
    step(root, act);
  };
  if (root.playing === undefined) return;
  root.played ??= location.search;
  later(root, act);
}
