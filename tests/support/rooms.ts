import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Db, openDatabase } from "@/db/client";
import { localOwnerId } from "@/db/schema";
import type { SubmitContext } from "@/lib/batch/submit";
import { submitColoring } from "@/lib/batch/submit-coloring";
import { type Config, readConfig } from "@/lib/config";
import { generateRequestSchema } from "@/lib/contracts/coloring";
import type { ModelName } from "@/lib/contracts/models";
import { Bell } from "@/lib/events/bell";
import { Tails } from "@/lib/events/tails";
import { BlobStore } from "@/lib/files/blobs";
import { SqliteQueue } from "@/lib/queue/sqlite";

/** A machine of its own for one test: real database and blobs in a folder that goes with the test. */
export class TestRooms {
  readonly folder = mkdtempSync(join(tmpdir(), "tracepress-unit-"));
  readonly db: Db = openDatabase(this.folder);
  readonly blobs = new BlobStore(this.folder);
  readonly bell = new Bell();
  readonly tails = new Tails(this.db, this.bell);
  readonly config: Config;
  /** Milliseconds that the queue's clock has moved on; it stands still by itself, some way ahead of the real one. */
  later = 0;
  private readonly began = Date.now() + 3_600_000;
  readonly queue = new SqliteQueue(this.db, this.bell, () => this.began + this.later);

  constructor(settings: Record<string, string> = {}) {
    this.config = readConfig({ TRACEPRESS_DATA: this.folder, ...settings });
    onTestFinished(() => {
      this.db.$client.close();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Submits a batch of `count` items whose files are a few bytes each, the same again after fifty. */
  submit(count: number, options = {}, context: Partial<SubmitContext> = {}, model: ModelName = "lineart") {
    const items = Array.from({ length: count }, (_, index) => ({ file: `data:,picture%20${index % 50}`, prompt: "" }));
    const request = generateRequestSchema(this.config.maxItems).parse({ items, options, model });
    const usual = { ownerId: localOwnerId, parts: new Map(), idempotencyKey: null, traceparent: null };
    return submitColoring(this, request, { ...usual, ...context });
  }

  /** A batch of one item whose page is there. @returns its id. */
  async finishedPage(): Promise<string> {
    const { batch_id } = await this.submit(1);
    const [lease] = this.queue.claimItems(1);
    const blob = await this.blobs.write(Buffer.from("a page"));
    const page = { name: "pages/p.png", media_type: "image/png", blob, role: "output" } as const;
    this.queue.completeItem(lease, { artifacts: [page], counts: null }, []);
    return batch_id;
  }
}
