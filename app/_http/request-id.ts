import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";

/** An answer that no route made, such as a redirect of the framework's or its list of methods, has an id all the same. */
export function giveId(response: ServerResponse): void {
  const writeHead = response.writeHead as (...parts: unknown[]) => ServerResponse;
  response.writeHead = ((...parts: unknown[]) => {
    // One that is given to writeHead itself goes before this one.
    if (!response.hasHeader("x-request-id")) response.setHeader("x-request-id", randomUUID());
    return writeHead.apply(response, parts);
  }) as ServerResponse["writeHead"];
}
