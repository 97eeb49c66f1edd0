import { submittedSchema } from "@/lib/contracts/status";
import type { TestServer } from "@/tests/support/server";
import type { Dice } from "./dice";
import type { Entry, Ledger } from "./ledger";

const drawing = (dice: Dice): string => {
  const [x, y, radius] = [30 + dice.below(60), 30 + dice.below(40), 8 + dice.below(20)];
  const colour = `#${(0x100000 + dice.below(0xefffff)).toString(16)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
    <rect width="160" height="90" fill="white"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>
    <path d="M10 80 L${x} 20 L150 80 Z" fill="none" stroke="black" stroke-width="3"/></svg>`;
};

const dataUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** A file that no attempt can read: its item must fail, once. */
const broken = dataUrl("<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>");

/** Sends batches and remembers what was acknowledged. */
export class Submitter {
  private readonly bodies = new Map<Entry, { path: string; body: string }>();

  constructor(
    private readonly server: TestServer,
    private readonly ledger: Ledger,
    private readonly dice: Dice,
  ) {}

  /** A batch of small drawings, one in four with a file that is broken. */
  prepare(kind: Entry["kind"], items = 2 + this.dice.below(3)): Entry {
    const files = Array.from({ length: items }, () => ({ file: dataUrl(drawing(this.dice)) }));
    if (items > 1 && this.dice.below(4) === 0) files[1] = { file: broken };
    const coloring = { path: "/api/v1/batch/generate", options: { quality: "draft", include_pdf: true } };
    const { path, options } = kind === "coloring" ? coloring : { path: "/api/v1/batch/jobs", options: {} };
    const entry = this.ledger.open(kind, items);
    this.bodies.set(entry, { path, body: JSON.stringify({ items: files, options }) });
    return entry;
  }

  /** Sends an entry, again under the same key when it was sent before. Null when no answer came. */
  async send(entry: Entry): Promise<string | null> {
    const { path, body } = this.bodies.get(entry) as { path: string; body: string };
    const headers = { "content-type": "application/json", "idempotency-key": entry.key };
    const answer = await answered(this.server.fetch(path, { method: "POST", headers, body }));
    if (answer === null) return null;
    if (answer.status !== 201 && answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
    const { batch_id } = submittedSchema.parse(JSON.parse(answer.text));
    if (entry.batchId !== null && entry.batchId !== batch_id) throw new Error(`${entry.key} gave two batches`);
    entry.batchId = batch_id;
    return batch_id;
  }

  /** Sends and waits for the answer. @throws Error when none came. */
  async submit(kind: Entry["kind"]): Promise<Entry & { batchId: string }> {
    const entry = this.prepare(kind);
    if ((await this.send(entry)) === null) throw new Error("the server did not answer");
    return entry as Entry & { batchId: string };
  }

  /** What was never answered is sent once more, as a client does. */
  async sendUnanswered(): Promise<void> {
    for (const entry of this.ledger.entries) if (entry.batchId === null) await this.send(entry);
  }

  async remove(entry: Entry): Promise<void> {
    entry.mayBeGone = true;
    const answer = await answered(this.server.fetch(`/api/v1/batch/${entry.batchId}`, { method: "DELETE" }));
    if (answer !== null) entry.removed = true;
  }

  async cancel(entry: Entry): Promise<void> {
    const answer = await answered(this.server.fetch(`/api/v1/batch/${entry.batchId}/cancel`, { method: "POST" }));
    if (answer?.status === 200) entry.cancelled = true;
  }

  async download(entry: Entry): Promise<void> {
    await answered(this.server.fetch(`/api/v1/batch/${entry.batchId}/download`));
  }

  async upload(): Promise<void> {
    const body = Buffer.from(`${drawing(this.dice)}<!--${"padding ".repeat(200_000)}-->`);
    await answered(this.server.fetch("/api/v1/uploads?name=padded.svg", { method: "POST", body }));
  }
}

/** The whole answer, or null when the connection broke before it was there. */
async function answered(response: Promise<Response>): Promise<{ status: number; text: string } | null> {
  try {
    const { status } = await response;
    return { status, text: await (await response).text() };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
