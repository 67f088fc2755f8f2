// Three short stories for somebody who has read nothing. A step is done when it really happened, by whatever way:
// `done` asks the desk's tables, `at` says where to press or what to write, an `optional` step may be left out, one with
// `again` has other words once the clock has been moved in it, and one with `see` brings in other panels.

import { county } from "./stories/county.js";
import { flood } from "./stories/flood.js";
import { monday } from "./stories/monday.js";

export const STORIES = [flood, monday, county];
