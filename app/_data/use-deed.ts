import { type MutationFunction, type UseMutationResult, useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { ProblemError } from "./problem";

interface Deed<Data, Asked> {
  mutationFn: MutationFunction<Data, Asked>;
  onSuccess?(data: Data, asked: Asked): unknown;
  onSettled?(): unknown;
}

/**
 * A mutation that is under way once at a time: the second of two quick presses comes before any sign of the first, and would
 * do it twice.
 */
export function useDeed<Data, Asked = void>(deed: Deed<Data, Asked>): UseMutationResult<Data, ProblemError, Asked> {
  const underWay = useRef(false);
  const made = useMutation<Data, ProblemError, Asked>({
    ...deed,
    onSettled: async () => {
      await deed.onSettled?.();
      underWay.current = false;
    },
  });
  const mutate: typeof made.mutate = (...asked) => {
    if (underWay.current) return;
    underWay.current = true;
    made.mutate(...asked);
  };
  return { ...made, mutate };
}
