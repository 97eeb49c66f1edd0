import type { ModelView } from "@/lib/contracts/models";

/** The engine that is built in: it needs a picture, and nothing leaves the machine. */
export const lineart: ModelView = {
  name: "lineart",
  title: "Built-in line art",
  company: null,
  model_id: null,
  ready: true,
  lacks: [],
  needs_picture: true,
  answers: "vector",
  prices: null,
  capped: true,
  lacks_for_cap: [],
  at_once: null,
  per_minute: null,
};
