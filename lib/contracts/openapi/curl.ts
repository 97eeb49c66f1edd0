import type { Operation } from "./operation";

/** Bodies that work as they stand, but for the ids. */
const examples: Partial<Record<string, string>> = {
  preview: '{"kind": "coloring", "file": "FILE_ID", "prompt": "simple"}',
  generateColoringPages: '{"items": [{"file": "FILE_ID", "prompt": "a cute cat, simple"}]}',
  makeDeck: '{"items": [{"file": "FILE_ID"}], "options": {"title": "My deck"}}',
};

/** A line for a shell that calls an operation on a server; words in capitals stand for what only the caller knows. */
export function curlLine({ method, path, id, body, answers }: Operation, origin: string): string {
  const place = path.replace("{id}", "BATCH_ID").replace("{name}", "NAME");
  const url = `${origin}${place}${body === "bytes" ? "?name=cat.jpg" : ""}`;
  const streams = answers.some(({ mediaTypes }) => mediaTypes?.includes("text/event-stream"));
  const saves = answers.some(({ mediaTypes }) => mediaTypes?.some((type) => /zip|pdf/.test(type)));
  const parts = [
    "curl",
    streams ? "-N" : "",
    saves ? "-OJ" : "",
    body === "bytes" ? "--data-binary @cat.jpg" : "",
    body !== "bytes" && examples[id] ? `-H 'content-type: application/json' -d '${examples[id]}'` : "",
    method === "get" || body === "bytes" || examples[id] ? "" : `-X ${method.toUpperCase()}`,
    `'${url}'`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
