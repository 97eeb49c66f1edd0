import type { RetryRequest } from "@/lib/contracts/retry";
import { asJson, request } from "./request";
import { useRunOn } from "./run-on";

/** `POST /batch/{id}/retry`: runs again what failed or was cancelled, all of it or some items. */
export const retryBatch = (id: string, items: RetryRequest) =>
  request(`/batch/${encodeURIComponent(id)}/retry`, (contracts) => contracts.retryAnswerSchema, asJson("POST", items));

export const useRetryBatch = (id: string) => useRunOn(id, (items: RetryRequest) => retryBatch(id, items));
