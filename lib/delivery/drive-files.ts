import { z } from "zod";
import { type RequestOptions, withDeadline } from "./deadline";
import type { Drive } from "./drive";
import { type Fault, faultOf } from "./fault";
import { quoted } from "./mark";
import { persist } from "./retry";

export const folderType = "application/vnd.google-apps.folder";

/** What is asked for of every file. */
export const fileFields = "id,name,size,webViewLink,createdTime,appProperties,sha256Checksum,driveId";

export const driveFileSchema = z.object({
  id: z.string(),
  name: z.string().default(""),
  /** Bytes; folders have none. */
  size: z.coerce.number().default(0),
  webViewLink: z.string().nullish(),
  createdTime: z.string().default(""),
  appProperties: z.record(z.string(), z.string()).nullish(),
  sha256Checksum: z.string().nullish(),
  /** The shared drive it stands in, if in one. */
  driveId: z.string().nullish(),
});

/** A file or folder as Drive describes it. */
export type DriveFile = z.infer<typeof driveFileSchema>;

export interface NewFolder {
  id: string;
  name: string;
  parents: string[];
  appProperties: Record<string, string>;
}

const pageSchema = z.object({ files: z.array(driveFileSchema).default([]), nextPageToken: z.string().nullish() });

type Call = (options: RequestOptions) => Promise<{ data: unknown }>;

/** What to do instead where a fault is an answer. */
type Instead = Partial<Record<Fault["kind"], () => Promise<unknown>>>;

/** One delivery's view of Drive: its signal goes into every request, and what may pass is tried again. */
export class DriveFiles {
  constructor(
    private readonly drive: Drive,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Everything in a folder that a search query finds and that is not in the bin, oldest first.
   * @param what for errors.
   */
  async find(folder: DriveFile, query: string, what: string): Promise<DriveFile[]> {
    const found: DriveFile[] = [];
    let pageToken: string | undefined;
    do {
      const parameters = {
        q: `${quoted(folder.id)} in parents and ${query} and trashed = false`,
        fields: `nextPageToken,files(${fileFields})`,
        pageSize: 1000,
        pageToken,
        supportsAllDrives: true,
        includeItemsFromAllDrives: true,
        // Otherwise a search in a shared drive may leave out what other people put there.
        ...(folder.driveId ? { corpora: "drive", driveId: folder.driveId } : {}),
      };
      const answer = await this.ask(what, (options) => this.drive.api.files.list(parameters, options));
      const page = pageSchema.parse(answer);
      found.push(...page.files);
      pageToken = page.nextPageToken ?? undefined;
    } while (pageToken);
    return found.sort(byAge);
  }

  /** Ids for files that are yet to be made: a request that is repeated with one cannot make a second file. */
  async reserve(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const parameters = { count: Math.min(1000, count - ids.length), space: "drive", type: "files" };
      const answer = await this.ask("the files' ids", (options) =>
        this.drive.api.files.generateIds(parameters, options),
      );
      ids.push(...z.object({ ids: z.array(z.string()).min(1) }).parse(answer).ids);
    }
    return ids;
  }

  /** @param missing what to do when there is no such file. */
  async get(fileId: string, what: string, missing?: () => Promise<never>): Promise<DriveFile> {
    return driveFileSchema.parse(await this.ask(what, this.getting(fileId), { missing }));
  }

  /** Makes a folder under a reserved id; when an earlier try made it already, that one. */
  async makeFolder(folder: NewFolder): Promise<DriveFile> {
    const parameters = {
      requestBody: { ...folder, mimeType: folderType },
      fields: fileFields,
      supportsAllDrives: true,
    };
    const make: Call = (options) => this.drive.api.files.create(parameters, options);
    const what = `the folder ${folder.name}`;
    const answer = await this.ask(what, make, { taken: () => this.ask(what, this.getting(folder.id)) });
    return driveFileSchema.parse(answer);
  }

  /** Puts into the bin, from where a person can still take it back. */
  async bin(fileId: string, what: string): Promise<void> {
    const parameters = { fileId, requestBody: { trashed: true }, fields: "id", supportsAllDrives: true };
    await this.ask(what, (options) => this.drive.api.files.update(parameters, options));
  }

  private getting(fileId: string): Call {
    const parameters = { fileId, fields: fileFields, supportsAllDrives: true };
    return (options) => this.drive.api.files.get(parameters, options);
  }

  private ask(what: string, call: Call, instead: Instead = {}): Promise<unknown> {
    const once = async () => {
      try {
        return (await withDeadline(this.drive.pace.answerMs, this.signal, call)).data;
      } catch (thrown) {
        const answer = instead[faultOf(thrown).kind];
        if (answer) return answer();
        throw thrown;
      }
    };
    return persist(once, { what, pace: this.drive.pace, signal: this.signal });
  }
}

/** The order that every delivery agrees on when two made the same thing: the oldest is the one that stays. */
export const byAge = (a: DriveFile, b: DriveFile) =>
  a.createdTime < b.createdTime ? -1 : a.createdTime > b.createdTime ? 1 : a.id < b.id ? -1 : 1;
