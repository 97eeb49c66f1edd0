import type { Usage } from "@/lib/contracts/models";
import { asTracepressError } from "@/lib/errors";
import type { Model } from "@/lib/models/model";
import { requireReady } from "@/lib/models/registry";
import { mayBeCharged, unmeteredCall } from "@/lib/models/unmetered";
import type { Drawing, ItemModel, ModelOrder } from "@/lib/pipelines/pipeline";

/** What a thread cannot do by itself: it sees neither the other threads' calls nor what the batch has cost. */
export interface ModelDesk {
  /** Waits for the turn to ask. @throws TracepressError `cost_limit`, `aborted`. */
  turn(mostCost: number | null, signal: AbortSignal): Promise<void>;
  /** Tells what a call took; of one that broke off, what it may have cost at most. */
  spent(usage: Usage, mostUnmetered: number): void;
  over(): void;
}

/** The model that an item asks, each call of which takes its turn and is accounted for. */
export function itemModel(order: ModelOrder, model: Model, desk: ModelDesk): ItemModel {
  const { title, provider, operation, answers, settings } = model;
  return {
    ...order,
    title,
    provider,
    operation,
    answers,
    modelId: settings.id,
    address: new URL(settings.baseUrl),
    maxTokens: settings.maxTokens,
    async draw(request, signal): Promise<Drawing> {
      requireReady(model);
      const mostCost = model.mostCost(request);
      const began = performance.now();
      await desk.turn(mostCost, signal);
      const waitedMs = Math.round(performance.now() - began);
      let usage: Usage | null = null;
      const spent = (took: Usage) => {
        usage = took;
        desk.spent(took, 0);
      };
      try {
        const answer = await model.draw(request, { signal, spent });
        return { ...answer, usage, waitedMs };
      } catch (thrown) {
        const charged = usage === null && mayBeCharged(asTracepressError(thrown));
        if (charged) desk.spent(unmeteredCall(settings.id), mostCost ?? 0);
        throw thrown;
      } finally {
        desk.over();
      }
    },
  };
}
