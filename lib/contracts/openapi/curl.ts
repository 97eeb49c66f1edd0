import type { Operation } from "./operation";

/** Bodies that work as they stand, but for the ids, the links' tokens and the passwords; without one none has to be sent. */
export const examples: Partial<Record<string, string>> = {
  preview: '{"kind": "coloring", "file": "FILE_ID", "prompt": "simple"}',
  generateColoringPages: '{"items": [{"file": "FILE_ID", "prompt": "a cute cat, simple"}]}',
  makeDeck: '{"items": [{"file": "FILE_ID"}], "options": {"title": "My deck"}}',
  orderPages: '{"item_ids": ["ITEM_ID", "ITEM_ID"]}',
  signIn: '{"email": "ann@example.org", "password": "PASSWORD"}',
  join: '{"token": "TOKEN", "name": "Ann", "email": "ann@example.org", "password": "LONG_PASSWORD"}',
  changeRole: '{"role": "owner"}',
  invite: '{"role": "member"}',
  changePassword: '{"current_password": "PASSWORD", "password": "LONG_PASSWORD"}',
  setPassword: '{"token": "TOKEN", "password": "LONG_PASSWORD"}',
  makeKey: '{"name": "printer"}',
};

/** What stands for the parts of a path. In braces curl would take them for a list of addresses. */
const parts: Partial<Record<string, string>> = {
  id: "BATCH_ID",
  file: "FILE_ID",
  member: "MEMBER_ID",
  key: "KEY_ID",
  page: "1",
};
const partFor = (_: string, name: string): string => parts[name] ?? name.toUpperCase();

/** What asks for a method; curl sends GET by itself, and POST with a body. */
function methodFlag({ method, body, id }: Operation): string {
  if (method === "head") return "-I";
  const posts = method === "post" && (body !== undefined ? "bytesAs" in body || id in examples : false);
  return method === "get" || posts ? "" : `-X ${method.toUpperCase()}`;
}

/** A line for a shell that calls an operation on a server; words in capitals stand for what only the caller knows. */
export function curlLine(operation: Operation, origin: string): string {
  const { path, id, body, answers, parameters = [] } = operation;
  const place = path.replace(/\{(\w+)\}/g, partFor);
  const bytesAs = body && "bytesAs" in body ? body.bytesAs : null;
  const named = parameters.some(({ in: where, name }) => where === "query" && name === "name");
  const url = `${origin}${place}${bytesAs && named ? "?name=cat.jpg" : ""}`;
  const streams = answers.some(({ mediaTypes }) => mediaTypes?.includes("text/event-stream"));
  const saves = answers.some(({ mediaTypes }) => mediaTypes?.some((type) => /zip|pdf/.test(type)));
  const words = [
    "curl",
    streams ? "-N" : "",
    saves ? "-OJ" : "",
    ...parameters.map(({ name, in: where, example }) =>
      where === "header" && example ? `-H '${name}: ${example}'` : "",
    ),
    bytesAs && bytesAs !== "application/octet-stream" ? `-H 'content-type: ${bytesAs}'` : "",
    bytesAs ? "--data-binary @cat.jpg" : "",
    examples[id] ? `-H 'content-type: application/json' -d '${examples[id]}'` : "",
    methodFlag(operation),
    `'${url}'`,
  ];
  return words.filter((word) => word !== "").join(" ");
}
