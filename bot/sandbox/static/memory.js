// What the browser remembers of this page, and nothing else does.

export const memory = {
  read(name) {
    try {
      return JSON.parse(localStorage.getItem(`minsheng.sandbox.${name}`));
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      if (value === null) localStorage.removeItem(`minsheng.sandbox.${name}`);
      else localStorage.setItem(`minsheng.sandbox.${name}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still works.
    }
  },
};
