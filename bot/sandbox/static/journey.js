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

// What happened stands in the order that it did; the supervisors' step is only there when they were needed.
export function journey(file) {
  const list = el("ol.journey", { data: { testid: "journey" } });
  const steps = STEPS.map(([name, kinds]) => ({ name, event: file.events.find((one) => kinds.includes(one.kind)) }));
  const done = steps.filter(({ event }) => event).sort((a, b) => Date.parse(a.event.at) - Date.parse(b.event.at) || a.event.id - b.event.id);
  const over = done.some(({ name }) => name === "closed");
  const ahead = over ? [] : steps.filter(({ name, event }) => !event && name !== "supervised");
  for (const { name, event } of [...done, ...ahead]) {
    const now = !event && name === ahead[0].name;
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
