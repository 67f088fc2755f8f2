// Nothing is drawn anew under a finger: a click is lost when what was pressed is replaced before it is let go.

const TAP = 300; // milliseconds: the click of a finger comes later than its release, if at all

let presses = 0;
let pressed = false;
let waiting = [];

// Draws now, or once nothing is pressed any more; in the order that it was asked for.
export function calmly(draw) {
  if (pressed || waiting.length) waiting.push(draw);
  else draw();
}

function press(event) {
  // A menu of the browser's own, or the list of a select, takes the release for itself.
  if (event.button || event.target.closest?.("select")) return;
  presses += 1;
  pressed = true;
}

// What waited is drawn after the click, which comes right after the release of a mouse.
function release(event) {
  if (!pressed) return;
  const which = presses;
  window.setTimeout(() => {
    if (which !== presses || !pressed) return;
    pressed = false;
    const work = waiting;
    waiting = [];
    for (const draw of work) {
      try {
        draw();
      } catch (error) {
        window.reportError(error); // the others are drawn all the same
      }
    }
  }, event.type === "pointerup" && event.pointerType === "touch" ? TAP : 0);
}

window.addEventListener("pointerdown", press, { capture: true });
for (const name of ["pointerup", "pointercancel", "click"]) window.addEventListener(name, release, { capture: true });
window.addEventListener("blur", release); // the page's own, not that of something in it
// A release outside the page, or over a scroll bar, is not told: it shows in what comes next.
window.addEventListener("keydown", release, { capture: true });
window.addEventListener("pointermove", (event) => event.buttons || release(), { capture: true });
