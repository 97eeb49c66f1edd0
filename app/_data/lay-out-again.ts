import type { Again, AgainRequest } from "@/lib/contracts/again";
import { asJson, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/again`: what a batch, or some of its items, was submitted with, its files as new uploads. */
export const useLayOutAgain = (id: string) =>
  useDeed({
    mutationFn: (items: AgainRequest): Promise<Again> =>
      request(`/batch/${encodeURIComponent(id)}/again`, (contracts) => contracts.againSchema, asJson("POST", items)),
  });
