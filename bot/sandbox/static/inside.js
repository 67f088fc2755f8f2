// What lies in the desk's tables, read again whenever something was said: for the drawer and the stories.

import { api } from "./api.js";
import { calmly } from "./calm.js";
import { store } from "./state.js";

const SOON = 250; // milliseconds after a message
const OFTEN = 2500; // while somebody looks: clocks ring without a word, too

class Inside extends EventTarget {
  constructor() {
    super();
    this.desk = null;
    this.eyes = 0;
    this.timer = 0;
    this.due = Infinity; // when it is read next
    this.reading = null;
    this.next = null; // the reading after the one that is on its way
    store.on("said", () => this.eyes && this.soon(SOON));
    store.on("clock", () => this.eyes && this.soon(SOON));
    store.on("network", () => this.eyes && this.soon(SOON));
  }

  // `seen` is called with the newest look until the returned function is called.
  watch(seen) {
    const listen = () => this.desk && seen(this.desk);
    this.addEventListener("look", listen);
    this.eyes += 1;
    this.read();
    return () => {
      this.removeEventListener("look", listen);
      this.eyes -= 1;
    };
  }

  soon(milliseconds) {
    const due = performance.now() + milliseconds;
    if (due >= this.due) return;
    this.due = due;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.read(), milliseconds);
  }

  // The desk as it is now, or null; what is on its way already may have been told before.
  read() {
    this.next ??= (this.reading ?? Promise.resolve()).then(() => {
      this.next = null;
      this.reading = this.look().finally(() => {
        this.reading = null;
        if (this.eyes) this.soon(OFTEN);
      });
      return this.reading;
    });
    return this.next;
  }

  async look() {
    window.clearTimeout(this.timer);
    this.due = Infinity;
    try {
      this.desk = await api.desk();
    } catch {
      return null; // the page says by itself that the sandbox can't be reached
    }
    store.offices = this.desk.offices ?? store.offices; // they change while the desk runs
    calmly(() => this.dispatchEvent(new Event("look")));
    return this.desk;
  }
}

export const inside = new Inside();
