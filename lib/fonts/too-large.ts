/** A font unpacks to more bytes than it may. */
export class FontTooLarge extends Error {
  constructor(options?: ErrorOptions) {
    super("The font is too large.", options);
  }
}
