/** Chance that can be thrown again: the same seed gives the same throws (mulberry32, T. Ettinger). */
export class Dice {
  constructor(private state: number) {}

  /** 0 to 1, 1 excluded. */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0, below `bound`. */
  below(bound: number): number {
    return Math.floor(this.share() * bound);
  }

  oneOf<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.below(choices.length)];
  }

  shuffled<Choice>(choices: readonly Choice[]): Choice[] {
    const rest = [...choices];
    return choices.map(() => rest.splice(this.below(rest.length), 1)[0]);
  }
}
