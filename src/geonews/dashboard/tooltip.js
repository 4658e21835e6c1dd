// Turns the map's tooltip to the other side of the pointer where it would leave the map, which shows nothing beyond its edge.

const EDGE = 6; // pixels

function keepWhole(map) {
  if (!map || map.keepsWhole) return;
  map.keepsWhole = new MutationObserver((changes) => {
    const tips = new Set(changes.map((change) => change.target).filter((each) => each.matches(".deck-tooltip")));
    for (const tip of tips) turn(tip);
  });
  // deck.gl places it by a transform, which it sets with each move of the pointer.
  map.keepsWhole.observe(map, { subtree: true, attributes: true, attributeFilter: ["style"] });
}

function turn(tip) {
  const [, x, y] = /translate\(([\d.-]+)px, ([\d.-]+)px\)/.exec(tip.style.transform) ?? [];
  if (x === undefined || tip.style.display === "none") return;
  const room = tip.offsetParent;
  const beside = aside(Number(x), tip.offsetWidth, room.clientWidth);
  const below = aside(Number(y), tip.offsetHeight, room.clientHeight);
  const turned = `${beside}px ${below}px`;
  if (tip.style.translate !== turned) tip.style.translate = turned; // or it would be told of this without end
}

/** How far something of this length at a pointer must move to be seen: to the pointer's other side, or as far as need be. */
function aside(at, length, room) {
  const beyond = at + length + EDGE - room;
  if (beyond <= 0) return 0;
  return at - length - EDGE >= 0 ? -length - EDGE : -Math.min(beyond, at);
}
