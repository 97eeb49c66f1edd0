import type { TracepressError } from "@/lib/errors";
import { spanId } from "@/lib/ids";
import type { ArtifactDraft, AttributeValue } from "@/lib/pipelines/pipeline";
import type { RunObserver } from "@/lib/pipelines/run";
import { nowUs, type SpanRecord } from "@/lib/trace/span";

/** Collects the spans of one run and tells when a stage begins. */
export class Recorder implements RunObserver {
  readonly spans: SpanRecord[] = [];
  private readonly keptByName = new Map<string, ArtifactDraft>();
  /** The furthest place in the order of stages so far: one that is run again does not take progress back. */
  private furthest = 0;

  constructor(
    private readonly parentSpanId: string,
    private readonly stages: readonly string[],
    private readonly onStage: (stage: string, stagesDone: number) => void,
  ) {}

  stageStarted(stage: string): void {
    this.furthest = Math.max(this.furthest, this.stages.indexOf(stage));
    this.onStage(stage, this.furthest);
  }

  kept(draft: ArtifactDraft): void {
    this.keptByName.set(draft.name, draft);
  }

  /** What stages asked to keep, in the order they first did. */
  get keptDrafts(): ArtifactDraft[] {
    return [...this.keptByName.values()];
  }

  /** Records what went before the first stage, from `startUs` (microseconds since the epoch) until now. */
  began(name: string, startUs: number): void {
    this.openSpan(name, startUs).end();
  }

  openSpan(name: string, startUs = nowUs()) {
    const attributes: Record<string, AttributeValue> = {};
    const events: SpanRecord["events"] = [];
    return {
      set: (key: string, value: AttributeValue) => {
        attributes[key] = value;
      },
      event: (event: string, facts: Record<string, AttributeValue> = {}) => {
        events.push({ name: event, atUs: nowUs(), attributes: facts });
      },
      end: (error?: TracepressError) => {
        if (error) {
          attributes["error.code"] = error.code;
          attributes["error.message"] = error.message;
        }
        this.spans.push({
          spanId: spanId(),
          parentSpanId: this.parentSpanId,
          name,
          startUs,
          endUs: nowUs(),
          status: error ? "error" : "ok",
          attributes,
          events,
        });
      },
    };
  }
}
