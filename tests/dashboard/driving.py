"""Drives the page without a browser."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from geonews.dashboard.actions import apply
from geonews.dashboard.panels.frame import SIZE
from geonews.dashboard.state import from_params, to_params

APP = Path(__file__).resolve().parents[2] / "app.py"
KYIV, MOSCOW, BERLIN = "gn:703448", "gn:524901", "gn:2950159"
_WITHIN = "data:application/json;base64,"
_PICTURES = frozenset({"keeper", "ruler", "picture", "script"})
"""Pieces that hold no HTML of ours."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page, and what a reader sees and does on it."""

    at: AppTest

    @classmethod
    def opened(cls) -> ShownPage:
        """Return a page that has not run yet; its browser has told how large the map can be, as one does at once."""
        at = AppTest.from_file(str(APP), default_timeout=60)
        at.session_state[SIZE] = {"width": 640, "height": 460, "narrow": False}
        return cls(at)

    def surfaces(self) -> dict[str, str]:
        """Return the HTML of each piece of the page that is our own, by its key."""
        drawn = {element.proto.id.rsplit("-", 1)[-1]: element.proto for element in self.at.get("bidi_component")}
        return {key: json.loads(each.json)["html"] for key, each in drawn.items() if key not in _PICTURES}

    def html(self) -> str:
        """Return all HTML of the page."""
        return "\n".join([element.proto.body for element in self.at.get("html")] + list(self.surfaces().values()))

    def heading(self) -> str:
        """Return the words above the map."""
        return self.surfaces()["heading"]

    def do(self, name: str, value: str = "", on: str = "") -> None:
        """Do what a press in one of our own pieces does: the address becomes that of the view after the action."""
        view = from_params({key: self.asked(key) for key in self.at.query_params})
        params = to_params(apply(view, {"do": name, "value": value, "on": on}))
        self.at.query_params.clear()
        self.at.query_params.update(params)
        self.at.run()
        assert not self.at.exception

    def press(self, label: str) -> None:
        """Press the button whose label begins so."""
        next(button for button in self.at.button if button.label.startswith(label)).click().run()
        assert not self.at.exception

    def asked(self, name: str) -> list[str]:
        """Return the values of a parameter of the address."""
        value = self.at.query_params.get(name, [])
        return [value] if isinstance(value, str) else list(value)

    def map(self) -> Any:  # noqa: ANN401 - AppTest knows no class for it
        """Return the map."""
        return self.at.get("deck_gl_json_chart")[0]

    def pins(self) -> set[str]:
        """Return the names of the places that are shown."""
        return {row["tip"].split("\n")[0] for row in self._rows("areas", "points") if row["r"]}

    def drawn(self) -> list[str]:
        """Return the ids of all places that the map holds, shown or hidden, in their order."""
        return [row["id"] for row in self._rows("areas", "points")]

    def sight(self) -> dict[str, float]:
        """Return where the map looks when it is drawn."""
        view = json.loads(self.map().proto.json)["initialViewState"]
        return {name: view[name] for name in ("longitude", "latitude", "zoom")}

    def ringed(self) -> list[list[float]]:
        """Return where the selected place is."""
        packed = json.loads(self.map().proto.json)["mapStyle"].partition(",")[2]
        marked = json.loads(base64.b64decode(packed))["sources"]["ring"]["data"]["features"]
        return [each["geometry"]["coordinates"] for each in marked]

    def _rows(self, *layers: str) -> list[dict[str, Any]]:
        drawn = json.loads(self.map().proto.json)["layers"]
        return [row for layer in drawn if layer["id"].split("-")[0] in layers for row in held(layer["data"])]


def within(content: bytes) -> str:
    """Return an address that holds the content itself."""
    return _WITHIN + base64.b64encode(content).decode()


def held(data: Any) -> Any:  # noqa: ANN401 - JSON
    """Return what ``within`` put into an address; anything else as it is."""
    return json.loads(base64.b64decode(data.removeprefix(_WITHIN))) if isinstance(data, str) else data
