import { z } from "zod";

const least = 16;
const most = 2_000;

/** Pixels across of a smaller copy of a picture. */
export const widthSchema = z.number().int().min(least).max(most);

/** The query of a picture; without `width` it is answered as it is. */
export const pictureQuerySchema = z.object({ width: z.coerce.number().pipe(widthSchema).optional() });
