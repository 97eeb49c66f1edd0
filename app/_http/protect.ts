import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { config } from "@/lib/config";
import { dataPolicy, pagePolicy } from "./policies";

const policy = "content-security-policy";

/** Tells browsers what an answer may do, before anything of it is written. */
export function protect(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (config().publicUrl?.protocol === "https:") response.setHeader("strict-transport-security", "max-age=31536000");
  delete request.headers[policy];
  if (isPage(request.url ?? "")) allowPage(request, response);
  else allowNothingElse(response);
}

const isPage = (url: string): boolean => !/^\/(api|_next)\/|^\/[^?]*\.\w+(\?|$)/.test(url);

/** Next takes the nonce of its scripts from the policy that it finds on the request. */
function allowPage(request: IncomingMessage, response: ServerResponse): void {
  const rules = pagePolicy(randomBytes(16).toString("base64"), process.env.NODE_ENV === "development");
  request.headers[policy] = rules;
  response.setHeader(policy, rules);
}

/** Unless the route has said what its answer may do: two policies would both hold. */
function allowNothingElse(response: ServerResponse): void {
  const writeHead = response.writeHead as (...parts: unknown[]) => ServerResponse;
  response.writeHead = ((...parts: unknown[]) => {
    if (!response.hasHeader(policy)) response.setHeader(policy, dataPolicy);
    return writeHead.apply(response, parts);
  }) as ServerResponse["writeHead"];
}
