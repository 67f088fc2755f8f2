// Nothing is drawn anew under a finger: a click is lost when what was pressed is replaced before it is let go.

let presses = 0;
let pressed = false;
let waiting = [];

// Draws now, or once nothing is pressed any more; in the order that it was asked for.
export function calmly(draw) {
  if (pressed || waiting.length) waiting.push(draw);
  else draw();
}

function press(event) {
  if (event.target.closest?.("select")) return; // its list takes the release for itself
  presses += 1;
  pressed = true;
}

function release() {
  const which = presses;
  // The click comes right after the release.
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
  });
}

window.addEventListener("pointerdown", press, { capture: true });
for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, release, { capture: true });
window.addEventListener("blur", release); // the page's own, not that of something in it
// A release outside the page, or over a scroll bar, is not told.
window.addEventListener("pointermove", (event) => pressed && !event.buttons && release(), { capture: true });
