/** A font unpacks to more bytes, or takes longer to read, than it may. */
export class FontTooLarge extends Error {
  constructor(options?: ErrorOptions) {
    super("The font is too large.", options);
  }
}
