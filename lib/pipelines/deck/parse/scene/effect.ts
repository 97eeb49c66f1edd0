/** `null`: the property asks for nothing, or is ignored because it is broken; `hidden`: the element is not drawn at all. */
export type Effect<Kind> = Kind | null | "hidden";
