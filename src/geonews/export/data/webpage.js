"use strict";
// The page is whole without this: it keeps signs and names at one size, pans and zooms, and shows one place at a time.
(() => {
  const map = document.getElementById("map");
  const signs = [...document.querySelectorAll("#signs a")];
  const heads = [...document.querySelectorAll("#routes .head")];
  const routes = [...document.querySelectorAll("#routes a")];
  const names = [...document.querySelectorAll("#names text")];
  const ALWAYS = 8; // names of the most mentioned places may lie over other signs
  document.documentElement.classList.add("scripted");
  const widths = names.map((name) => name.getComputedTextLength());
  const places = [...document.querySelectorAll(".place")];
  const hint = document.getElementById("hint");
  const home = { ...box() };

  function box() {
    const [x, y, width, height] = map.getAttribute("viewBox").split(" ").map(Number);
    return { x, y, width, height };
  }

  /** Units of the map that one pixel is. */
  function unit(view) {
    return Math.max(view.width / (map.clientWidth || 1), view.height / (map.clientHeight || 1));
  }

  function show(view) {
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    const scale = unit(view);
    for (const sign of signs) {
      const { x, y, size } = sign.dataset;
      sign.setAttribute("transform", `translate(${x} ${y}) scale(${scale * Number(size)})`);
    }
    for (const head of heads) head.setAttribute("transform", `${head.dataset.at} scale(${scale})`);
    label(view, scale);
  }

  /** Name as many places as there is room for, each beside its sign: the chosen one, the most mentioned spots, the rest. */
  function label(view, scale) {
    const spots = names.map((name) => ({
      x: Number(name.dataset.x) / scale, y: Number(name.dataset.y) / scale,
      far: 10 * Number(name.dataset.size) + 4, area: name.matches(".area"), chosen: name.matches(".chosen"),
    }));
    const middle = { x: (view.x + view.width / 2) / scale, y: (view.y + view.height / 2) / scale };
    const seen = (room) =>
      room.left > middle.x - map.clientWidth / 2 && room.right < middle.x + map.clientWidth / 2 &&
      room.top > middle.y - map.clientHeight / 2 && room.bottom < middle.y + map.clientHeight / 2;
    const rank = (at) => (spots[at].chosen ? 0 : !spots[at].area && at < ALWAYS ? 1 : 2);
    const taken = [];
    for (const at of names.map((_, at) => at).sort((one, other) => rank(one) - rank(other) || one - other)) {
      const name = names[at], here = spots[at];
      const sides = around(here, widths[at]);
      const free = sides.filter(({ room }) => seen(room) && !taken.some((other) => overlap(room, other)));
      // A country's sign lies under a town, so it may under a town's name; another town's may not.
      const inTheWay = spots.filter((spot) => spot !== here && (here.area || !spot.area));
      const clear = free.find(({ room }) => !inTheWay.some((spot) => within(spot, room)));
      const side = clear || (at < ALWAYS || here.chosen ? free[0] : undefined) || (here.chosen ? sides[0] : undefined);
      name.classList.toggle("crowded", !side);
      if (!side) continue;
      name.setAttribute("transform", `translate(${name.dataset.x} ${name.dataset.y}) scale(${scale})`);
      name.setAttribute("x", side.x);
      name.setAttribute("y", side.y);
      name.setAttribute("text-anchor", side.anchor);
      taken.push(side.room);
    }
  }

  /** Where a name can stand beside its sign: right, left, below, above. */
  function around({ x, y, far }, width) {
    const room = (left, top) => ({ left, right: left + width, top, bottom: top + 16 });
    return [
      { anchor: "start", x: far, y: 5, room: room(x + far, y - 8) },
      { anchor: "end", x: -far, y: 5, room: room(x - far - width, y - 8) },
      { anchor: "middle", x: 0, y: far + 10, room: room(x - width / 2, y + far - 3) },
      { anchor: "middle", x: 0, y: -far, room: room(x - width / 2, y - far - 13) },
    ];
  }

  function overlap(one, other) {
    return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
  }

  function within(spot, room) {
    return spot.x > room.left - 4 && spot.x < room.right + 4 && spot.y > room.top - 2 && spot.y < room.bottom + 2;
  }

  function zoom(factor, clientX, clientY) {
    const view = box();
    const width = Math.min(Math.max(view.width * factor, 12), 3600 * 1.2);
    const real = width / view.width;
    const at = new DOMPoint(clientX, clientY).matrixTransform(map.getScreenCTM().inverse());
    show({ x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real, width, height: view.height * real });
  }

  function choose() {
    const id = decodeURIComponent(location.hash.slice(1));
    const chosen = places.find((place) => place.id === id);
    const other = chosen ? null : document.getElementById(id);
    for (const route of routes) route.classList.toggle("chosen", Boolean(other) && route.getAttribute("href") === `#${id}`);
    if (other && other.matches("details")) {
      other.open = true;
      other.scrollIntoView({ block: "nearest" });
    }
    if (other) return;
    for (const place of places) place.classList.toggle("chosen", place === chosen);
    for (const sign of signs) sign.classList.toggle("chosen", Boolean(chosen) && sign.getAttribute("href") === `#${id}`);
    names.forEach((name, at) => name.classList.toggle("chosen", Boolean(chosen) && id === `p${at}`));
    show(box());
    hint.hidden = Boolean(chosen);
    if (chosen) chosen.scrollIntoView({ block: "nearest" });
  }

  const fingers = new Map();
  let moved = 0;
  map.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    moved = 0;
  });
  map.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const others = [...fingers.values()].filter((each) => each.pointerId !== event.pointerId);
    if (others.length) {
      const far = (one) => Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY) || 1;
      zoom(far(before) / far(event), (event.clientX + others[0].clientX) / 2, (event.clientY + others[0].clientY) / 2);
    } else {
      const view = box(), scale = unit(view);
      show({ ...view, x: view.x - (event.clientX - before.clientX) * scale, y: view.y - (event.clientY - before.clientY) * scale });
    }
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    map.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener("click", (event) => { if (moved > 6) event.preventDefault(); }, true);
  map.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, event.clientX, event.clientY);
  }, { passive: false });
  map.addEventListener("dblclick", () => show(home));
  addEventListener("resize", () => show(box()));
  addEventListener("hashchange", choose);

  const buttons = document.createElement("div");
  buttons.className = "zoom";
  const middle = () => {
    const around = map.getBoundingClientRect();
    return [around.x + around.width / 2, around.y + around.height / 2];
  };
  for (const [sign, label, press] of [
    ["+", "Draw nearer", () => zoom(0.5, ...middle())],
    ["\u2212", "Draw farther", () => zoom(2, ...middle())],
    ["\u25ad", "All places", () => show(home)],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", press);
    buttons.append(button);
  }
  map.after(buttons);

  // What is folded away would be missing on paper.
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details:not([open])")) each.dataset.folded = each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of document.querySelectorAll("details[data-folded]")) { delete each.dataset.folded; each.open = false; }
  });

  show(home);
  choose();
})();
