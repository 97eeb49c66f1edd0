/** Why an element of a slide is not drawn just as its SVG says, or not natively: the server's own sentence. */
export const reasons = {
  said: (_code: string, sentence: string) => sentence,
};
