import { loadLazily } from "./load-lazily";
import { loadFaultWordsHere } from "./messages/fault-words";

export type Contracts = typeof import("./contracts");

/**
 * The contracts' schemas, and with them the words for what an answer may tell of faults.
 * @throws ProblemError when the server that has them cannot be reached.
 */
export const loadContracts = (): Promise<Contracts> =>
  loadLazily(async () => {
    const [contracts] = await Promise.all([import("./contracts"), loadFaultWordsHere()]);
    return contracts;
  });
