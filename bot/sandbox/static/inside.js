// What lies in the desk's tables, read again whenever something was said: for the drawer and the stories.

import { api } from "./api.js";
import { store } from "./state.js";

const SOON = 250; // milliseconds after a message
const OFTEN = 2500; // while somebody looks: clocks ring without a word, too

class Inside extends EventTarget {
  constructor() {
    super();
    this.desk = null;
    this.eyes = 0;
    this.timer = 0;
    this.reading = false;
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
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.read(), milliseconds);
  }

  async read() {
    if (this.reading) {
      this.soon(SOON);
      return;
    }
    this.reading = true;
    try {
      this.desk = await api.desk();
      store.offices = this.desk.offices ?? store.offices; // they change while the desk runs
      this.dispatchEvent(new Event("look"));
    } catch {
      // The page says by itself that the sandbox can't be reached.
    } finally {
      this.reading = false;
      if (this.eyes) this.soon(OFTEN);
    }
  }
}

export const inside = new Inside();
