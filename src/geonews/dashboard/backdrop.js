// Takes the picture of the map away when the map itself is there, or as soon as the reader touches it.

const SLOWEST = 45000; // milliseconds after which the picture goes in any case
const STEADY = 200; // milliseconds between two frames of a map that has been drawn
const SLOW = 12; // frames in which any map has been drawn, where a browser is so slow that they are never steady
const FILES = ["glyphs/upright", "glyphs/signs"]; // the last that a map asks for; the basemap itself is asked for by a worker

function loaded() {
  const done = performance.getEntriesByType("resource").filter((entry) => entry.responseEnd > 0);
  return FILES.every((file) => done.some((entry) => entry.name.includes(file)));
}

export default function ({ data, parentElement }) {
  const root = parentElement.firstElementChild;
  const box = parentElement.closest(".st-key-map");
  keepWhole(box);
  if (window.geonewsMapDrawn || !data.html) return void root.replaceChildren();
  if (root.dataset.waits) return;
  root.dataset.waits = "yes";
  root.innerHTML = data.html; // numbers and colours alone, no word of an article
  const leave = () => {
    window.geonewsMapDrawn = true;
    root.firstElementChild?.classList.add("gn-gone");
    setTimeout(() => root.replaceChildren(), 500);
  };
  for (const kind of ["pointerdown", "wheel"]) box?.addEventListener(kind, leave, { once: true, passive: true });
  let last = performance.now();
  let steady = 0;
  let frames = 0;
  const look = (now) => {
    if (window.geonewsMapDrawn) return;
    frames = loaded() ? frames + 1 : 0;
    steady = frames && now - last < STEADY ? steady + 1 : 0;
    last = now;
    if (steady > 6 || frames > SLOW) leave();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  setTimeout(leave, SLOWEST);
}
