import { useQuery } from "@tanstack/react-query";
import type { Preview, PreviewRequestInput } from "@/lib/contracts/preview";
import { asJson, request } from "./request";

/**
 * `POST /preview`: one item as its batch would draw it. A picture seen before with the same options is there at once;
 * while another one of the same file is drawn, the last one stays. Null asks for nothing.
 */
export const usePreview = (asked: PreviewRequestInput | null) =>
  useQuery({
    queryKey: ["preview", asked] as const,
    queryFn: ({ signal }): Promise<Preview> =>
      request("/preview", (contracts) => contracts.previewSchema, { ...asJson("POST", asked), signal }),
    enabled: asked !== null,
    placeholderData: (last, query) => (query?.queryKey[1]?.file === asked?.file ? last : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  });
