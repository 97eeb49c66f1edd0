import { loadLazily } from "./load-lazily";

export type Contracts = typeof import("./contracts");

/** The contracts' schemas. @throws ProblemError when the server that has them cannot be reached. */
export const loadContracts = (): Promise<Contracts> => loadLazily(() => import("./contracts"));
