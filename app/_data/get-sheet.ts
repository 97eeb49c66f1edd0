import { useQuery } from "@tanstack/react-query";
import { request } from "./request";

/** `GET /batch/{id}/pages/{page}/sheet`: how a coloring page lies on paper. @param page its number from 1; null asks for nothing. */
export const useSheet = (batchId: string, page: number | null) =>
  useQuery({
    queryKey: ["batch", batchId, "sheet", page],
    queryFn: ({ signal }) =>
      request(`/batch/${encodeURIComponent(batchId)}/pages/${page}/sheet`, (contracts) => contracts.sheetSchema, {
        signal,
      }),
    enabled: page !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
