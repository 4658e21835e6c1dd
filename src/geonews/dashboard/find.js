// The field that finds a place: asks while one types, and is walked with the arrow keys.

const TYPING = 150; // milliseconds without a key before the server is asked

/** Make option ``at`` of the list the one that Enter takes. */
function point(input, at) {
  const options = [...document.getElementById(input.getAttribute("aria-controls")).querySelectorAll("[role=option]")];
  const chosen = options.length ? (at + options.length) % options.length : -1;
  options.forEach((each, index) => each.setAttribute("aria-selected", index === chosen));
  if (chosen < 0) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", options[chosen].id);
  options[chosen].scrollIntoView({ block: "nearest" });
}

function pointed(input) {
  const options = [...document.getElementById(input.getAttribute("aria-controls")).querySelectorAll("[role=option]")];
  return [options, options.findIndex((each) => each.getAttribute("aria-selected") === "true")];
}

/** Make the field in ``root`` answer; called whenever its content is new. */
function search(root, act) {
  const input = root.querySelector("[data-find]");
  if (!input) return;
  input.oninput = () => {
    clearTimeout(root.typing);
    root.typing = setTimeout(() => act({ do: "find", value: input.value }), TYPING);
  };
  input.onkeydown = (event) => {
    const [options, at] = pointed(input);
    if (event.key === "ArrowDown") point(input, at + 1);
    else if (event.key === "ArrowUp") point(input, at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && options.length) options[Math.max(at, 0)].click();
    else if (event.key === "Escape" && input.value) {
      input.value = "";
      act({ do: "find", value: "" });
    } else return;
    event.preventDefault();
  };
}
