// The map of the city that doesn't exist: drawn, clickable, without any network. A click gives a latitude and longitude.

import { el } from "./dom.js";
import { isTraditional, language, t } from "./i18n.js";
import { sheet } from "./notices.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 480;
const HIGH = 320;
const WEST = 117.0;
const NORTH = 30.6;
const PER_DEGREE = 800; // pixels

// The districts that the example settings know, and the city itself. `at`: where the name stands.
const DISTRICTS = [
  { names: ["老城区", "老城區", "Old Town"], at: [236, 150], path: "M178 108 L300 96 L318 150 L296 204 L196 212 L168 160 Z" },
  { names: ["清河县 城关镇", "清河縣 城關鎮", "Qinghe, Chengguan"], at: [82, 92], path: "M10 20 L150 14 L178 108 L168 160 L96 172 L10 140 Z" },
  { names: ["清河县 柳林镇", "清河縣 柳林鎮", "Qinghe, Liulin"], at: [84, 238], path: "M10 140 L96 172 L168 160 L196 212 L150 308 L10 306 Z" },
  { names: ["清河县 石桥乡", "清河縣 石橋鄉", "Qinghe, Shiqiao"], at: [248, 268], path: "M196 212 L296 204 L340 310 L150 308 Z" },
  { names: ["云岭县 云山镇", "雲嶺縣 雲山鎮", "Yunling, Yunshan"], at: [260, 54], path: "M150 14 L330 10 L356 84 L300 96 L178 108 Z" },
  { names: ["云岭县 松坪镇", "雲嶺縣 松坪鎮", "Yunling, Songping"], at: [404, 92], path: "M330 10 L470 14 L470 160 L318 150 L300 96 L356 84 Z" },
  { names: ["云岭县 竹溪乡", "雲嶺縣 竹溪鄉", "Yunling, Zhuxi"], at: [390, 234], path: "M318 150 L470 160 L470 308 L340 310 L296 204 Z" },
];
const RIVER = "M-4 196 C60 206 110 150 176 164 S250 190 292 168 S380 118 484 132";

function svg(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text) node.textContent = text;
  return node;
}

const nameOf = (district) => (language() === "en" ? district.names[2] : placeOf(district));

// Chinese place names are what the desk reads, whatever the page speaks.
function placeOf(district) {
  return district.names[isTraditional() ? 1 : 0];
}

// The sheet with the map; `send` gets {kind, latitude, longitude, title?, address?}.
export function mapSheet(send) {
  let spot = null;
  let chosen = null;
  const board = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "map", role: "img", "aria-label": t("map.label"), "data-testid": "map" });
  for (const district of DISTRICTS) {
    const shape = svg("path", { d: district.path, class: "map-district", tabindex: "0", role: "button", "aria-label": nameOf(district) });
    shape.addEventListener("click", (event) => choose(district, shape, event));
    shape.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(district, shape);
    });
    board.append(shape);
  }
  board.append(svg("path", { d: RIVER, class: "map-river" }));
  for (const district of DISTRICTS) {
    const label = svg("text", { x: district.at[0], y: district.at[1], class: "map-name" });
    const words = language() === "en" ? nameOf(district).split(", ").reverse() : nameOf(district).split(" ").reverse();
    words.reverse().forEach((word, index) => label.append(svg("tspan", { x: district.at[0], dy: index ? 17 : words.length > 1 ? -4 : 4 }, word)));
    board.append(label);
  }
  const pin = svg("path", { d: "M0 0 C-3 -8 -9 -11 -9 -18 A9 9 0 0 1 9 -18 C9 -11 3 -8 0 0 Z", class: "map-pin", visibility: "hidden" });
  board.append(pin);
  const words = el("p.quiet-words", { text: t("map.hint"), role: "status" });
  const asPoint = el("button.primary", { disabled: true, data: { testid: "map-send" }, onclick: () => done("location") }, t("map.send"));
  const asPlace = el("button.small", { disabled: true, data: { testid: "map-send-place" }, onclick: () => done("venue") }, t("map.send_place"));
  const box = sheet(t("map.title"), "place", el("div.sheet-body", {}, board, words), el("div.sheet-foot", {}, asPoint, asPlace));

  function choose(district, shape, event) {
    const [x, y] = event ? inside(event) : district.at;
    spot = { latitude: Number((NORTH - y / PER_DEGREE).toFixed(5)), longitude: Number((WEST + x / PER_DEGREE).toFixed(5)) };
    chosen = district;
    pin.setAttribute("transform", `translate(${x} ${y})`);
    pin.setAttribute("visibility", "visible");
    for (const other of board.querySelectorAll(".map-district")) other.classList.toggle("on", other === shape);
    words.textContent = `${nameOf(district)} · ${spot.latitude}, ${spot.longitude}`;
    asPoint.disabled = asPlace.disabled = false;
  }

  function inside(event) {
    const frame = board.getBoundingClientRect();
    return [((event.clientX - frame.left) / frame.width) * WIDE, ((event.clientY - frame.top) / frame.height) * HIGH];
  }

  function done(kind) {
    box.close();
    const place = placeOf(chosen);
    send(kind === "venue" ? { kind, ...spot, title: place.split(" ").pop(), address: place.replace(" ", "") } : { kind, ...spot });
  }
}
