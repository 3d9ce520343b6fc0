/** A rank among scored models, and why it was taken. */
export interface PickedModel {
  readonly rank: number;
  readonly reason: string;
}
