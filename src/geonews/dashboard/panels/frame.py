"""What is around the page: its title, its colours, and how large the reader's window is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geonews.dashboard import surface
from geonews.dashboard.mapstyle import Static
from geonews.dashboard.palette import DARK, LIGHT, Palette

_STYLE = Path(__file__).resolve().parents[1] / "style.css"
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13" fill="none" '
    'stroke="#0b63b6" stroke-width="4"/><circle cx="16" cy="16" r="5" fill="#0b63b6"/></svg>'
)
"""Our own: Streamlit would fetch a Material icon from the web."""
SIZE = "map-size"
_RULER = "ruler"
_BESIDE = 400
"""Pixels that a wide window keeps for what is above and below the map, so that timeline and tables are in sight.

``style.css`` keeps the map's room (``--gn-map``) before this is measured.
"""
_SHARE = 0.56
"""Of the height of a phone's map, while something is read; ``style.css`` says it in its own way."""
_PHONE = 600
"""Pixels of a map that is no phone's any longer."""
_SETTLES = 20
"""Milliseconds in which a width that is still changing has changed."""
_MEASURE = f"""
export default function ({{ data, parentElement, setStateValue }}) {{
  const map = parentElement.closest(".st-key-map");
  let settled;
  let told = data.narrow;
  parentElement.watcher?.disconnect(); // this is called with each change of the data
  parentElement.watcher = new ResizeObserver(() => {{
    // Before the page's own look has come, the filters are of another width.
    if (!getComputedStyle(map).getPropertyValue("--gn-map")) return;
    clearTimeout(settled);
    settled = setTimeout(() => (told = measure(map, setStateValue, told)), {_SETTLES});
  }});
  if (map) parentElement.watcher.observe(map);
  return () => parentElement.watcher.disconnect();
}}

/** Tell how large the map can be, unless that was told for such a window; return for which it now was. */
function measure(map, setStateValue, told) {{
  const narrow = window.innerWidth <= 900;
  const width = Math.round(map.clientWidth);
  const height = narrow ? Math.min(Math.max(Math.round(window.innerHeight * 0.5), 300), 420)
    : Math.min(Math.max(window.innerHeight - {_BESIDE}, 340), 640);
  const base = location.origin + location.pathname.replace(/\\/+$/, "");
  if (!width || narrow === told) return told; // a frame may be hidden
  const tell = (draws) => setStateValue("size", {{ width, height, narrow, base, draws }});
  const able = !memory().geonewsUndrawn || draws();
  tell(able);
  if (able) document.addEventListener("webglcontextcreationerror", failed, {{ capture: true, once: true }});
  return narrow;

  function failed({{ target }}) {{
    setTimeout(() => {{ // what draws the map asks twice
      if (target.getContext("webgl2")) return;
      memory().geonewsUndrawn = "yes";
      tell(false);
    }});
  }}
}}

/** What is kept until the next visit; inside somebody else's page a browser may forbid that. */
function memory() {{
  try {{
    return localStorage;
  }} catch {{
    return {{}};
  }}
}}

/** Whether the map can be drawn: many a remote desktop cannot. Asked only where it once failed, as it takes a software
 *  renderer a second. */
function draws() {{
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext(); // a browser keeps few of them
  if (gl) delete memory().geonewsUndrawn;
  return Boolean(gl);
}}
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the map is, in pixels, whether the window is a phone's, and where the page is."""

    width: int
    height: int
    narrow: bool
    base: str = ""
    """The page's own address; inside somebody else's page Streamlit knows only that one's."""
    draws: bool = True
    """Whether the browser can draw the map (WebGL); so it is taken to, until it fails."""

    @property
    def steady(self) -> int:
        """Pixels of its height that are there in any case: on a phone it is shorter while something is read."""
        return round(self.height * _SHARE) if self.width < _PHONE and self.narrow else self.height


def prepare() -> None:
    """Set the window's title and the page's look; must come first."""
    st.set_page_config(page_title="geonews", page_icon=_ICON, layout="wide")
    st.html(_STYLE)
    surface.prepare()


def is_embedded() -> bool:
    """Tell whether the page stands inside somebody else's (``?embed=true``): then it shows what is to be read alone."""
    return bool(st.context.is_embedded)


def palette() -> Palette:
    """Return the colours that fit the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def base() -> str:
    """Return the page's own address as this browser sees it (a sub-path, a frame survive), without the last slash."""
    known = size()
    return (known.base if known else "") or (st.context.url or "").split("?")[0].rstrip("/")


def files() -> Static:
    """Return the addresses of the basemap's files."""
    there = base() + "/app/static"
    return {"basemap": there + "/basemap.geojson", "names": there + "/names.geojson", "glyphs": there + "/glyphs"}


def size() -> Size | None:
    """Return how large the map is to be; ``None`` before the browser has told, which it does at once."""
    known = st.session_state.get(SIZE)
    return Size(**known) if known else None


def measure() -> None:
    """Have the browser tell how large the map can be: once, and again when a window becomes narrow or wide."""
    known = size()
    with st.container(key="measure"):
        _ruler()(
            key=_RULER,
            data={"narrow": known.narrow if known else None},
            on_size_change=_measured,
        )


def _measured() -> None:
    told = getattr(st.session_state[_RULER], "size", None) or {}
    try:
        width, height = (min(max(int(told[name]), 200), 4000) for name in ("width", "height"))
    except (KeyError, TypeError, ValueError):
        return
    page = str(told.get("base", ""))
    base = page if page.startswith(("http://", "https://")) else ""
    facts = {"narrow": bool(told.get("narrow")), "base": base, "draws": told.get("draws") is not False}
    st.session_state[SIZE] = {"width": width, "height": height, **facts}


@st.cache_resource(show_spinner=False)
def _ruler() -> ComponentRenderer:
    return st.components.v2.component("geonews_ruler", js=_MEASURE, isolate_styles=False)
