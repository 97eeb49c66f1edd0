/** What is known of batches is kept under: the list, and each batch. */
export const batchesKey = ["batches"] as const;
export const batchKey = (id: string) => ["batch", id] as const;
