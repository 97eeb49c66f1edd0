import { count } from "./counting";

/** The sentences of giving many pictures their prompts at once. */
export const pasting = {
  title: "Prompts for many pictures",
  detail: "One prompt a line, in the order of the pictures, or a table (CSV) whose first column names them.",
  label: "List of prompts",
  placeholder: "cat.jpg, simple and bold\ndog.jpg, with many details",
  cancel: "Cancel",
  done: "Set these prompts",
  laid: ({ set, unknown, over }: { set: number; unknown: string[]; over: number }) =>
    [
      `${count(set, "prompt", "prompts")} set.`,
      unknown.length > 0 ? `No picture here is called ${unknown.join(", ")}.` : "",
      over > 0 ? `${count(over, "line was", "lines were")} left over.` : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
};
