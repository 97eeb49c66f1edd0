import { createHash, randomUUID } from "node:crypto";

export interface StoredFile {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  trashed: boolean;
  createdTime: string;
  appProperties: Record<string, string>;
  content: Buffer;
}

/** An answer of the API that is an error, with Drive's reason. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(`${status} ${reason}`);
  }
}

const text = "'((?:[^'\\\\]|\\\\.)*)'";
const terms: { pattern: RegExp; test: (file: StoredFile, values: string[]) => boolean }[] = [
  { pattern: new RegExp(`^${text} in parents`), test: (file, [parent]) => file.parents.includes(parent) },
  { pattern: new RegExp(`^name = ${text}`), test: (file, [name]) => file.name === name },
  { pattern: new RegExp(`^mimeType = ${text}`), test: (file, [type]) => file.mimeType === type },
  { pattern: /^trashed = false/, test: (file) => !file.trashed },
  {
    pattern: new RegExp(`^appProperties has \\{ key=${text} and value=${text} \\}`),
    test: (file, [key, value]) => file.appProperties[key] === value,
  },
];

/** The files of a drive: what stands in which folder, found by Drive's search language. */
export class DriveStore {
  readonly files = new Map<string, StoredFile>();
  readonly reserved = new Set<string>();
  /** The shared drive that all of it stands in, if in one. */
  sharedDrive: string | null = null;
  private made = 0;

  constructor(readonly root: string) {
    this.add({ id: root, name: "Deliveries", mimeType: "application/vnd.google-apps.folder" });
  }

  /** Puts a file there; each is a second younger than the one before. */
  add(file: Partial<StoredFile> & { name: string }): StoredFile {
    const createdTime = new Date(Date.UTC(2026, 0, 1) + ++this.made * 1000).toISOString();
    const id = file.id ?? `other-${this.made}`;
    const empty = { mimeType: "text/plain", parents: [], trashed: false, appProperties: {}, content: Buffer.alloc(0) };
    const stored = { ...empty, createdTime, ...file, id };
    this.files.set(id, stored);
    return stored;
  }

  reserve(count: number): string[] {
    const ids = Array.from({ length: count }, () => `id-${randomUUID()}`);
    for (const id of ids) this.reserved.add(id);
    return ids;
  }

  get(id: string): StoredFile {
    const file = this.files.get(id);
    if (!file) throw new Refusal(404, "notFound");
    return file;
  }

  /** A new file from its metadata, as files.create takes it. */
  create(metadata: Partial<StoredFile>, content: Buffer): StoredFile {
    this.admit(metadata);
    const { name = "Untitled", ...rest } = metadata;
    return this.add({ ...rest, name, content });
  }

  /** @throws Refusal for what files.create would not take. */
  admit({ id, parents = [] }: Partial<StoredFile>): void {
    if (id !== undefined && this.files.has(id)) throw new Refusal(409, "fileIdInUse");
    if (id !== undefined && !this.reserved.has(id)) throw new Refusal(400, "invalid");
    for (const parent of parents) this.get(parent);
  }

  change(id: string, metadata: Partial<StoredFile>, content?: Buffer): StoredFile {
    const file = this.get(id);
    const appProperties = { ...file.appProperties, ...metadata.appProperties };
    Object.assign(file, metadata, { appProperties }, content && { content });
    return file;
  }

  search(query: string): StoredFile[] {
    const tests = parse(query);
    const parent = query.match(new RegExp(`${text} in parents`))?.[1];
    if (parent) this.get(parent);
    return [...this.files.values()].filter((file) => tests.every((test) => test(file)));
  }

  /** What a person sees: the paths of everything below the root that is not in the bin. */
  paths(folder = this.root, above = ""): string[] {
    const here = [...this.files.values()].filter((file) => file.parents.includes(folder) && !file.trashed);
    return here.flatMap((file) => [`${above}${file.name}`, ...this.paths(file.id, `${above}${file.name}/`)]).sort();
  }

  named(name: string): StoredFile {
    const found = [...this.files.values()].filter((file) => file.name === name && !file.trashed);
    if (found.length !== 1) throw new Error(`${found.length} files are named ${name}`);
    return found[0];
  }
}

/** A file as the API describes it, with the fields that were asked for and no others. */
export function described(file: StoredFile, fields: string, driveId: string | null): Record<string, unknown> {
  const folder = file.mimeType === "application/vnd.google-apps.folder";
  const all: Record<string, unknown> = {
    id: file.id,
    name: file.name,
    driveId: driveId ?? undefined,
    createdTime: file.createdTime,
    appProperties: file.appProperties,
    webViewLink: `https://drive.example/${file.id}`,
    size: folder ? undefined : String(file.content.length),
    sha256Checksum: folder ? undefined : createHash("sha256").update(file.content).digest("hex"),
  };
  return Object.fromEntries(fields.split(",").map((field) => [field, all[field]]));
}

function parse(query: string): ((file: StoredFile) => boolean)[] {
  const tests: ((file: StoredFile) => boolean)[] = [];
  for (let rest = query; rest !== ""; ) {
    const term = terms.find(({ pattern }) => pattern.test(rest));
    if (!term) throw new Refusal(400, "invalid");
    const [whole, ...values] = rest.match(term.pattern) as RegExpMatchArray;
    const plain = values.map((value) => value.replace(/\\(.)/g, "$1"));
    tests.push((file) => term.test(file, plain));
    rest = rest.slice(whole.length).replace(/^ and /, "");
  }
  return tests;
}
