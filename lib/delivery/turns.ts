import { singleton } from "@/lib/singleton";
import { Turns } from "@/lib/turns";

/** One for the process: routes and the worker may both deliver. */
export const deliveryTurns = (): Turns => singleton("delivery-turns", () => new Turns());
