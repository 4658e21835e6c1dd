"use strict";
// The page is whole without this: it keeps signs and names at one size, pans and zooms, and shows one place at a time.
(() => {
  const map = document.getElementById("map");
  const signs = [...document.querySelectorAll("#signs a")];
  const lands = new Map([...document.querySelectorAll("#lands a")].map((land) => [land.getAttribute("href"), land]));
  const heads = [...document.querySelectorAll("#routes .head")];
  const routes = [...document.querySelectorAll("#routes a")];
  const names = [...document.querySelectorAll("#names text")];
  const across = [0, -20, 20, -40, 40, -70, 70, -110, 110], down = [0, -12, 12, -24, 24, -40, 40, -60, 60];
  const STEPS = across.flatMap((dx) => down.map((dy) => [dx, dy])) // pixels from a country's middle, the nearest first
    .sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
  const WIDE = 30; // pixels of a country that needs no sign
  const NARROW = 500; // pixels of a map on which signs are smaller
  document.documentElement.classList.add("scripted");
  for (const name of names) name.classList.remove("crowded"); // what is not shown has no width
  const widths = names.map((name) => name.getComputedTextLength());
  const signAt = Object.fromEntries(signs.map((sign) => [sign.getAttribute("href").slice(2), sign]));
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

  /** How large signs are drawn, by what they are on a wide map. */
  function share() {
    return map.clientWidth < NARROW ? 0.8 : 1;
  }

  function show(view) {
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    const scale = unit(view);
    for (const sign of signs) {
      const { x, y, size } = sign.dataset;
      sign.setAttribute("transform", `translate(${x} ${y}) scale(${scale * Number(size) * share()})`);
    }
    for (const name of names.filter(({ dataset }) => dataset.span)) {
      name.classList.toggle("land", Number(name.dataset.span) / scale >= WIDE);
      signAt[names.indexOf(name)].classList.toggle("wide", name.matches(".land"));
    }
    for (const head of heads) head.setAttribute("transform", `${head.dataset.at} scale(${scale})`);
    label(view, scale);
  }

  /** Name as many places as there is room for, each at its sign: the chosen one first, then the most mentioned. */
  function label(view, scale) {
    const spots = names.map((name, at) => ({
      at, name, x: Number(name.dataset.x) / scale, y: Number(name.dataset.y) / scale, width: widths[at],
      reach: name.matches(".land") ? 0 : 12 * Number(name.dataset.size) * share(),
      spot: name.matches(".spot"), chosen: name.matches(".chosen"),
    }));
    const edge = {
      left: (view.x + view.width / 2) / scale - map.clientWidth / 2, right: (view.x + view.width / 2) / scale + map.clientWidth / 2,
      top: (view.y + view.height / 2) / scale - map.clientHeight / 2, bottom: (view.y + view.height / 2) / scale + map.clientHeight / 2,
    };
    const shown = spots.filter(({ x, y }) => x > edge.left && x < edge.right && y > edge.top && y < edge.bottom);
    const taken = shown.filter(({ reach }) => reach).map((one) => ({ of: one, ...square(one, one.reach) }));
    const fits = (one, room) =>
      room.left > edge.left && room.right < edge.right && room.top > edge.top && room.bottom < edge.bottom &&
      !taken.some((other) => other.of !== one && overlap(room, other));
    const inOrder = [...spots].sort((one, other) => other.chosen - one.chosen || one.at - other.at);
    for (const one of inOrder) {
      const sides = one.reach ? around(one) : within(one, scale);
      const seen = shown.includes(one) || !one.reach;
      const side = (seen && !hidden(one, shown) &&
        sides.find(({ room, holds }) => fits(one, room) && (!holds || holds()))) || (one.chosen ? sides[0] : undefined);
      one.name.classList.toggle("crowded", !side);
      if (!side) continue;
      one.name.setAttribute("transform", `translate(${one.name.dataset.x} ${one.name.dataset.y}) scale(${scale})`);
      one.name.setAttribute("x", side.x);
      one.name.setAttribute("y", side.y);
      one.name.setAttribute("text-anchor", side.anchor);
      taken.push({ of: one, ...side.room });
    }
  }

  /** Whether another sign lies on most of this one, so that a name beside them would be taken for that one's. */
  function hidden(one, shown) {
    const above = (other) => (other.spot === one.spot ? other.at < one.at : other.spot);
    return one.reach > 0 && !one.chosen &&
      shown.some((other) => other !== one && above(other) && Math.hypot(other.x - one.x, other.y - one.y) < other.reach);
  }

  /** Where a name can stand beside its sign: right, left, below, above, then at the corners. */
  function around({ x, y, reach, width }) {
    const far = reach + 3, near = 0.7 * reach + 2;
    const at = (anchor, dx, dy) => {
      const left = x + dx - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      return { anchor, x: dx, y: dy, room: { left, right: left + width, top: y + dy - 12, bottom: y + dy + 4 } };
    };
    return [
      at("start", far, 5), at("end", -far, 5), at("middle", 0, far + 11), at("middle", 0, -far - 3),
      at("start", near, -near), at("end", -near, -near), at("start", near, near + 9), at("end", -near, near + 9),
    ];
  }

  /** Where a name can stand in its country, if it is in it: as near as can be to its middle. */
  function within({ at, x, y, width }, scale) {
    const path = lands.get(`#p${at}`).querySelector("path");
    const isIn = (dx, dy) => path.isPointInFill(new DOMPoint((x + dx) * scale, (y + dy) * scale));
    return STEPS.map(([dx, dy]) => ({
      anchor: "middle", x: dx, y: dy + 5,
      room: { left: x + dx - width / 2, right: x + dx + width / 2, top: y + dy - 8, bottom: y + dy + 9 },
      holds: () => isIn(dx - width / 4, dy) && isIn(dx + width / 4, dy),
    }));
  }

  function square({ x, y }, reach) {
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  }

  function overlap(one, other) {
    return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
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
    for (const sign of [...signs, ...lands.values()]) sign.classList.toggle("chosen", Boolean(chosen) && sign.getAttribute("href") === `#${id}`);
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
