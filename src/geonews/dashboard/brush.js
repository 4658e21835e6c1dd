// The timeline: drag over its bars, move them with the arrow keys, or play through them.

const PAUSE = 1400; // milliseconds between two steps of play, after the page has drawn the last one

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

/** Stop playing; nothing happens if it does not play. */
function stop(root) {
  clearTimeout(root.playing);
  root.playing = undefined;
  const button = root.querySelector("[data-play]");
  if (button) button.textContent = "play";
}

/** Show the next bar that holds something, and so on after the page has drawn it, to the end. */
function step(root, act) {
  const brush = root.querySelector("[data-brush]");
  if (!brush) return stop(root);
  const labels = brush.dataset.labels.split("|");
  const at = brush.dataset.chosen ? Number(brush.dataset.chosen.split(" ")[1]) : -1;
  const next = labels.findIndex((label, index) => index > at && !label.includes(": 0 mentions, 0 figures"));
  if (next < 0) return stop(root);
  send(brush, next, next, act);
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
    const end = barAt(brush, event);
    send(brush, Math.min(start, end), Math.max(start, end), act);
    start = undefined;
  };
  brush.onkeydown = (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const count = spansOf(brush).length;
    const [first, last] = brush.dataset.chosen ? brush.dataset.chosen.split(" ").map(Number) : [move > 0 ? -1 : count, move > 0 ? -1 : count];
    if (first + move >= 0 && last + move < count) send(brush, first + move, last + move, act);
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
    step(root, act);
  };
  if (root.playing !== undefined) root.playing = setTimeout(() => step(root, act), PAUSE);
}
