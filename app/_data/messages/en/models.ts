import { count } from "./counting";

export const models = {
  title: "Who draws",
  local: "Everything stays on this machine.",
  leaves: (company: string) =>
    `Pictures and prompts of this batch leave this machine and go to ${company}. File names and what a camera wrote stay here.`,
  usesModel: (id: string) => `Asks ${id}.`,
  unpriced: "What it costs is not known here, since no price is set.",
  maxCost: "Spend at most (US dollars)",
  maxCostNone: "No limit",
  maxCostInvalid: "An amount above 0, or nothing.",
  maxCostLacks: (settings: string[]) =>
    `A limit can be kept once ${settings.join(" and ")} ${settings.length === 1 ? "is" : "are"} set.`,
  orLineart: (title: string) => `Where ${title} fails, let the built-in engine draw`,
  more: "Let other models draw",
  moreDetail: "Set the key in the server's environment and start it again:",
  moreItem: (title: string, company: string) => `${title}, by ${company}:`,
  noPreview: (company: string) => `No preview: ${company} is asked only once the batch has started.`,
  promptsLabel: "Or pages from words alone, one page a line",
  promptsPlaceholder: "a dragon that reads a book",
  promptsHint: "Needs no picture.",
  promptsAdd: "Add",
  needsPicture: (n: number) =>
    `${count(n, "page has", "pages have")} no picture, which the built-in engine needs. Choose another model, or remove ${n === 1 ? "it" : "them"}.`,
};
