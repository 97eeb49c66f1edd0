import { lookup } from "node:dns/promises";
import { TracepressError } from "@/lib/errors";
import { unlessAborted } from "@/lib/unless-aborted";
import { isListedHost, isPublicAddress } from "./addresses";
import { lastPartOf, safeLabel } from "./names";
import { type Address, type Answer, ask } from "./remote-request";

export interface RemoteRules {
  /** `host[:port]` that may be reached although private. */
  allowHosts: readonly string[];
  /** Bytes at most, after any compression is undone. */
  limit: number;
  /** For name, connection, redirects and body together. */
  timeoutMs: number;
  redirects: number;
}

export const usualRules: RemoteRules = { allowHosts: [], limit: 20_000_000, timeoutMs: 30_000, redirects: 5 };

export interface RemoteFile {
  /** Last part of the address the file came from. */
  name: string;
  /** Its bytes as they arrive; reading fails as `fetchRemote` does. What they are is for sniffing to say. */
  body: AsyncIterable<Uint8Array>;
}

/** Finds all addresses of a host name. */
export type Resolve = (host: string) => Promise<Address[]>;

const byDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Fetches a file from an `http:` or `https:` URL, once. Every address of every host on the way is checked, and the
 * connection is made to an address that was checked: the name is not looked up again.
 * @throws TracepressError `remote_refused` for what must not or cannot be fetched, `remote_unavailable` (try again,
 * after `retryAfter` where given), `too_large`, `timeout`; what `signal` was aborted with.
 */
export async function fetchRemote(
  address: string,
  rules: RemoteRules,
  { signal, resolve = byDns }: { signal?: AbortSignal; resolve?: Resolve } = {},
): Promise<RemoteFile> {
  const timer = AbortSignal.timeout(rules.timeoutMs);
  const stop = signal === undefined ? timer : AbortSignal.any([signal, timer]);
  const said = (thrown: unknown) => faultOf(thrown, address, { signal, timer });
  try {
    const { url, answer } = await follow(urlOf(address), rules, resolve, stop);
    if (answer.length !== null && answer.length > rules.limit) {
      answer.discard();
      throw tooLarge(url, rules.limit);
    }
    return { name: safeLabel(lastPartOf(url), url.hostname), body: bounded(answer.body, url, rules.limit, said) };
  } catch (thrown) {
    throw said(thrown);
  }
}

async function follow(
  first: URL,
  rules: RemoteRules,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<{ url: URL; answer: Answer }> {
  let url = first;
  for (let hop = 0; hop <= rules.redirects; hop++) {
    const addresses = await checkedAddresses(url, rules, resolve, signal);
    const answer = await ask(url, addresses, signal);
    if (answer.location === null) {
      if (answer.status === 200) return { url, answer };
      answer.discard();
      throw badStatus(url, answer);
    }
    answer.discard();
    url = urlOf(answer.location, url);
  }
  throw refused(`${first.host} redirects more than ${rules.redirects} times.`);
}

function urlOf(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw refused(`${address.slice(0, 100)} is no URL.`);
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw refused(`${url.protocol} addresses are not fetched; give one of http: or https:.`);
  }
  if (url.username !== "" || url.password !== "")
    throw refused(`${url.host}: addresses with a password are not fetched.`);
  return url;
}

/** All addresses of the URL's host; one of them that is private refuses the host, listed ones aside. */
async function checkedAddresses(
  url: URL,
  { allowHosts }: RemoteRules,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await unlessAborted(resolve(host), signal); // DNS takes no signal
  if (addresses.length === 0) throw new TracepressError("remote_unavailable", `${url.host} has no address.`);
  if (!isListedHost(url, allowHosts) && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw refused(`${url.host} is not on the public internet; the operator can allow it in TRACEPRESS_ALLOW_HOSTS.`);
  }
  return addresses;
}

async function* bounded(
  body: AsyncIterable<Uint8Array>,
  url: URL,
  limit: number,
  said: (thrown: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit) throw tooLarge(url, limit);
      yield chunk;
    }
  } catch (thrown) {
    throw said(thrown);
  }
}

/** Statuses after which trying again may help. */
const passing = new Set([408, 425, 429]);

function badStatus(url: URL, { status, retryAfter }: Answer): TracepressError {
  const message = `${url.host} answered ${status} for ${url.pathname.slice(0, 100)}.`;
  if (!passing.has(status) && status < 500) return refused(message);
  return new TracepressError("remote_unavailable", message, retryAfter === null ? {} : { retryAfter });
}

function faultOf(
  thrown: unknown,
  address: string,
  { signal, timer }: { signal?: AbortSignal; timer: AbortSignal },
): unknown {
  if (thrown instanceof TracepressError) return thrown;
  if (signal?.aborted) return signal.reason;
  const host = URL.canParse(address) ? new URL(address).host : "The host";
  if (timer.aborted) return new TracepressError("timeout", `${host} took too long to answer.`, { cause: thrown });
  return new TracepressError("remote_unavailable", `${host} could not be reached, or broke off.`, { cause: thrown });
}

function refused(message: string): TracepressError {
  return new TracepressError("remote_refused", message);
}

function tooLarge(url: URL, limit: number): TracepressError {
  const megabytes = Math.round(limit / 1_000_000);
  return new TracepressError("too_large", `The file at ${url.host} is larger than ${megabytes} MB; make it smaller.`);
}
