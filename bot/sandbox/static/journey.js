// The life of a case as a line of steps: received, worked on, (supervised,) answered, asked about, closed.

import { el } from "./dom.js";
import { dateWords, zoned } from "./format.js";
import { t } from "./i18n.js";

const STEPS = [
  ["filed", ["filed"]],
  ["claimed", ["claimed", "taken_over"]],
  ["supervised", ["supervised", "escalated"]],
  ["answered", ["resolved"]],
  ["rated", ["rated"]],
  ["closed", ["closed", "withdrawn", "declined"]],
];

export function moment(iso) {
  const at = Date.parse(iso);
  return `${dateWords(at)} ${zoned(at).time}`;
}

function when(iso) {
  const { m, d, time } = zoned(Date.parse(iso));
  return [`${m}-${d}`, el("br"), time];
}

// The supervisors' step is only there when they were needed.
export function journey(file) {
  const list = el("ol.journey", { data: { testid: "journey" } });
  let reached = true;
  for (const [name, kinds] of STEPS) {
    const event = file.events.find((one) => kinds.includes(one.kind));
    if (name === "supervised" && !event) continue;
    const now = !event && reached;
    reached = reached && Boolean(event);
    list.append(
      el(
        `li.step.${event ? "done" : now ? "now" : "ahead"}`,
        { data: { step: name } },
        el("span.step-dot", { "aria-hidden": "true" }),
        el("span.step-name", { text: t(`step.${name}`) }),
        el("span.step-when", {}, ...(event ? when(event.at) : now ? [t("step.now")] : [])),
      ),
    );
  }
  return list;
}
