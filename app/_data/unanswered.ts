import { unansweredKey } from "./laid-out";
import { loadContracts } from "./load-contracts";

/** A submission that has no answer yet. A page that is loaded again, and sends it again, asks by the same key. */
interface Unanswered {
  path: string;
  /** As JSON. */
  body: string;
  idempotencyKey: string;
}

let last: Unanswered | null = null;

/** The key by which a body is sent to `path`: the same one for each try until there is an answer, so that a lost one never makes a second batch. */
export async function keyOf(path: string, body: string): Promise<string> {
  last ??= await stored();
  if (last?.path !== path || last.body !== body) {
    last = { path, body, idempotencyKey: randomKey() };
    store(last);
  }
  return last.idempotencyKey;
}

/** The last submission has its batch: the same body sent once more is meant to make another. */
export function answered(): void {
  last = null;
  store(null);
}

/** Null where nothing of the kind is stored, or a browser denies its storage. */
async function stored(): Promise<Unanswered | null> {
  const { unansweredSchema } = await loadContracts();
  try {
    return unansweredSchema.safeParse(JSON.parse(sessionStorage.getItem(unansweredKey) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

function store(unanswered: Unanswered | null): void {
  try {
    if (unanswered === null) sessionStorage.removeItem(unansweredKey);
    else sessionStorage.setItem(unansweredKey, JSON.stringify(unanswered));
  } catch (failure) {
    // A browser may deny its storage, or have no room: then the key lasts as long as the page.
    if (!(failure instanceof DOMException)) throw failure;
  }
}

/** Not `crypto.randomUUID`: browsers keep that from pages on plain http, which a school's network often is. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
