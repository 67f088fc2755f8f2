// Building nodes without markup strings: text is always text.

const SVG = "http://www.w3.org/2000/svg";

// Outlines on a 20 by 20 grid, drawn with a round pen.
const outlines = {
  send: ["M10 16V4.5", "M5 9.2 10 4.2l5 5"],
  attach: ["M14.8 9.3 9.6 14.5a3.2 3.2 0 0 1-4.6-4.6l5.9-5.8a2.2 2.2 0 0 1 3.1 3.1l-5.8 5.7a1.1 1.1 0 0 1-1.6-1.5l5-5"],
  reply: ["M8 5 3.8 9.2 8 13.4", "M4 9.2h7.2a5 5 0 0 1 5 5v.8"],
  edit: ["M4 16l.7-3.3 8.4-8.4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3L7.3 15.3z", "M11.8 5.6l2.6 2.6"],
  close: ["M5.5 5.5l9 9", "M14.5 5.5l-9 9"],
  plus: ["M10 4.5v11", "M4.5 10h11"],
  down: ["M10 4v11.2", "M5 10.4l5 5 5-5"],
  caret: ["M6 8.2l4 4 4-4"],
  sun: ["M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z", "M10 2.4v1.4M10 16.2v1.4M2.4 10h1.4M16.2 10h1.4M4.6 4.6l1 1M14.4 14.4l1 1M15.4 4.6l-1 1M5.6 14.4l-1 1"],
  moon: ["M15.8 11.8A6.4 6.4 0 0 1 8.2 4.2a6.4 6.4 0 1 0 7.6 7.6z"],
  help: ["M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z", "M8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4", "M10 13.7v.1"],
  reset: ["M4.4 8a6 6 0 1 1-.4 2.6", "M4 4.4V8h3.6"],
  file: ["M6 2.8h5.2L15 6.6v9.2a1.4 1.4 0 0 1-1.4 1.4H6a1.4 1.4 0 0 1-1.4-1.4V4.2A1.4 1.4 0 0 1 6 2.8z", "M11 3v4h4"],
  photo: ["M4.6 4h10.8A1.6 1.6 0 0 1 17 5.6v8.8a1.6 1.6 0 0 1-1.6 1.6H4.6A1.6 1.6 0 0 1 3 14.4V5.6A1.6 1.6 0 0 1 4.6 4z", "M3.4 14l4-4.2 3.2 3.2 2-2 4 4", "M12.7 7.6v.1"],
  pin: ["M10 17.4s5.2-4.6 5.2-8.8a5.2 5.2 0 0 0-10.4 0c0 4.2 5.2 8.8 5.2 8.8z", "M10 6.8a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z"],
  person: ["M10 3.4a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z", "M4 16.6c.5-3 2.9-4.4 6-4.4s5.5 1.4 6 4.4"],
  group: ["M7.4 4.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z", "M2.6 15.6c.4-2.6 2.3-3.8 4.8-3.8s4.4 1.2 4.8 3.8", "M12.6 4.6a2.5 2.5 0 0 1 0 4.8", "M14.2 12c1.8.4 2.9 1.6 3.2 3.6"],
  eyeoff: ["M3.4 3.4l13.2 13.2", "M8.2 4.9A8 8 0 0 1 10 4.7c4 0 6.5 3 7.4 5.3a9 9 0 0 1-1.8 2.7M5.2 6.2A9.4 9.4 0 0 0 2.6 10c.9 2.3 3.4 5.3 7.4 5.3 1.3 0 2.5-.3 3.5-.8", "M8.3 8.3a2.4 2.4 0 0 0 3.4 3.4"],
  link: ["M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-3", "M11 3.6h5.4V9", "M16 4l-7 7"],
  album: ["M6 6.4h9.4A1.6 1.6 0 0 1 17 8v6.4a1.6 1.6 0 0 1-1.6 1.6H6a1.6 1.6 0 0 1-1.6-1.6V8A1.6 1.6 0 0 1 6 6.4z", "M3 12.6V5.4A1.6 1.6 0 0 1 4.6 3.8H13", "M5 14l3.2-3.2 2.4 2.4 1.6-1.6 4 4"],
  mic: ["M10 2.8a2.4 2.4 0 0 0-2.4 2.4v4.4a2.4 2.4 0 0 0 4.8 0V5.2A2.4 2.4 0 0 0 10 2.8z", "M5.2 9.4a4.8 4.8 0 0 0 9.6 0", "M10 14.2v3"],
  smile: ["M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z", "M7 11.6c.7 1.2 1.7 1.9 3 1.9s2.3-.7 3-1.9", "M7.6 7.9v.1M12.4 7.9v.1"],
  bolt: ["M11.4 2.6 4.8 11.4h4.6L8.6 17.4l6.6-8.8h-4.6z"],
  drawer: ["M4.4 3.6h11.2A1.4 1.4 0 0 1 17 5v10a1.4 1.4 0 0 1-1.4 1.4H4.4A1.4 1.4 0 0 1 3 15V5a1.4 1.4 0 0 1 1.4-1.4z", "M12 3.8v12.4", "M14 7.2h1M14 10h1"],
  scan: ["M3.4 6.8V4.6a1.2 1.2 0 0 1 1.2-1.2h2.2M13.2 3.4h2.2a1.2 1.2 0 0 1 1.2 1.2v2.2M16.6 13.2v2.2a1.2 1.2 0 0 1-1.2 1.2h-2.2M6.8 16.6H4.6a1.2 1.2 0 0 1-1.2-1.2v-2.2", "M6.6 6.6h2.6v2.6H6.6zM10.8 6.6h2.6v2.6h-2.6zM6.6 10.8h2.6v2.6H6.6zM11 11h.1M13.2 13.2h.1M11 13.2h.1M13.2 11h.1"],
  people: ["M7.4 4.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z", "M2.6 15.6c.4-2.6 2.3-3.8 4.8-3.8 1 0 1.9.2 2.7.6", "M14 11.4v5M11.5 13.9h5"],
  check: ["M4.6 10.6l3.6 3.6 7.2-8"],
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const d of outlines[name] ?? []) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

// el("button.quiet", {type: "button", onclick: f, data: {testid: "x"}}, "text", node)
export function el(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  if (tag === "button") node.type = "button";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "data") Object.assign(node.dataset, value);
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "text") node.textContent = value;
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

export function clear(node) {
  node.replaceChildren();
  return node;
}

// A steady hue for a person or group, so that a face keeps its colour.
export function hue(id) {
  let value = Math.abs(Number(id)) || 1;
  value = (value * 2654435761) % 4294967296;
  return Math.round(value / 4294967296 * 12) * 30;
}

export function avatar(id, name, extra = "") {
  const letters = [...(name ?? "").replace(/^(Ms|Mr) /, "")].filter((c) => /[\p{L}\p{N}]/u.test(c));
  const node = el(`span.avatar${extra ? "." + extra : ""}`, { "aria-hidden": "true", text: letters[0] ?? "·" });
  node.style.setProperty("--hue", String(hue(id)));
  return node;
}

export function prefersTouch() {
  return window.matchMedia("(hover: none)").matches;
}

// A button that waits for its work: a second press during the first does nothing.
export function once(button, work) {
  button.addEventListener("click", async () => {
    if (button.hasAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    try {
      await work();
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  return button;
}

// A toast fades after its time; by the clock, since what isn't displayed has no animation that could end.
export function leave(node, after) {
  window.setTimeout(() => node.classList.add("leaves"), after);
  window.setTimeout(() => node.remove(), after + 240);
}
