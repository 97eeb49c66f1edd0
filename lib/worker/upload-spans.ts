import type { DeliveredFile } from "@/lib/delivery/delivery";
import { spanId } from "@/lib/ids";
import { nowUs, type SpanRecord } from "@/lib/trace/span";

/** Makes one span of each file's upload, from when it was first heard of to its end. */
export class UploadSpans {
  readonly records: SpanRecord[] = [];
  private readonly begun = new Map<string, number>();

  constructor(private readonly parentSpanId: string) {}

  heard({ name, status, bytes, attempts, error }: DeliveredFile): void {
    const startUs = this.begun.get(name) ?? nowUs();
    this.begun.set(name, startUs);
    if (status === "uploading") return;
    this.records.push({
      spanId: spanId(),
      parentSpanId: this.parentSpanId,
      name: "upload",
      startUs,
      endUs: nowUs(),
      status: status === "completed" ? "ok" : "error",
      attributes: { "file.name": name, bytes, attempts, ...(error && { "error.code": error.code }) },
      events: [],
    });
  }
}
