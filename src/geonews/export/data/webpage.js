"use strict";
// The page is whole without this: it keeps signs and names at one size, pans and zooms, and shows one place at a time.
(() => {
  const map = document.getElementById("map");
  const signs = [...document.querySelectorAll("#signs a")];
  const names = [...document.querySelectorAll("#names text")];
  const ALWAYS = 8; // names of the most mentioned places may lie over other signs
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
    const spots = names.map((name) => ({ x: Number(name.dataset.x) / scale, y: Number(name.dataset.y) / scale }));
    const taken = [];
    const edge = (view.x + view.width / 2) / scale + map.clientWidth / 2;
    const order = names.map((_, at) => at).sort((one, other) => names[other].matches(".chosen") - names[one].matches(".chosen"));
    for (const at of order) {
      const name = names[at], { x, y } = spots[at];
      name.setAttribute("transform", `translate(${name.dataset.x} ${name.dataset.y}) scale(${scale})`);
      const room = { left: x + 12, right: x + 20 + 8 * name.textContent.length, top: y - 8, bottom: y + 8 };
      const over = (each) => room.left < each.right && room.right > each.left && room.top < each.bottom && room.bottom > each.top;
      const inside = (spot) => spot.x > room.left && spot.x < room.right && spot.y > room.top && spot.y < room.bottom;
      const crowded = room.right > edge || taken.some(over) || (at >= ALWAYS && spots.some(inside));
      name.classList.toggle("crowded", crowded);
      if (!crowded || name.matches(".chosen")) taken.push(room);
    }
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
    if (id && !chosen && document.getElementById(id)) return;
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

  document.documentElement.classList.add("scripted");
  show(home);
  choose();
})();
