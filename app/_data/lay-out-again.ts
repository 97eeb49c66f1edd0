import { useMutation } from "@tanstack/react-query";
import type { Again } from "@/lib/contracts/again";
import { request } from "./request";

/** `POST /batch/{id}/again`: what a batch was submitted with, its files as new uploads. */
export const useLayOutAgain = (id: string) =>
  useMutation({
    mutationFn: (): Promise<Again> =>
      request(`/batch/${encodeURIComponent(id)}/again`, (contracts) => contracts.againSchema, { method: "POST" }),
  });
